import { z } from 'zod'
import { checkedId, checkedWord } from './ids.ts'
import { eachItem } from './pages.ts'
import type { Http } from './send.ts'

/** Somebody in a side conversation; whom Zendesk doesn't know has no `user_id`. */
const Participant = z.object({
  user_id: z.int().nullish(),
  name: z.string().nullish(),
  email: z.string().nullish(),
})

const Message = z.object({
  subject: z.string().nullish(),
  preview_text: z.string().nullish(),
  body: z.string().nullish(),
  html_body: z.string().nullish(),
  from: Participant.nullish(),
  to: z.array(Participant).default([]),
})

/**
 * A conversation beside a ticket, by e-mail, Slack or Teams, with people outside it. No call of the
 * API redacts its texts: they go with the ticket.
 *
 * https://developer.zendesk.com/api-reference/ticketing/side_conversation/side_conversation/
 */
const SideConversation = z.object({
  id: z.string(),
  subject: z.string().nullable().default(null),
  preview_text: z.string().nullable().default(null),
  participants: z.array(Participant).default([]),
  state: z.string().nullish(),
  created_at: z.string().nullish(),
})
export type SideConversation = z.infer<typeof SideConversation> & {
  /** What was written, oldest first: of the events only those that carry a message. */
  messages: readonly z.infer<typeof Message>[]
}

const Many = z.object({ side_conversations: z.array(SideConversation) })

/** https://developer.zendesk.com/api-reference/ticketing/side_conversation/side_conversation_event/ */
const Events = z.object({
  events: z.array(z.object({ type: z.string(), message: Message.nullish() })),
})

export const sideConversations = (http: Http) => ({
  /**
   * The conversations beside a ticket with their messages: one call for the list and one for each.
   *
   * @throws ZendeskRefused 403 or 404 where the account has none (they need an add-on).
   */
  sideConversations: async function* (
    ticketId: number,
  ): AsyncGenerator<SideConversation, void, undefined> {
    const found = eachItem(http, {
      path: '/api/v2/tickets/{ticket_id}/side_conversations',
      params: { ticket_id: checkedId(ticketId) },
      shape: Many,
      items: (page) => page.side_conversations,
      by: 'cursor',
      mayComeWhole: true,
    })
    for await (const one of found) {
      yield { ...one, messages: await messagesOf(http, ticketId, one.id) }
    }
  },
})

async function messagesOf(http: Http, ticketId: number, id: string) {
  const events = eachItem(http, {
    path: '/api/v2/tickets/{ticket_id}/side_conversations/{side_conversation_id}/events',
    params: { ticket_id: checkedId(ticketId), side_conversation_id: checkedWord(id) },
    shape: Events,
    items: (page) => page.events,
    by: 'cursor',
    mayComeWhole: true,
  })
  const messages: z.infer<typeof Message>[] = []
  for await (const { message } of events) if (message) messages.push(message)
  return messages
}
