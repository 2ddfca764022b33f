import { createHash } from 'node:crypto'
import { failureOf, SlackRefused } from './failure.ts'
import { Lane, Lanes } from './lane.ts'
import { type Once } from './once.ts'
import {
  type Content,
  type Edit,
  type OutboxHands,
  type Posted,
  type Priority,
  type Refusal,
  ranks,
} from './outbox-shapes.ts'
import { backOff, OutboxStopped, type Patience, restOut } from './patience.ts'
import { Recent } from './recent.ts'

const method = 'chat.update'

/** At most one edit of a message in this time: the first at once, the last for certain. */
const spacing = 3000

const remembered = 5000

type Shown = { readonly digest: string; readonly at: number }

/** A message whose last wanted state is not up yet. */
type Slot = {
  readonly id: string
  wanted: Edit | undefined
  priority: Priority
  running: Promise<void>
}

const digestOf = ({ text, blocks }: Content): string =>
  createHash('sha256')
    .update(JSON.stringify([text, blocks]))
    .digest('base64')

/** Brings messages to their latest state. */
export class Edits {
  readonly #hands: OutboxHands
  readonly #patience: Patience
  readonly #refusals: Once<Refusal>
  readonly #lanes = new Lanes(() => this.#lane())
  readonly #slots = new Map<string, Slot>()
  readonly #shown = new Recent<Shown>(remembered)

  constructor(hands: OutboxHands, patience: Patience, refusals: Once<Refusal>) {
    this.#hands = hands
    this.#patience = patience
    this.#refusals = refusals
  }

  /** Resolves when this state, or one asked for later, is up. Throws `SlackRefused`, `OutboxStopped`. */
  edit(edit: Edit): Promise<void> {
    const id = `${edit.channel} ${edit.ts}`
    const slot = this.#slots.get(id)
    if (!slot) return this.#begin(id, edit)
    slot.wanted = edit
    const priority = edit.priority ?? 'soon'
    if (ranks[priority] < ranks[slot.priority]) {
      slot.priority = priority
      this.#lanes.of(edit.channel).wake()
    }
    return slot.running
  }

  /** This is what a message says already. */
  stands({ channel, ts }: Posted, content: Content): void {
    this.#shown.set(`${channel} ${ts}`, { digest: digestOf(content), at: 0 })
  }

  end(): void {
    this.#lanes.end()
  }

  #begin(id: string, edit: Edit): Promise<void> {
    const slot: Slot = {
      id,
      wanted: edit,
      priority: edit.priority ?? 'soon',
      running: Promise.resolve(),
    }
    this.#slots.set(id, slot)
    slot.running = this.#catchUp(slot)
    return slot.running
  }

  async #catchUp(slot: Slot): Promise<void> {
    try {
      for (let tries = 0; this.#isBehind(slot); )
        tries = (await this.#step(slot, tries)) ? 0 : tries + 1
    } finally {
      // In the same breath as the last look, so that no edit can come in between.
      this.#slots.delete(slot.id)
    }
  }

  /** Waits for its time, and sends what is wanted by then. `false` when the answer was lost. */
  async #step(slot: Slot, tries: number): Promise<boolean> {
    const { clock, ending } = this.#patience
    const soonest = (this.#shown.get(slot.id)?.at ?? 0) + spacing
    await restOut(clock, soonest - clock.now(), ending)
    if (!this.#isBehind(slot) || (await this.#send(slot))) return true
    if (ending.aborted) throw new OutboxStopped(method)
    await restOut(clock, backOff(tries), ending)
    return false
  }

  #isBehind({ id, wanted }: Slot): boolean {
    return wanted !== undefined && digestOf(wanted) !== this.#shown.get(id)?.digest
  }

  async #send(slot: Slot): Promise<boolean> {
    const channel = slot.wanted?.channel ?? ''
    try {
      return await this.#lanes.of(channel).run(
        () => ranks[slot.priority],
        async () => await this.#call(slot),
      )
    } catch (error) {
      if (!(error instanceof SlackRefused)) throw error
      const { code } = error
      this.#refusals.tell(`${method} ${channel}`, code, { method, channel, code })
      throw error
    }
  }

  async #call(slot: Slot): Promise<boolean> {
    const { wanted } = slot
    if (!wanted) return true
    const { channel, ts, text, blocks } = wanted
    try {
      await this.#hands.client.chat.update({ channel, ts, text, blocks: [...blocks] })
      this.#shown.set(slot.id, { digest: digestOf(wanted), at: this.#hands.now() })
      this.#refusals.over(`${method} ${channel}`)
      slot.priority = 'later'
      return true
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind === 'refused') throw new SlackRefused(method, failure.code)
      if (failure.kind === 'lost') return false
      throw error
    }
  }

  #lane(): Lane {
    const { clock, holds } = this.#patience
    // Slack limits edits for the workspace, whatever the channel.
    return new Lane(clock, {
      opensAt: () => holds.until(method),
      hold: (until) => holds.hold(method, until),
    })
  }
}
