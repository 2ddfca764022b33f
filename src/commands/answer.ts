import type { ModalView } from '@slack/types'
import { notice } from '../views/notice.ts'
import type { Sight } from '../views/sight.ts'
import type { Office, Reply, ViewOutcome } from './deed.ts'
import { isPassing, Screen, WindowRefused } from './screen.ts'
import type { Visit, VisitedView } from './visit.ts'

/** How Slack is answered: the acknowledgement, once; and words that only the member sees. */
export type Line = {
  readonly ack: (body?: object) => Promise<void>
  /** Where he is, as long as Slack lets us answer there. */
  readonly respond: (text: string) => Promise<void>
  /** By a message, wherever he is. */
  readonly tell: (text: string) => Promise<void>
}

type Givers = {
  readonly [K in Reply['kind']]: (reply: Extract<Reply, { kind: K }>) => Promise<void>
}

/**
 * The answer to one visit. It knows for each way of coming in how words, windows and errors reach
 * the member, before the acknowledgement and after it, and what to do when Slack takes none of it.
 */
export class Answer {
  readonly #visit: Visit
  readonly #line: Line
  readonly #office: Office
  readonly #screen: Screen
  #acked = false

  constructor(visit: Visit, line: Line, office: Office) {
    this.#visit = visit
    this.#line = line
    this.#office = office
    this.#screen = new Screen(visit, office)
  }

  /** The window that was opened for this visit, or that it came from. */
  get window(): Screen['window'] {
    return this.#screen.window
  }

  /** Says that it has been received; what comes of it follows by another way. */
  async ack(body?: object): Promise<void> {
    if (this.#acked) return
    this.#acked = true
    await this.#line.ack(body)
  }

  /** Acknowledges a form that takes long by showing that it is being worked at. */
  async ackWaiting(view: ModalView): Promise<void> {
    if (this.#acked) return
    if (this.#visit.way !== 'submission') return await this.ack()
    this.#screen.waitInForm()
    await this.ack({ response_action: 'update', view })
  }

  /** Opens a window at once, while the trigger lives. */
  async openWaiting(view: ModalView, over: boolean): Promise<void> {
    await this.#screen.wait(view, over)
  }

  /** Gives the member what his deed came to. */
  async give(reply: Reply, sight: Sight): Promise<void> {
    const give = this.#givers(sight)[reply.kind] as (reply: Reply) => Promise<void>
    await give(reply)
  }

  #givers(sight: Sight): Givers {
    return {
      say: async ({ text }) => await this.#say(text, sight),
      show: async (reply) => await this.#showWatched(reply, sight),
      push: async ({ view }) => await this.#push(view, sight),
      errors: async ({ errors }) => await this.#errors(errors, sight),
      close: async (reply) => await this.#close(reply, sight),
      options: async ({ options }) => await this.ack({ options: options.map(shownOption) }),
      home: async ({ view }) => {
        await this.ack()
        const came = await this.#office.views.publish(this.#visit.member.user, view)
        if (!came.ok) this.#office.trouble('home', new WindowRefused(came.code))
      },
      nothing: async () => await this.ack(),
    }
  }

  async #say(text: string, sight: Sight): Promise<void> {
    if (!this.#screen.isWaiting && !this.#acked) return await this.#sayInAck(text, sight)
    await this.ack()
    // Nobody has pressed anything: a home tab is only looked at.
    if (this.#visit.way === 'home') return
    if (!(await this.#sayInWindow(notice(sight, text)))) await this.#sayAside(text)
  }

  async #sayInWindow(view: ModalView): Promise<boolean> {
    if (this.#screen.isWaiting && (await this.#screen.change(view)).ok) return true
    return this.#visit.respondAt === undefined && (await this.#screen.open(view)).ok
  }

  /** Where no window can say it: beside the message it was pressed on, or in a message of its own. */
  async #sayAside(text: string): Promise<void> {
    const { respond, tell } = this.#line
    if (!this.#visit.respondAt) return await tell(text)
    await respond(text).catch(async () => await tell(text))
  }

  async #sayInAck(text: string, sight: Sight): Promise<void> {
    const { way } = this.#visit
    if (way === 'command') return await this.ack({ response_type: 'ephemeral', text })
    if (way === 'options') return await this.ack({ options: [] })
    if (way === 'submission') return await this.#sayInForm(text, sight)
    await this.ack()
    await this.#say(text, sight)
  }

  /** Words about a form lie over it, or beside its first field: what was typed stays. */
  async #sayInForm(text: string, sight: Sight): Promise<void> {
    const { view } = this.#visit
    const [block] = Object.values(view?.blocks ?? {})
    if (!view?.isRoot && block) {
      return await this.ack({ response_action: 'errors', errors: { [block]: text } })
    }
    const action = isThird(view) ? 'update' : 'push'
    await this.ack({ response_action: action, view: notice(sight, text) })
  }

  async #showWatched(
    { view, watch }: Extract<Reply, { kind: 'show' }>,
    sight: Sight,
  ): Promise<void> {
    const came = await this.#orSay(await this.#show(view), sight)
    const { user } = this.#visit.member
    if (came.ok && watch) {
      this.#office.watch({ ...watch, user, view: { id: came.id, hash: came.hash } })
    }
  }

  async #show(view: ModalView): Promise<ViewOutcome> {
    const from = this.#visit.view
    if (this.#screen.isWaiting) return await this.#change(view)
    if (this.#visit.way === 'submission' && from && !this.#acked) {
      await this.ack({ response_action: 'update', view })
      // Slack does not tell the hash of what it was answered with.
      return { ok: true, id: from.id, hash: '' }
    }
    await this.ack()
    return from?.kind === 'modal'
      ? await this.#screen.replace({ id: from.id, hash: from.hash }, view)
      : await this.#screen.open(view)
  }

  async #push(view: ModalView, sight: Sight): Promise<void> {
    if (this.#visit.way === 'submission' && !this.#screen.isWaiting && !this.#acked) {
      return await this.ack({ response_action: 'push', view })
    }
    await this.ack()
    const came = this.#screen.isWaiting ? this.#change(view) : this.#screen.open(view)
    await this.#orSay(await came, sight)
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
    if (this.#screen.isWaiting) {
      await this.#orSay(await this.#change(notice(sight, sight.words.door.done)), sight)
    }
    await this.ack(all ? { response_action: 'clear' } : undefined)
    if (below) await this.#screen.replace({ id: below.id }, below.view)
  }

  async #change(view: ModalView): Promise<ViewOutcome> {
    await this.ack()
    return await this.#screen.change(view)
  }

  /** What Slack does not show is said, unless he has closed the window: then he does not want it. */
  async #orSay(came: ViewOutcome, sight: Sight): Promise<ViewOutcome> {
    if (came.ok || came.code === 'gone') return came
    this.#office.trouble('window', new WindowRefused(came.code))
    const { failed } = sight.words.door
    // Slack has been asked for long enough where it takes no window at all.
    await (isPassing(came.code) ? this.#sayAside(failed) : this.#say(failed, sight))
    return came
  }
}

/** Slack allows three windows on top of each other. */
const isThird = (view: VisitedView | undefined): boolean =>
  view?.below !== undefined && view.below !== view.root

const shownOption = ({ text, value }: { text: string; value: string }): object => ({
  text: { type: 'plain_text', text, emoji: false },
  value,
})
