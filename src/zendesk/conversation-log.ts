import { z } from 'zod'
import { Attachment } from './comments.ts'
import { checkedId } from './ids.ts'
import { eachItem } from './pages.ts'
import type { Http } from './send.ts'

const Author = z.object({
  /** `user`, `agent` or `bot`. */
  type: z.string().nullish(),
  display_name: z.string().nullish(),
  'zen:support:user_id': z.int().nullish(),
  'zen:sunco:user_id': z.string().nullish(),
})

/**
 * One message or comment of a ticket's conversation, over all its channels. What `content` holds
 * depends on its own `type` (`text`: `text`; `html`: `body`; and forms, cards, files …).
 *
 * Of a messaging conversation (`Messaging::ConversationMessage`), `reference` ends with the
 * message's id there. `chat_id` and `message_id` are no documented fields: where Zendesk gives none,
 * `chats.inTicket` has what a redaction asks for.
 *
 * https://developer.zendesk.com/documentation/ticketing/reference-guides/conversation-log-events-reference
 */
const LogEvent = z.object({
  id: z.string(),
  type: z.string(),
  reference: z.string(),
  created_at: z.string(),
  author: Author.nullish(),
  content: z.record(z.string(), z.unknown()).default({}),
  attachments: z.array(Attachment).default([]),
  metadata: z
    .object({
      public: z.boolean().nullish(),
      system: z.record(z.string(), z.unknown()).nullish(),
    })
    .default({}),
  chat_id: z.string().optional(),
  message_id: z.string().optional(),
})
export type LogEvent = z.infer<typeof LogEvent>

const Many = z.object({ events: z.array(LogEvent) })

/** https://developer.zendesk.com/api-reference/ticketing/tickets/conversation_log/ */
export const conversationLog = (http: Http) => ({
  /** @throws ZendeskRefused 404 `InvalidEndpoint` where the account hasn't got it. */
  conversationLog: (ticketId: number): AsyncIterable<LogEvent> =>
    eachItem(http, {
      path: '/api/v2/tickets/{ticket_id}/conversation_log',
      params: { ticket_id: checkedId(ticketId) },
      shape: Many,
      items: (page) => page.events,
      by: 'cursor',
    }),
})
