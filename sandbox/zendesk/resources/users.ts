import type { Account } from '../account/account.ts'
import { liveIds, saveUser } from '../account/account.ts'
import { changeUser } from '../account/change-user.ts'
import { submit } from '../account/jobs.ts'
import type { User } from '../account/records.ts'
import { removeUser } from '../account/remove-user.ts'
import { iso, showUser } from '../account/show.ts'
import { findDocs } from '../search/find.ts'
import { adminOnly, mayChange } from '../transport/allow.ts'
import {
  type Call,
  type Handler,
  idOf,
  idsOf,
  none,
  objectIn,
  ok,
  type Route,
} from '../transport/call.ts'
import { badAttribute, notFound, tooManyValues } from '../transport/errors.ts'
import { limits } from '../transport/limits.ts'
import { offsetPage, pageOf } from '../transport/paging.ts'

const scope = 'users'

/** The user of a path, deleted or not: one that is gone for good still answers, inactive (facts 3). */
export function userOf(call: Call, { store }: Account, name = 'id'): User {
  const user = store.get('users', idOf(call, name))
  if (!user || user.hidden.mergedInto) throw notFound()
  return user
}

const me: Handler = ({ actor }, account) =>
  ok({ user: { ...showUser(account, actor), authenticity_token: 'stripped' } })

const show: Handler = (call, account) => ok({ user: showUser(account, userOf(call, account)) })

const list: Handler = (call, account) => {
  const roles = [...call.query.getAll('role'), ...call.query.getAll('role[]')]
  const external = call.query.get('external_id')?.toLowerCase()
  const rows = active(account).filter(
    (user) =>
      (roles.length === 0 || roles.includes(user.role)) &&
      (!external || user.external_id?.toLowerCase() === external),
  )
  return usersPage(call, account, rows)
}

const showMany: Handler = (call, account) => {
  const ids = new Set(named(call, account, 'users may be shown'))
  // Ids that nobody has are left out without a word, and the order is by id (facts 3).
  const rows = [...ids].flatMap((id) => account.store.get('users', id) ?? [])
  const users = rows
    .filter((user) => user.active)
    .toSorted((a, b) => a.id - b.id)
    .map((user) => showUser(account, user))
  return ok({ users, next_page: null, previous_page: null, count: users.length })
}

const search: Handler = (call, account) => {
  const external = call.query.get('external_id')
  const query = call.query.get('query')
  if (external === null && query === null) throw badAttribute('query', 'must be present')
  const rows =
    external === null
      ? findDocs(account, query ?? '', { type: 'user', me: call.actor.id }).flatMap(
          ({ id }) => account.store.get('users', id) ?? [],
        )
      : active(account).filter((user) => user.external_id?.toLowerCase() === external.toLowerCase())
  const { rows: found, rest } = offsetPage(
    call,
    account,
    rows.filter((user) => user.active).toSorted((a, b) => a.id - b.id),
  )
  return ok({ users: found.map((user) => showUser(account, user)), ...rest })
}

const active = ({ store }: Account): User[] => store.all('users').filter((user) => user.active)

function usersPage(call: Call, account: Account, rows: readonly User[]) {
  const page = pageOf(call, account, { rows, place: ({ id }) => [id, id] })
  return ok({ users: page.rows.map((user) => showUser(account, user)), ...page.rest })
}

const update: Handler = (call, account) => {
  const user = userOf(call, account)
  if (!user.active) throw notFound()
  mayChange(account, call.actor, user)
  const changed = changeUser(account, user, objectIn(call.body, 'user'), call.actor)
  return ok({ user: showUser(account, changed) })
}

const remove: Handler = (call, account) =>
  ok({ user: showUser(account, removeUser(account, userOf(call, account), call.actor)) })

const removeMany: Handler = (call, account) => {
  adminOnly(call.actor)
  return submit(account, call, {
    type: 'Bulk Delete User',
    work: 'users.destroy',
    ids: named(call, account, 'users may be deleted'),
  })
}

/** By `ids`, or by `external_ids` without regard to case (facts 3). */
function named(call: Call, account: Account, what: string): number[] {
  const external = call.query.get('external_ids')?.toLowerCase().split(',').filter(Boolean)
  if (!external) return idsOf(call, what)
  if (external.length > 100) throw tooManyValues(what)
  return active(account)
    .filter((user) => external.includes(user.external_id?.toLowerCase() ?? '\0'))
    .map(({ id }) => id)
}

const updateMany: Handler = (call, account) => {
  const body = call.body as { users?: unknown; user?: unknown } | null
  const batch = Array.isArray(body?.users) ? (body.users as Record<string, unknown>[]) : undefined
  const ids = batch
    ? batch.map(({ id }) => Number(id))
    : named(call, account, 'users may be updated')
  if (ids.some(Number.isNaN)) throw badAttribute('users', 'must each have an id')
  const one = batch ? {} : objectIn(call.body, 'user')
  return submit(account, call, {
    type: 'Bulk Update User',
    work: 'users.update',
    ids,
    patches: batch ?? ids.map(() => one),
  })
}

const related: Handler = (call, account) => {
  const { id } = userOf(call, account)
  return ok({
    user_related: {
      assigned_tickets: liveIds(account, 'assignee_id', id).length,
      requested_tickets: liveIds(account, 'requester_id', id).length,
      ccd_tickets: liveIds(account, 'email_cc_ids', id).length,
      organization_subscriptions: 0,
    },
  })
}

const endSessions: Handler = (call, account) => {
  const user = userOf(call, account)
  mayChange(account, call.actor, user)
  if (user.last_login_at) {
    saveUser(account, { ...user, updated_at: iso(account) })
    account.note('sessions.ended', user.id)
  }
  return none
}

/** Users: https://developer.zendesk.com/api-reference/ticketing/users/users/ and facts 3. */
export const userRoutes: Route[] = [
  { method: 'GET', path: '/users/me', scope, run: me },
  { method: 'GET', path: '/users/search', scope, run: search },
  { method: 'GET', path: '/users/show_many', scope, run: showMany },
  { method: 'PUT', path: '/users/update_many', scope, run: updateMany },
  { method: 'DELETE', path: '/users/destroy_many', scope, run: removeMany },
  { method: 'GET', path: '/users', scope, run: list },
  { method: 'GET', path: '/users/:id', scope, run: show },
  {
    method: 'PUT',
    path: '/users/:id',
    scope,
    run: update,
    limits: [limits.userUpdate, limits.usersUpdate],
  },
  { method: 'DELETE', path: '/users/:id', scope, run: remove },
  { method: 'GET', path: '/users/:id/related', scope, run: related },
  { method: 'DELETE', path: '/users/:id/sessions', scope, run: endSessions },
]
