import type { Json } from './json.ts'

/** A member, guest, bot or stranger. */
export type Person = {
  readonly id: string
  readonly team: string
  readonly name: string
  readonly real_name: string
  readonly locale: string
  readonly tz: string
  readonly deleted: boolean
  readonly is_bot: boolean
  readonly is_admin: boolean
  readonly is_restricted: boolean
  readonly is_ultra_restricted: boolean
}

/** A channel as one member sees it. */
export type Channel = {
  readonly id: string
  readonly name: string
  readonly kind: 'public' | 'private' | 'im'
  readonly members: readonly string[]
  readonly archived: boolean
  readonly ext_shared: boolean
  readonly is_member: boolean
}

/** What messages and ephemerals have in common. */
export type Content = {
  readonly ts: string
  readonly channel: string
  readonly text: string
  readonly thread_ts?: string
  readonly blocks?: readonly Json[]
  readonly attachments?: readonly Json[]
}

/** A message; a thread's first one tells of its replies. */
export type Message = Content & {
  readonly user: string
  readonly bot_id?: string
  readonly subtype?: string
  readonly edited?: Json
  readonly reply_count?: number
  readonly reply_users?: readonly string[]
  readonly latest_reply?: string
  readonly files?: readonly Json[]
  readonly reactions?: readonly { readonly name: string; readonly users: readonly string[] }[]
}

/** A message that one member sees; `bot` is false where Slack itself speaks. */
export type Ephemeral = Content & {
  readonly id: string
  readonly user: string
  readonly bot: boolean
}

/** What elements hold, by block and action. */
export type Values = Readonly<Record<string, Readonly<Record<string, Json>>>>

/** A modal or a home tab. */
export type View = {
  readonly id: string
  readonly hash: string
  readonly type: 'modal' | 'home'
  readonly title?: Json
  readonly submit?: Json | null
  readonly close?: Json | null
  readonly blocks: readonly Json[]
  readonly state: { readonly values: Values }
  readonly errors?: Readonly<Record<string, string>>
}

/** What one member sees: `GET /_as/<user>`. */
export type Screen = {
  readonly user: Person
  readonly channels: readonly Channel[]
  readonly messages: readonly Message[]
  readonly ephemerals: readonly Ephemeral[]
  readonly views: readonly View[]
  readonly home: View | null
}

/** A user group. */
type Group = {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly users: readonly string[]
}

/** The workspace as a whole: `GET /_state`. */
export type Whole = {
  readonly team: { readonly id: string; readonly name: string }
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly app: { readonly id: string; readonly user: string; readonly name: string }
  readonly installation: {
    readonly requestUrl: string | null
    readonly commands: readonly string[] | null
  }
  readonly users: readonly Person[]
  readonly groups: readonly Group[]
  readonly channels: readonly Omit<Channel, 'is_member'>[]
  readonly messages: readonly Message[]
  readonly views: Readonly<Record<string, readonly View[]>>
}

/** What came of an act. */
export type Seen = {
  readonly ok: boolean
  readonly outcome: 'ok' | 'refused' | 'invalid' | 'confirm' | 'failed'
  readonly says?: string
  readonly errors?: Readonly<Record<string, string>>
  readonly confirm?: Json
  readonly options?: Json
  readonly modal?: View | null
  readonly ts?: string
  readonly error?: string
}
