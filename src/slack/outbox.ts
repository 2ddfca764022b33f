import { directChannels } from './direct.ts'
import { Edits } from './edits.ts'
import { Once } from './once.ts'
import type { Edit, OutboxHands, Post, Posted } from './outbox-shapes.ts'
import { Holds, OutboxStopped } from './patience.ts'
import { Posts } from './posts.ts'

export { SlackRefused } from './failure.ts'
export type { Edit, OutboxHands, Post, Posted } from './outbox-shapes.ts'
export { OutboxStopped } from './patience.ts'

/**
 * Everything the desk says in channels and DMs. One per process. What it answers with may be left
 * alone: an error that nobody waits for brings nothing down, and `onRefused` tells of refusals.
 */
export class Outbox {
  readonly #ending = new AbortController()
  readonly #work = new Set<Promise<unknown>>()
  readonly #posts: Posts
  readonly #edits: Edits
  readonly #direct: (user: string) => Promise<string>

  constructor(hands: OutboxHands) {
    const patience = { clock: hands, holds: new Holds(), ending: this.#ending.signal }
    const refusals = new Once(hands.onRefused ?? (() => {}))
    this.#direct = directChannels(hands.client, patience)
    this.#edits = new Edits(hands, patience, refusals)
    this.#posts = new Posts({
      hands,
      patience,
      refusals,
      stands: (posted, content) => this.#edits.stands(posted, content),
    })
  }

  /**
   * Posts once for its key, now or at an earlier time or in an earlier process; what it said then
   * stays: `edit` it. Tries until it stands. Throws `SlackRefused` and `OutboxStopped`.
   */
  post(post: Post): Promise<Posted> {
    return this.#kept(() => this.#posts.post(post))
  }

  /**
   * Brings a message to a state; the latest asked for wins, the same one is not sent twice, and at
   * most one goes in 3 s. Resolves when this or a later state is up. Throws like `post`.
   */
  edit(edit: Edit): Promise<void> {
    return this.#kept(() => this.#edits.edit(edit))
  }

  /** The channel of the bot and one member, opened if need be. Throws like `post`. */
  direct(user: string): Promise<string> {
    return this.#kept(() => this.#direct(user))
  }

  /** Resolves when nothing is under way or waiting. */
  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.allSettled(this.#work)
  }

  /**
   * Takes nothing more. Resolves when the calls in hand are over and each message has its last
   * state, as far as Slack takes it now; whatever would have to wait throws `OutboxStopped`.
   */
  async stop(): Promise<void> {
    this.#ending.abort()
    this.#posts.end()
    this.#edits.end()
    await this.idle()
  }

  #kept<T>(begin: () => Promise<T>): Promise<T> {
    if (this.#ending.signal.aborted) return handled(Promise.reject(new OutboxStopped('outbox')))
    const promise = handled(begin())
    if (this.#work.has(promise)) return promise
    this.#work.add(promise)
    void promise.catch(() => {}).then(() => this.#work.delete(promise))
    return promise
  }
}

function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}
