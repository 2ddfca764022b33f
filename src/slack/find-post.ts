import type { WebClient } from '@slack/web-api'
import { type Patience, persistently } from './patience.ts'
import { Recent } from './recent.ts'

/** A place where messages stand: a channel, or one thread of it. */
export type Place = { readonly channel: string; readonly thread?: string | undefined }

/** What a key may have been posted as. */
type Sought = Place & {
  readonly key: string
  /** When it may first have been posted, in milliseconds since 1970. */
  readonly since: number
}

/** What was seen at one time: every message of ours from `from` on. */
type Sweep = { readonly from: number; readonly seen: Promise<ReadonlyMap<string, string>> }

const nameOf = ({ channel, thread = '' }: Place): string => `${channel}:${thread}`

/** The kind of our messages' metadata. Every app of the workspace can read it: it holds a key, no more. */
export const eventType = 'rightsdesk'

/** Their clock and ours need not agree. */
const clockSlack = 5 * 60_000

/** Looks for messages that the desk may have posted already, by the key in their metadata. */
export class Finder {
  readonly #client: WebClient
  readonly #bot: string
  readonly #patience: Patience
  readonly #sweeps = new Recent<Sweep>(200)

  constructor(client: WebClient, bot: string, patience: Patience) {
    this.#client = client
    this.#bot = bot
    this.#patience = patience
  }

  /**
   * The `ts` of the message with this key, if it stands there. With `fresh` Slack is asked; without,
   * an earlier look that went back as far will do. Throws `SlackRefused`.
   */
  async find(sought: Sought, { fresh }: { readonly fresh: boolean }): Promise<string | undefined> {
    const before = this.#sweeps.get(nameOf(sought))
    const isGood = !fresh && before !== undefined && before.from <= sought.since
    const { seen } = isGood ? before : this.#look(sought, before?.from)
    return (await seen).get(sought.key)
  }

  /** Earlier looks no longer count. */
  forget(): void {
    this.#sweeps.clear()
  }

  #look(sought: Sought, earlier = sought.since): Sweep {
    const place = nameOf(sought)
    const from = Math.min(sought.since - clockSlack, earlier)
    const sweep = { from, seen: this.#sweep(sought, from) }
    this.#sweeps.set(place, sweep)
    sweep.seen.catch(() => {
      if (this.#sweeps.get(place) === sweep) this.#sweeps.delete(place)
    })
    return sweep
  }

  async #sweep({ channel, thread }: Place, from: number): Promise<Map<string, string>> {
    const seen = new Map<string, string>()
    const oldest = (Math.max(0, from) / 1000).toFixed(6)
    let cursor: string | undefined
    do {
      const asked = { channel, oldest, limit: 200, include_all_metadata: true as const }
      const page = await this.#page({ ...asked, ...(cursor ? { cursor } : {}) }, thread)
      for (const message of page.messages ?? []) this.#note(message, seen)
      cursor = page.response_metadata?.next_cursor
    } while (cursor)
    return seen
  }

  #note({ ts, user, metadata }: Message, seen: Map<string, string>): void {
    const key = keyIn(metadata)
    // Anybody's app may write the same metadata: only what this bot wrote is ours.
    if (key !== undefined && ts !== undefined && user === this.#bot) seen.set(key, ts)
  }

  async #page(asked: Asked, thread: string | undefined): Promise<Page> {
    const { conversations } = this.#client
    if (thread === undefined)
      return await persistently(
        this.#patience,
        'conversations.history',
        async () => await conversations.history(asked),
      )
    return await persistently(
      this.#patience,
      'conversations.replies',
      async () => await conversations.replies({ ...asked, ts: thread }),
    )
  }
}

type Asked = {
  readonly channel: string
  readonly oldest: string
  readonly limit: number
  readonly include_all_metadata: true
  readonly cursor?: string
}

type Message = { readonly ts?: string; readonly user?: string; readonly metadata?: Metadata }

type Page = {
  readonly messages?: readonly Message[]
  readonly response_metadata?: { readonly next_cursor?: string }
}

type Metadata = { readonly event_type?: string; readonly event_payload?: object }

function keyIn(metadata: Metadata | undefined): string | undefined {
  if (metadata?.event_type !== eventType) return undefined
  const { key } = (metadata.event_payload ?? {}) as { readonly key?: unknown }
  return typeof key === 'string' ? key : undefined
}
