import { type Account, liveTickets } from '../account/account.ts'
import type { Ticket } from '../account/records.ts'
import { showTicket } from '../account/show.ts'
import { type Handler, ok, type Route } from '../transport/call.ts'
import { pageOf } from '../transport/paging.ts'
import { userOf } from './users.ts'

const scope = 'tickets'

const relations: Readonly<Record<string, (ticket: Ticket, user: number) => boolean>> = {
  requested: ({ requester_id }, user) => requester_id === user,
  ccd: ({ email_cc_ids }, user) => email_cc_ids.includes(user),
  followed: ({ follower_ids }, user) => follower_ids.includes(user),
  assigned: ({ assignee_id }, user) => assignee_id === user,
}

const listOf =
  (relation: (ticket: Ticket, user: number) => boolean): Handler =>
  (call, account) => {
    const { id } = userOf(call, account)
    const rows = liveTickets(account).filter((ticket) => relation(ticket, id))
    const down = call.query.get('sort')?.startsWith('-') ?? false
    const page = pageOf(call, account, {
      rows,
      place: (ticket) => [down ? -ticket.id : ticket.id, ticket.id],
    })
    return ok({ tickets: page.rows.map((ticket) => showTicket(account, ticket)), ...page.rest })
  }

const countOf =
  (relation: (ticket: Ticket, user: number) => boolean): Handler =>
  (call, account: Account) => {
    const { id } = userOf(call, account)
    const value = liveTickets(account).filter((ticket) => relation(ticket, id)).length
    return ok({ count: { value, refreshed_at: new Date(account.now()).toISOString() } })
  }

/** A person's tickets, archived ones included (facts 5). These paths are not in the official description. */
export const userTicketRoutes: Route[] = Object.entries(relations).flatMap(([name, relation]) => [
  { method: 'GET', path: `/users/:id/tickets/${name}`, scope, run: listOf(relation) },
  { method: 'GET', path: `/users/:id/tickets/${name}/count`, scope, run: countOf(relation) },
])
