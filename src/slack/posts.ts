import { failureOf, SlackRefused } from './failure.ts'
import { eventType, Finder } from './find-post.ts'
import { Lane, Lanes } from './lane.ts'
import { type Once } from './once.ts'
import type { Content, OutboxHands, Post, Posted, Refusal } from './outbox-shapes.ts'
import { ranks } from './outbox-shapes.ts'
import { Pace } from './pace.ts'
import { OutboxStopped, type Patience, restOut } from './patience.ts'
import { Recent } from './recent.ts'

const method = 'chat.postMessage'

/** How long a post whose answer was lost may still be on its way: a look now, and a last one. */
const settling = [2000, 10_000]

type Known = Posted & { readonly since: number }

type PostsHands = {
  readonly hands: OutboxHands
  readonly patience: Patience
  readonly refusals: Once<Refusal>
  /** Told what a new message says. */
  readonly stands: (posted: Posted, content: Content) => void
}

/** Puts messages up, each once for its key. */
export class Posts {
  readonly #hands: OutboxHands
  readonly #patience: Patience
  readonly #refusals: Once<Refusal>
  readonly #stands: PostsHands['stands']
  readonly #finder: Finder
  readonly #lanes = new Lanes((channel) => this.#lane(channel))
  readonly #paces = new Map<string, Pace>()
  readonly #underWay = new Map<string, Promise<Posted>>()
  readonly #known: Recent<Known>
  /** What may have been posted before this time is looked for: it is not in our memory. */
  #memorySince: number

  constructor({ hands, patience, refusals, stands }: PostsHands) {
    this.#hands = hands
    this.#patience = patience
    this.#refusals = refusals
    this.#stands = stands
    this.#finder = new Finder(hands.client, hands.bot, patience)
    this.#memorySince = hands.now()
    this.#known = new Recent(hands.remembered ?? 5000, (gone) => this.#forgot(gone))
  }

  /** Resolves when the message stands. Throws `SlackRefused` and `OutboxStopped`. */
  post(post: Post): Promise<Posted> {
    const known = this.#known.get(post.key)
    if (known) return Promise.resolve({ channel: known.channel, ts: known.ts })
    const before = this.#underWay.get(post.key)
    if (before) return before
    const delivery = this.#deliver(post).finally(() => this.#underWay.delete(post.key))
    this.#underWay.set(post.key, delivery)
    return delivery
  }

  end(): void {
    this.#lanes.end()
  }

  async #deliver(post: Post): Promise<Posted> {
    const since = post.since ?? this.#hands.now()
    try {
      const before = await this.#earlier(post, since)
      const ts = before ?? (await this.#send(post))
      if (before === undefined) this.#stands({ channel: post.channel, ts }, post)
      this.#known.set(post.key, { channel: post.channel, ts, since })
      this.#refusals.over(`${method} ${post.channel}`)
      return { channel: post.channel, ts }
    } catch (error) {
      throw this.#reported(error, post.channel)
    }
  }

  async #earlier(post: Post, since: number): Promise<string | undefined> {
    if (since >= this.#memorySince) return undefined
    return await this.#finder.find({ ...post, since }, { fresh: false })
  }

  async #send(post: Post): Promise<string> {
    const firstTry = this.#hands.now()
    const lane = this.#lanes.of(post.channel)
    for (;;) {
      const ts = await lane.run(
        () => ranks[post.priority ?? 'soon'],
        async () => await this.#call(post),
      )
      if (ts !== undefined) return ts
      const found = await this.#lookAgain(post, firstTry)
      if (found !== undefined) return found
    }
  }

  /** One call: the `ts`, or nothing when the answer was lost. */
  async #call({ key, channel, thread, text, blocks }: Post): Promise<string | undefined> {
    const args = {
      channel,
      text,
      blocks: [...blocks],
      ...(thread === undefined ? {} : { thread_ts: thread }),
      metadata: { event_type: eventType, event_payload: { key } },
      unfurl_links: false,
      unfurl_media: false,
    }
    try {
      const { ts } = await this.#hands.client.chat.postMessage(args)
      return ts
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind === 'lost') return undefined
      if (failure.kind === 'refused') throw new SlackRefused(method, failure.code)
      throw error
    } finally {
      this.#pace(channel).count(this.#hands.now())
    }
  }

  async #lookAgain(post: Post, since: number): Promise<string | undefined> {
    const { clock, ending } = this.#patience
    for (const ms of settling) {
      await restOut(clock, ms, ending)
      if (ending.aborted) throw new OutboxStopped(method)
      const found = await this.#finder.find({ ...post, since }, { fresh: true })
      if (found !== undefined) return found
    }
    return undefined
  }

  #forgot({ since }: Known): void {
    this.#memorySince = Math.max(this.#memorySince, since + 1)
    this.#finder.forget()
  }

  #reported(error: unknown, channel: string): unknown {
    if (error instanceof SlackRefused) {
      const { code } = error
      this.#refusals.tell(`${method} ${channel}`, code, { method: error.method, channel, code })
    }
    return error
  }

  #pace(channel: string): Pace {
    const pace = this.#paces.get(channel) ?? new Pace()
    this.#paces.set(channel, pace)
    return pace
  }

  #lane(channel: string): Lane {
    const { clock, holds } = this.#patience
    const name = `${method} ${channel}`
    return new Lane(clock, {
      opensAt: () => Math.max(holds.until(name), this.#pace(channel).opensAt(clock.now())),
      hold: (until) => holds.hold(name, until),
    })
  }
}
