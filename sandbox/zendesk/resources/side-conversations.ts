import type { Account } from '../account/account.ts'
import type { SideConversation } from '../account/talk-records.ts'
import { type Call, type Handler, ok, type Route } from '../transport/call.ts'
import { forbidden, invalidEndpoint, notFound } from '../transport/errors.ts'
import { offsetPage } from '../transport/paging.ts'
import { ticketOf } from './tickets.ts'

/** Only with the Collaboration add-on. What the others are told differs by account (facts 2.5). */
function allowed({ setup }: Account): void {
  if (setup.sideConversations === 'absent') throw invalidEndpoint()
  if (setup.sideConversations === 'forbidden') throw forbidden()
}

const show = ({ base }: Account, side: SideConversation): Record<string, unknown> => ({
  url: `${base()}/api/v2/tickets/${side.ticket_id}/side_conversations/${side.id}`,
  ...side,
  // Messages are events, asked for by themselves.
  messages: undefined,
  message_added_at: side.updated_at,
  state_updated_at: side.updated_at,
  external_ids: {},
})

function ownOf(call: Call, account: Account): SideConversation[] {
  allowed(account)
  return account.store.by('sides', 'ticket_id', ticketOf(call, account, 'ticket').id)
}

const list: Handler = (call, account) => {
  const page = offsetPage(call, account, ownOf(call, account))
  return ok({ side_conversations: page.rows.map((side) => show(account, side)), ...page.rest })
}

function sideOf(call: Call, account: Account): SideConversation {
  const side = ownOf(call, account).find(({ id }) => id === call.params['side'])
  if (!side) throw notFound()
  return side
}

const one: Handler = (call, account) => {
  const side = sideOf(call, account)
  const included = call.query.get('include') === 'events' ? { events: eventsOf(side) } : {}
  return ok({ side_conversation: show(account, side), ...included })
}

const eventsOf = ({ id, ticket_id, messages }: SideConversation): Record<string, unknown>[] =>
  messages.map(({ created_at, from, to, subject, body, ...message }, at) => ({
    id: message.id,
    side_conversation_id: id,
    ticket_id,
    type: at === 0 ? 'create' : 'reply',
    via: 'email',
    actor: from,
    created_at,
    message: { subject, preview_text: body, body, html_body: `<p>${body}</p>`, from, to },
    updates: {},
  }))

const events: Handler = (call, account) => {
  const page = offsetPage(call, account, eventsOf(sideOf(call, account)))
  return ok({ events: page.rows, ...page.rest })
}

/**
 * Side conversations, to read: nothing of them can be redacted, they go with their ticket.
 * https://developer.zendesk.com/api-reference/ticketing/side_conversation/side_conversation/
 */
export const sideRoutes: Route[] = [
  { method: 'GET', path: '/tickets/:ticket/side_conversations', scope: 'tickets', run: list },
  { method: 'GET', path: '/tickets/:ticket/side_conversations/:side', scope: 'tickets', run: one },
  {
    method: 'GET',
    path: '/tickets/:ticket/side_conversations/:side/events',
    scope: 'tickets',
    run: events,
  },
]
