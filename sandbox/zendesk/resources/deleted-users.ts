import type { Account } from '../account/account.ts'
import { statusesOf } from '../account/purges.ts'
import type { User } from '../account/records.ts'
import { purgeUser } from '../account/remove-user.ts'
import { showDeletedUser } from '../account/show.ts'
import { type Call, type Handler, idOf, ok, type Route } from '../transport/call.ts'
import { notFound } from '../transport/errors.ts'
import { limits } from '../transport/limits.ts'
import { pageOf } from '../transport/paging.ts'

const scope = 'users'

// The list keeps those that are gone for good, without their data (facts 3).
const list: Handler = (call, account) => {
  const rows = account.store
    .all('users')
    .filter(({ active, hidden }) => !active && !hidden.mergedInto)
  const page = pageOf(call, account, { rows, place: ({ id }) => [id, id] })
  return ok({
    deleted_users: page.rows.map((user) => showDeletedUser(account, user)),
    ...page.rest,
  })
}

function deletedOf(call: Call, { store }: Account): User {
  const user = store.get('users', idOf(call))
  if (!user || user.active || user.hidden.mergedInto || user.hidden.purgeAskedAt !== null)
    throw notFound()
  return user
}

const show: Handler = (call, account) =>
  ok({ deleted_user: showDeletedUser(account, deletedOf(call, account)) })

const purge: Handler = (call, account) =>
  ok({
    deleted_user: showDeletedUser(
      account,
      purgeUser(account, deletedOf(call, account), call.actor),
    ),
  })

const statuses: Handler = (call, account) => {
  const purgeAsked = account.store.get('purges', idOf(call))
  if (!purgeAsked) throw notFound()
  const wanted = call.query.get('application')
  const rows = statusesOf(account, purgeAsked).filter(
    ({ application }) => !wanted || application === wanted,
  )
  return ok({ compliance_deletion_statuses: rows })
}

/** Deleted users and what became of them: facts 3, 1.3, 1.4. */
export const deletedUserRoutes: Route[] = [
  { method: 'GET', path: '/deleted_users', scope, run: list },
  { method: 'GET', path: '/deleted_users/:id', scope, run: show },
  {
    method: 'DELETE',
    path: '/deleted_users/:id',
    scope,
    run: purge,
    limits: [limits.deletedUsers],
  },
  { method: 'GET', path: '/users/:id/compliance_deletion_statuses', scope, run: statuses },
]
