import type { Party } from './records.ts'

/** One thing that happened in a chat; messages and files have a `chat_index` and a `message_id`. */
export type ChatEvent = Readonly<Record<string, string | number | null>>

/** A chat or messaging conversation of a ticket, as the audit's `ChatStartedEvent` tells it (facts 7). */
export type Chat = {
  readonly id: string
  readonly ticket_id: number
  readonly event_id: number
  readonly audit_id: number
  readonly visitor_id: string
  readonly created_at: string
  /** Still going on: nothing of it can be redacted. */
  readonly active: boolean
  readonly history: readonly ChatEvent[]
}

/** A message of a side conversation, as its events tell it. */
type SideMessage = {
  readonly id: string
  readonly created_at: string
  readonly from: Party
  readonly to: readonly Party[]
  readonly subject: string
  readonly body: string
}

/** Mails with a third party beside the ticket's conversation: facts 5. */
export type SideConversation = {
  readonly id: string
  readonly ticket_id: number
  readonly subject: string
  readonly preview_text: string
  readonly state: string
  readonly participants: readonly Party[]
  readonly created_at: string
  readonly updated_at: string
  readonly messages: readonly SideMessage[]
}

/** What a requester said of how a ticket was handled. */
export type Rating = {
  readonly id: number
  readonly ticket_id: number
  readonly requester_id: number
  readonly assignee_id: number | null
  readonly group_id: number | null
  readonly score: string
  readonly comment: string | null
  readonly created_at: string
  readonly updated_at: string
}
