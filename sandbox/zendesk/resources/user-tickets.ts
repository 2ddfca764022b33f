import { type Account, liveIds } from '../account/account.ts'
import { showTicket } from '../account/show.ts'
import { type Handler, ok, type Route } from '../transport/call.ts'
import { pageOf } from '../transport/paging.ts'
import { userOf } from './users.ts'

const scope = 'tickets'

const relations = {
  requested: 'requester_id',
  ccd: 'email_cc_ids',
  followed: 'follower_ids',
  assigned: 'assignee_id',
} as const

type Relation = (typeof relations)[keyof typeof relations]

const listOf =
  (relation: Relation): Handler =>
  (call, account) => {
    const { id: user } = userOf(call, account)
    const down = call.query.get('sort')?.startsWith('-') ?? false
    const page = pageOf(call, account, {
      rows: liveIds(account, relation, user),
      place: (id) => [down ? -id : id, id],
    })
    const tickets = page.rows.flatMap((id) => account.store.get('tickets', id) ?? [])
    return ok({ tickets: tickets.map((ticket) => showTicket(account, ticket)), ...page.rest })
  }

const countOf =
  (relation: Relation): Handler =>
  (call, account: Account) => {
    const { id } = userOf(call, account)
    const value = liveIds(account, relation, id).length
    return ok({ count: { value, refreshed_at: new Date(account.now()).toISOString() } })
  }

/** A person's tickets, archived ones included (facts 5). These paths are not in the official description. */
export const userTicketRoutes: Route[] = Object.entries(relations).flatMap(([name, relation]) => [
  { method: 'GET', path: `/users/:id/tickets/${name}`, scope, run: listOf(relation) },
  { method: 'GET', path: `/users/:id/tickets/${name}/count`, scope, run: countOf(relation) },
])
