import type { Id, Right } from '../records/primitives.ts'
import { advance, type Resting } from './advance.ts'
import type { Flow } from './flow.ts'
import { Ending, type Hands, msOf } from './hands.ts'
import { load } from './journal.ts'

/** What a keeper needs besides the hands of the flows. */
export type KeeperHands = Hands & {
  /** Calls back after so many milliseconds; the answer cancels it. */
  readonly alarm: (ms: number, ring: () => void) => () => void
  /** Told whenever a request has come to rest: what the face of the desk is drawn from. */
  readonly rested?: (id: Id, resting: Resting) => void
  /** An error that no step expected: the request stays where it is. */
  readonly trouble: (id: Id, error: unknown) => void
}

/** What a timer of the platform can hold: 24 days. */
const longestAlarm = 2 ** 31 - 1

/**
 * Keeps every request going: after a deed, at a date, after a restart. One per desk; it never runs
 * a request twice at once.
 */
export class Keeper {
  readonly #flows: Partial<Record<Right, Flow>>
  readonly #hands: KeeperHands
  readonly #running = new Map<Id, Promise<Resting>>()
  readonly #again = new Set<Id>()
  readonly #alarms = new Map<Id, () => void>()
  readonly #ending = new AbortController()
  readonly #waiting: Hands['rest']

  constructor(flows: Partial<Record<Right, Flow>>, hands: KeeperHands) {
    this.#flows = flows
    this.#hands = {
      ...hands,
      stopping: () => this.#stopped,
      rest: async (ms) => await this.#wait(ms),
    }
    this.#waiting = hands.rest
  }

  get #stopped(): boolean {
    return this.#ending.signal.aborted
  }

  /** Takes up every request that is not over: what a start does. */
  async takeUp(): Promise<void> {
    const open: Id[] = []
    for await (const { id, sealed } of this.#hands.store.list()) if (!sealed) open.push(id)
    await Promise.all(open.map(async (id) => await this.#attend(id)))
  }

  /** The same without an answer: what goes wrong is told as trouble. */
  poke(id: Id): void {
    void this.#attend(id)
  }

  /** Something happened to this request: see how far it goes now. Resolves where it rests. */
  async wake(id: Id): Promise<Resting> {
    this.#alarms.get(id)?.()
    this.#alarms.delete(id)
    const before = this.#running.get(id)
    if (before) {
      // It is on its way and may have read the journal before this happened: once more, then.
      this.#again.add(id)
      return await before
    }
    if (this.#stopped) return { on: 'shutdown' }
    const run = this.#run(id)
    this.#running.set(id, run)
    return await run
  }

  /** Starts nothing more, and resolves when the call in hand has been written down. */
  async stop(): Promise<void> {
    this.#ending.abort()
    for (const cancel of this.#alarms.values()) cancel()
    await Promise.allSettled(this.#running.values())
  }

  async #wait(ms: number): Promise<void> {
    const { signal } = this.#ending
    try {
      if (!signal.aborted) await this.#waiting(ms, signal)
    } catch (error) {
      if (!signal.aborted) throw error
    }
    if (signal.aborted) throw new Ending()
  }

  async #run(id: Id): Promise<Resting> {
    try {
      for (;;) {
        this.#again.delete(id)
        const resting = await this.#further(id)
        if (this.#again.has(id) && !this.#stopped) continue
        // From here on whoever wakes it starts it anew: this run reads the journal no more.
        this.#running.delete(id)
        return this.#rest(id, resting)
      }
    } catch (error) {
      this.#running.delete(id)
      throw error
    }
  }

  async #further(id: Id): Promise<Resting> {
    const { right } = await load(id, this.#hands)
    const flow = this.#flows[right]
    return flow ? await advance(id, flow, this.#hands) : { on: 'halt', code: 'no-flow' }
  }

  #rest(id: Id, resting: Resting): Resting {
    if (resting.on === 'time' && !this.#stopped) {
      const wait = msOf(resting.until) - msOf(this.#hands.now())
      const ring = (): void => void this.#attend(id)
      this.#alarms.set(id, this.#hands.alarm(Math.min(longestAlarm, Math.max(0, wait)), ring))
    }
    this.#hands.rested?.(id, resting)
    return resting
  }

  async #attend(id: Id): Promise<void> {
    try {
      if (!this.#stopped) await this.wake(id)
    } catch (error) {
      this.#hands.trouble(id, error)
    }
  }
}
