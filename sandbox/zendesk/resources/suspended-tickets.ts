import type { Account } from '../account/account.ts'
import type { Suspended } from '../account/records.ts'
import { showSuspended } from '../account/show.ts'
import { maySuspended } from '../transport/allow.ts'
import { type Call, type Handler, idOf, idsOf, none, ok, type Route } from '../transport/call.ts'
import { notFound } from '../transport/errors.ts'
import { cursorPage } from '../transport/paging.ts'

const scope = 'tickets'

const list: Handler = (call, account) => {
  maySuspended(account, call.actor)
  const page = cursorPage(call, account, {
    rows: account.store.all('suspended'),
    place: ({ id }) => [id, id],
  })
  return ok({
    suspended_tickets: page.rows.map((one) => showSuspended(account, one)),
    ...page.rest,
  })
}

function suspendedOf(call: Call, account: Account): Suspended {
  maySuspended(account, call.actor)
  const found = account.store.get('suspended', idOf(call))
  if (!found) throw notFound()
  return found
}

// As recorded the key is singular; the official description says plural.
const show: Handler = (call, account) =>
  ok({ suspended_ticket: showSuspended(account, suspendedOf(call, account)) })

const remove: Handler = (call, account) => {
  drop(account, suspendedOf(call, account))
  return none
}

const removeMany: Handler = (call, account) => {
  maySuspended(account, call.actor)
  for (const id of idsOf(call, 'suspended tickets may be deleted')) {
    const found = account.store.get('suspended', id)
    if (found) drop(account, found)
  }
  return none
}

function drop(account: Account, { id }: Suspended): void {
  for (const file of account.store.by('attachments', 'comment_id', id))
    account.store.drop('attachments', file.id)
  account.store.drop('suspended', id)
  account.note('suspended_ticket.deleted', id)
}

/** The queue of what was not let in: facts 9. */
export const suspendedRoutes: Route[] = [
  { method: 'GET', path: '/suspended_tickets', scope, run: list },
  { method: 'DELETE', path: '/suspended_tickets/destroy_many', scope, run: removeMany },
  { method: 'GET', path: '/suspended_tickets/:id', scope, run: show },
  { method: 'DELETE', path: '/suspended_tickets/:id', scope, run: remove },
]
