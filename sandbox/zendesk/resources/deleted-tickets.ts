import type { Account } from '../account/account.ts'
import { stamp } from '../account/account.ts'
import { submit } from '../account/jobs.ts'
import type { Ticket } from '../account/records.ts'
import { restoreTicket } from '../account/remove-ticket.ts'
import { mayDeleteTickets, maySeeDeleted } from '../transport/allow.ts'
import { type Call, type Handler, idOf, idsOf, ok, type Route } from '../transport/call.ts'
import { notFound } from '../transport/errors.ts'
import { limits } from '../transport/limits.ts'
import { type Place, pageOf } from '../transport/paging.ts'

const scope = 'tickets'
const thirtyDays = 30 * 86_400_000

/** Not at once, not archived ones, not those gone for good, for thirty days (facts 8). */
const list: Handler = (call, account) => {
  maySeeDeleted(account, call.actor)
  const rows = [...account.store.allKept()].filter((ticket) => isListed(ticket, account))
  const page = pageOf(call, account, {
    rows,
    place: (ticket) => placeOf(call, ticket),
  })
  return ok({
    deleted_tickets: page.rows.map((ticket) => showDeleted(account, ticket)),
    ...page.rest,
  })
}

function isListed({ hidden }: Ticket, { now, delays }: Account): boolean {
  if (!hidden.gone || hidden.purged || hidden.archived) return false
  const age = now() - hidden.gone.at
  return age >= delays.listing && age < thirtyDays
}

function placeOf(call: Call, { id, subject, hidden }: Ticket): Place {
  const by = call.query.get('sort_by') ?? 'id'
  if (by === 'subject') return [subject, id]
  return [by === 'deleted_at' ? (hidden.gone?.at ?? 0) : id, id]
}

function showDeleted({ store }: Account, { id, subject, hidden }: Ticket): Record<string, unknown> {
  const by = hidden.gone?.by ?? 0
  return {
    id,
    subject,
    actor: { id: by, name: store.get('users', by)?.name ?? '' },
    deleted_at: stamp(hidden.gone?.at ?? 0),
    previous_state: hidden.gone?.state,
  }
}

const restore: Handler = (call, account) => {
  mayDeleteTickets(account, call.actor)
  restoreTicket(account, account.store.get('tickets', idOf(call)))
  return ok({})
}

const restoreMany: Handler = (call, account) => {
  mayDeleteTickets(account, call.actor)
  for (const id of idsOf(call, 'tickets may be restored'))
    restoreTicket(account, account.store.get('tickets', id))
  return ok({})
}

const purge: Handler = (call, account) => {
  mayDeleteTickets(account, call.actor)
  const ticket = account.store.get('tickets', idOf(call))
  if (!ticket?.hidden.gone || ticket.hidden.purged) throw notFound()
  return submit(account, call, {
    type: 'Bulk Delete Ticket',
    work: 'tickets.purge',
    ids: [ticket.id],
  })
}

const purgeMany: Handler = (call, account) => {
  mayDeleteTickets(account, call.actor)
  return submit(account, call, {
    type: 'Bulk Delete Ticket',
    work: 'tickets.purge',
    ids: idsOf(call, 'tickets may be deleted'),
  })
}

/** Deleted tickets: facts 8, 1.5. */
export const deletedTicketRoutes: Route[] = [
  {
    method: 'GET',
    path: '/deleted_tickets',
    scope,
    run: list,
    limits: [limits.deletedTicketsIndex],
  },
  { method: 'PUT', path: '/deleted_tickets/restore_many', scope, run: restoreMany },
  {
    method: 'DELETE',
    path: '/deleted_tickets/destroy_many',
    scope,
    run: purgeMany,
    limits: [limits.deletedTicketsMany],
  },
  { method: 'PUT', path: '/deleted_tickets/:id/restore', scope, run: restore },
  {
    method: 'DELETE',
    path: '/deleted_tickets/:id',
    scope,
    run: purge,
    limits: [limits.deletedTickets],
  },
]
