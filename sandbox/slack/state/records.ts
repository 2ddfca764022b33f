import type { Json } from '../blocks/walk.ts'

/** A person or a bot. */
export type User = {
  readonly id: string
  readonly team: string
  readonly name: string
  readonly real_name: string
  readonly email: string | null
  readonly locale: string
  readonly tz: string
  readonly deleted: boolean
  readonly is_bot: boolean
  readonly is_admin: boolean
  /** A guest of several channels. */
  readonly is_restricted: boolean
  /** A guest of one channel; `is_restricted` holds too. */
  readonly is_ultra_restricted: boolean
}

/** A channel, private channel or DM. */
export type Channel = {
  readonly id: string
  readonly name: string
  readonly kind: 'public' | 'private' | 'im'
  readonly members: readonly string[]
  readonly archived: boolean
  readonly ext_shared: boolean
  readonly created: number
}

/** A message; `id` is channel and ts. */
export type Message = {
  readonly id: string
  readonly channel: string
  readonly ts: string
  readonly user: string
  readonly bot: boolean
  readonly subtype?: string
  readonly text: string
  readonly blocks?: readonly Json[]
  readonly attachments?: readonly Json[]
  readonly thread_ts?: string
  readonly edited?: { readonly user: string; readonly ts: string }
  readonly metadata?: Json
  readonly files?: readonly Json[]
  readonly reactions?: readonly { readonly name: string; readonly users: readonly string[] }[]
}

/** A message that one member sees until the client reloads. */
export type Ephemeral = {
  readonly id: string
  readonly channel: string
  readonly ts: string
  readonly user: string
  /** `false` when Slack itself speaks, as in a Slackbot line. */
  readonly bot: boolean
  readonly text: string
  readonly blocks?: readonly Json[]
  readonly attachments?: readonly Json[]
  readonly thread_ts?: string
}

/** What members have put in, by block and action. */
export type Values = Readonly<Record<string, Readonly<Record<string, Json>>>>

/** A modal on somebody's stack, or a home tab. */
export type View = {
  readonly id: string
  readonly user: string
  readonly type: 'modal' | 'home'
  readonly root: string
  readonly previous: string | null
  readonly hash: string
  readonly given: Json
  readonly values: Values
  readonly errors: Readonly<Record<string, string>>
  readonly opened: number
}

/** What a member has put into the elements of a message; `id` is member and message. */
type Draft = { readonly id: string; readonly values: Values }

/** A user group. */
export type Group = {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly users: readonly string[]
  readonly disabled: boolean
}

/** A permission to open one modal (facts 1.6). */
export type Trigger = {
  readonly id: string
  readonly user: string
  readonly at: number
  readonly used: boolean
}

/** A `response_url` (facts 1.7). */
export type Hook = {
  readonly id: string
  readonly user: string
  readonly channel: string
  readonly at: number
  readonly uses: number
  /** What `replace_original` changes; none for a slash command. */
  readonly source:
    | { readonly kind: 'message'; readonly id: string }
    | { readonly kind: 'ephemeral'; readonly id: string }
    | null
}

/** An uploaded file. */
export type FileRecord = {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly length: number
  readonly uploaded: boolean
  readonly channel: string | null
}

/** An event on its way (facts 1.8). */
export type Pending = {
  readonly id: string
  readonly body: Json
  readonly attempt: number
  readonly due: number
  readonly reason: string | null
}

/** How the app is installed. */
export type Installation = {
  readonly id: 'app'
  readonly requestUrl: string | null
  readonly token: 'active' | 'revoked'
  readonly scopes: readonly string[]
  readonly plan: 'free' | 'paid'
  readonly events: readonly string[]
  /** Slash commands the app owns; `null` takes any. */
  readonly commands: readonly string[] | null
}

/** The last number given out. */
type Counter = { readonly id: string; readonly value: number }

/** Everything that is kept. */
export type Tables = {
  users: User
  channels: Channel
  messages: Message
  ephemerals: Ephemeral
  views: View
  drafts: Draft
  groups: Group
  triggers: Trigger
  hooks: Hook
  files: FileRecord
  pending: Pending
  installation: Installation
  counters: Counter
}
