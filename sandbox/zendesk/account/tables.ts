import type {
  Attachment,
  Audit,
  Comment,
  Identity,
  Organization,
  Suspended,
  Ticket,
  User,
} from './records.ts'
import type { Rule, Sent, View, Webhook } from './rule-records.ts'
import type { Chat, Rating, SideConversation } from './talk-records.ts'

/** Background work: facts 2.6. */
export type Job = {
  readonly id: string
  readonly type: string
  readonly work: string
  readonly ids: readonly number[]
  readonly patches: readonly Readonly<Record<string, unknown>>[]
  readonly actor: number
  readonly from: number
  readonly createdAt: number
  readonly dueAt: number
  readonly fails: 'none' | 'first' | readonly number[]
  readonly stuck: boolean
  readonly total: number | null
  readonly results: readonly Readonly<Record<string, unknown>>[] | { success: boolean } | null
  readonly doneAt: number | null
}

/** A permanent deletion on its way through the products: facts 3. */
export type Purge = {
  readonly id: number
  readonly by: number
  readonly askedAt: number
  readonly stuck: readonly string[]
}

/** A call recording. */
type Recording = { readonly id: string; readonly kind: string; readonly content: string }

/** An access token; `id` is the token itself. */
type Token = {
  readonly id: string
  readonly user: number
  readonly scope: string
  readonly expiresAt: number
}

/** What agents of this kind may do: facts 2.2. */
type CustomRole = {
  readonly id: number
  readonly name: string
  readonly description: string
  readonly role_type: number
  readonly team_member_count: number
  readonly created_at: string
  readonly updated_at: string
  readonly configuration: Readonly<Record<string, boolean | string>>
}

/** A number that only grows. */
type Counter = { readonly id: string; readonly value: number }

/** Every table of the account. */
export type Tables = {
  users: User
  identities: Identity
  organizations: Organization
  tickets: Ticket
  comments: Comment
  attachments: Attachment
  audits: Audit
  suspended: Suspended
  jobs: Job
  purges: Purge
  recordings: Recording
  tokens: Token
  roles: CustomRole
  counters: Counter
  chats: Chat
  sides: SideConversation
  ratings: Rating
  rules: Rule
  webhooks: Webhook
  views: View
  sent: Sent
}
