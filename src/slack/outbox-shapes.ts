import type { KnownBlock } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { Clock } from './patience.ts'

/** What goes first when something has to wait. */
export type Priority = 'now' | 'soon' | 'later'

/** The rank of each: the smaller, the sooner. */
export const ranks: Readonly<Record<Priority, number>> = { now: 0, soon: 1, later: 2 }

/** What a message says. `text` is what notifications and screen readers get: at most 4,000 characters. */
export type Content = { readonly text: string; readonly blocks: readonly KnownBlock[] }

/** A message that stands in Slack. */
export type Posted = { readonly channel: string; readonly ts: string }

/** A message to stand once, whatever happens. */
export type Post = Content & {
  /**
   * Names the message for good, such as `<request id>.card`. It is readable by every app and member
   * of the workspace: random ids only, nothing about anybody.
   */
  readonly key: string
  /** Id of a channel or DM; not of a member. */
  readonly channel: string
  /** The `ts` of the message to reply to. */
  readonly thread?: string
  /**
   * When it may first have been posted, in milliseconds since 1970. Needed for whatever is asked for
   * again after a restart; without it this is taken to be the first time.
   */
  readonly since?: number
  /** `soon` unless told. */
  readonly priority?: Priority
}

/** A new state of a message. */
export type Edit = Posted & Content & { readonly priority?: Priority }

/** A refusal, for somebody who can act on it. */
export type Refusal = { readonly method: string; readonly channel: string; readonly code: string }

/** What an outbox stands in. */
export type OutboxHands = Clock & {
  /** The patient one. */
  readonly client: WebClient
  /** User id of the bot: what it did not write is never taken for its own. */
  readonly bot: string
  /** How many keys are known without asking Slack: 5,000 unless told. */
  readonly remembered?: number
  /** Told of a refusal, once until the same call succeeds there. */
  readonly onRefused?: (refusal: Refusal) => void
}
