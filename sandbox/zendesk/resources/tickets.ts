import { type Account, currentIds, liveTicket } from '../account/account.ts'
import { audited } from '../account/audits.ts'
import { changeTicket } from '../account/change-ticket.ts'
import { submit } from '../account/jobs.ts'
import type { Ticket } from '../account/records.ts'
import { deleteTicket } from '../account/remove-ticket.ts'
import { showTicket, showUser } from '../account/show.ts'
import { mayDeleteTickets } from '../transport/allow.ts'
import {
  type Call,
  type Handler,
  idOf,
  idsOf,
  isObject,
  none,
  objectIn,
  ok,
  type Route,
} from '../transport/call.ts'
import { badAttribute, notFound } from '../transport/errors.ts'
import { limits, perTicket } from '../transport/limits.ts'
import { pageOf } from '../transport/paging.ts'

const scope = 'tickets'

/** The ticket of a path; deleted ones are not there. */
export function ticketOf(call: Call, account: Account, name = 'id'): Ticket {
  const ticket = liveTicket(account, idOf(call, name))
  if (!ticket) throw notFound()
  return ticket
}

const show: Handler = (call, account) => {
  const ticket = ticketOf(call, account)
  return ok({
    ticket: { ...showTicket(account, ticket), ...counted(call, account, ticket) },
    ...people(call, account, [ticket]),
  })
}

const showMany: Handler = (call, account) => {
  const found = idsOf(call, 'tickets may be shown').flatMap((id) => liveTicket(account, id) ?? [])
  const tickets = found
    .toSorted((a, b) => a.id - b.id)
    .map((ticket) => ({ ...showTicket(account, ticket), ...counted(call, account, ticket) }))
  return ok({
    tickets,
    ...people(call, account, found),
    next_page: null,
    previous_page: null,
    count: tickets.length,
  })
}

// Archived tickets are not listed here (facts 5).
const list: Handler = (call, account) => {
  const page = pageOf(call, account, { rows: currentIds(account), place: (id) => [id, id] })
  const tickets = page.rows.flatMap((id) => account.store.get('tickets', id) ?? [])
  return ok({
    tickets: tickets.map((ticket) => ({
      ...showTicket(account, ticket),
      ...counted(call, account, ticket),
    })),
    ...people(call, account, tickets),
    ...page.rest,
  })
}

const including = (call: Call, what: string): boolean =>
  (call.query.get('include') ?? '').split(',').includes(what)

const counted = (call: Call, { store }: Account, { id }: Ticket): Record<string, unknown> =>
  including(call, 'comment_count') ? { comment_count: store.of(id).length } : {}

function people(call: Call, account: Account, tickets: readonly Ticket[]): Record<string, unknown> {
  if (!including(call, 'users')) return {}
  const ids = new Set(
    tickets.flatMap(({ requester_id, submitter_id, assignee_id }) => [
      requester_id,
      submitter_id,
      assignee_id,
    ]),
  )
  return {
    users: [...ids]
      .toSorted((a, b) => (a ?? 0) - (b ?? 0))
      .flatMap((id) => account.store.get('users', id ?? 0) ?? [])
      .map((user) => showUser(account, user)),
  }
}

const update: Handler = (call, account) => {
  const { ticket, audit } = changeTicket(
    account,
    ticketOf(call, account),
    objectIn(call.body, 'ticket'),
    call.actor,
  )
  return ok({
    ticket: showTicket(account, ticket),
    audit: audited(account, ticket, { id: audit.id, by: call.actor.id }),
  })
}

const updateMany: Handler = (call, account) => {
  const batch =
    isObject(call.body) && Array.isArray(call.body['tickets'])
      ? call.body['tickets'].filter(isObject)
      : undefined
  const ids = batch ? batch.map(({ id }) => Number(id)) : idsOf(call, 'tickets may be updated')
  if (ids.some(Number.isNaN)) throw badAttribute('tickets', 'must each have an id')
  const one = batch ? {} : objectIn(call.body, 'ticket')
  return submit(account, call, {
    type: 'Bulk Update Ticket',
    work: 'tickets.update',
    ids,
    patches: batch ?? ids.map(() => one),
  })
}

const remove: Handler = (call, account) => {
  const ticket = ticketOf(call, account)
  mayDeleteTickets(account, call.actor)
  deleteTicket(account, ticket, call.actor)
  return none
}

const removeMany: Handler = (call, account) => {
  mayDeleteTickets(account, call.actor)
  return submit(account, call, {
    type: 'Bulk Update Ticket',
    work: 'tickets.destroy',
    ids: idsOf(call, 'tickets may be deleted'),
  })
}

const related: Handler = (call, account) => {
  const { hidden } = ticketOf(call, account)
  return ok({
    topic_id: null,
    jira_issue_ids: [],
    followup_source_ids: [],
    from_archive: hidden.archived,
    incidents: 0,
  })
}

/** Tickets: https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/ and facts 6, 8. */
export const ticketRoutes: Route[] = [
  { method: 'GET', path: '/tickets', scope, run: list, limits: [limits.ticketsIndex] },
  { method: 'GET', path: '/tickets/show_many', scope, run: showMany },
  { method: 'PUT', path: '/tickets/update_many', scope, run: updateMany },
  { method: 'DELETE', path: '/tickets/destroy_many', scope, run: removeMany },
  { method: 'GET', path: '/tickets/:id', scope, run: show },
  {
    method: 'PUT',
    path: '/tickets/:id',
    scope,
    run: update,
    limits: [limits.ticketsUpdate, perTicket((call) => call.params['id'] ?? '')],
  },
  { method: 'DELETE', path: '/tickets/:id', scope, run: remove, limits: [limits.ticketsDelete] },
  { method: 'GET', path: '/tickets/:id/related', scope, run: related },
]
