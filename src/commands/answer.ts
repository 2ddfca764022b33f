import type { ModalView } from '@slack/types'
import { notice } from '../views/notice.ts'
import type { Sight } from '../views/sight.ts'
import type { Office, Reply, ViewOutcome } from './deed.ts'
import type { Visit, VisitedView } from './visit.ts'

/** How Slack is answered: the acknowledgement, once; and words that only the member sees. */
export type Line = {
  readonly ack: (body?: object) => Promise<void>
  readonly respond: (text: string) => Promise<void>
}

type Givers = {
  readonly [K in Reply['kind']]: (reply: Extract<Reply, { kind: K }>) => Promise<void>
}

type At = { readonly id: string; readonly hash?: string }

/**
 * The answer to one visit. It knows for each way of coming in how words, windows and errors reach
 * the member, before the acknowledgement and after it.
 */
export class Answer {
  readonly #visit: Visit
  readonly #line: Line
  readonly #office: Office
  #acked = false
  #opened: At | undefined

  constructor(visit: Visit, line: Line, office: Office) {
    this.#visit = visit
    this.#line = line
    this.#office = office
  }

  get isAcked(): boolean {
    return this.#acked
  }

  /** The window that was opened for this visit, or that it came from. */
  get window(): VisitedView | { readonly id: string; readonly hash: string } | undefined {
    return this.#opened ? { hash: '', ...this.#opened } : this.#visit.view
  }

  /** Says that it has been received; what comes of it follows by another way. */
  async ack(body?: object): Promise<void> {
    if (this.#acked) return
    this.#acked = true
    await this.#line.ack(body)
  }

  /** Acknowledges a form that takes long by showing that it is being worked at. */
  async ackWaiting(view: ModalView): Promise<void> {
    if (this.#visit.way !== 'submission') return await this.ack()
    await this.ack({ response_action: 'update', view })
    if (this.#visit.view) this.#opened = { id: this.#visit.view.id }
  }

  /** Opens a window at once, while the trigger lives. */
  async openWaiting(view: ModalView, over: boolean): Promise<void> {
    const { trigger, view: in_ } = this.#visit
    if (!trigger) return
    if (in_?.kind === 'modal' && !over) return
    const { views } = this.#office
    const came = await (in_?.kind === 'modal'
      ? views.push(trigger, view)
      : views.open(trigger, view))
    if (came.ok) this.#opened = came
  }

  /** Gives the member what his deed came to. */
  async give(reply: Reply, sight: Sight): Promise<void> {
    const give = this.#givers(sight)[reply.kind] as (reply: Reply) => Promise<void>
    await give(reply)
  }

  #givers(sight: Sight): Givers {
    return {
      say: async ({ text }) => await this.#say(text, sight),
      show: async (reply) => await this.#showWatched(reply),
      push: async ({ view }) => await this.#push(view),
      errors: async ({ errors }) => await this.#errors(errors, sight),
      close: async (reply) => await this.#close(reply, sight),
      options: async ({ options }) => await this.ack({ options: options.map(shownOption) }),
      home: async ({ view }) => {
        await this.ack()
        await this.#office.views.publish(this.#visit.member.user, view)
      },
      nothing: async () => await this.ack(),
    }
  }

  async #say(text: string, sight: Sight): Promise<void> {
    if (this.#opened) return void (await this.#change(notice(sight, text)))
    if (!this.#acked) return await this.#sayInAcknowledgement(text, sight)
    const { way, respondAt } = this.#visit
    if (way === 'closed' || way === 'home') return
    if (respondAt) await this.#line.respond(text)
    else await this.#open(notice(sight, text))
  }

  async #sayInAcknowledgement(text: string, sight: Sight): Promise<void> {
    const { way } = this.#visit
    if (way === 'command') return await this.ack({ response_type: 'ephemeral', text })
    if (way === 'options') return await this.ack({ options: [] })
    if (way === 'submission') return await this.#sayInForm(text, sight)
    await this.ack()
    await this.#say(text, sight)
  }

  /** Words about a form lie over it, or beside its first field: what was typed stays. */
  async #sayInForm(text: string, sight: Sight): Promise<void> {
    const [block] = Object.values(this.#visit.view?.blocks ?? {})
    if (!this.#visit.view?.isRoot && block) {
      return await this.ack({ response_action: 'errors', errors: { [block]: text } })
    }
    await this.ack({ response_action: 'push', view: notice(sight, text) })
  }

  async #showWatched({ view, watch }: Extract<Reply, { kind: 'show' }>): Promise<void> {
    const came = await this.#show(view)
    const { user } = this.#visit.member
    if (came?.ok && watch) {
      this.#office.watch({ ...watch, user, view: { id: came.id, hash: came.hash } })
    }
  }

  async #show(view: ModalView): Promise<ViewOutcome | undefined> {
    const from = this.#visit.view
    if (this.#opened) return await this.#change(view)
    if (this.#visit.way === 'submission' && from && !this.#acked) {
      await this.ack({ response_action: 'update', view })
      // Slack does not tell the hash of what it was answered with.
      return { ok: true, id: from.id, hash: '' }
    }
    await this.ack()
    if (from?.kind !== 'modal') return await this.#open(view)
    return await this.#office.views.update({ id: from.id, hash: from.hash }, view)
  }

  async #push(view: ModalView): Promise<void> {
    if (this.#opened) return void (await this.#change(view))
    if (this.#visit.way === 'submission' && !this.#acked) {
      return await this.ack({ response_action: 'push', view })
    }
    await this.ack()
    await this.#open(view)
  }

  async #errors(errors: Readonly<Record<string, string>>, sight: Sight): Promise<void> {
    const blocks = this.#visit.view?.blocks ?? {}
    const placed = Object.entries(errors).flatMap(([action, text]) => {
      const block = blocks[action]
      return block ? [[block, text] as const] : []
    })
    if (this.#visit.way === 'submission' && !this.#acked && placed.length > 0) {
      return await this.ack({ response_action: 'errors', errors: Object.fromEntries(placed) })
    }
    await this.#say(Object.values(errors).join('\n'), sight)
  }

  async #close({ all, below }: Extract<Reply, { kind: 'close' }>, sight: Sight): Promise<void> {
    // Slack closes a window in the acknowledgement or not at all: what came late is said in it.
    if (this.#opened) await this.#change(notice(sight, sight.words.door.done))
    await this.ack(all ? { response_action: 'clear' } : undefined)
    if (below) await this.#office.views.update({ id: below.id }, below.view)
  }

  async #change(view: ModalView): Promise<ViewOutcome | undefined> {
    await this.ack()
    return this.#opened ? await this.#office.views.update(this.#opened, view) : undefined
  }

  /** In a window, over it; else by itself. */
  async #open(view: ModalView): Promise<ViewOutcome | undefined> {
    const { trigger, view: from } = this.#visit
    if (!trigger) return undefined
    const { views } = this.#office
    return await (from?.kind === 'modal' ? views.push(trigger, view) : views.open(trigger, view))
  }
}

const shownOption = ({ text, value }: { text: string; value: string }): object => ({
  text: { type: 'plain_text', text, emoji: false },
  value,
})
