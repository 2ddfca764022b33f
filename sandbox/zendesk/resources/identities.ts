import type { Account } from '../account/account.ts'
import { saveUser } from '../account/account.ts'
import { addIdentity, changeIdentity, checkedValue, identitiesOf } from '../account/identities.ts'
import type { Identity, User } from '../account/records.ts'
import { iso, showIdentity } from '../account/show.ts'
import { mayChange } from '../transport/allow.ts'
import {
  type Call,
  type Handler,
  idOf,
  none,
  objectIn,
  ok,
  type Reply,
  type Route,
} from '../transport/call.ts'
import { badAttribute, invalid, notFound } from '../transport/errors.ts'
import { pageOf } from '../transport/paging.ts'
import { userOf } from './users.ts'

const scope = 'users'

const list: Handler = (call, account) => all(call, account, userOf(call, account))

function all(call: Call, account: Account, user: User): Reply {
  const types = [...call.query.getAll('type[]'), ...call.query.getAll('type')]
  const own = identitiesOf(account, user.id).filter(
    ({ type }) => types.length === 0 || types.includes(type),
  )
  const page = pageOf(call, account, {
    rows: own,
    place: ({ primary, type, id }) => [primary ? (type === 'email' ? 0 : 1) : 2, id],
  })
  return ok({ identities: page.rows.map((one) => showIdentity(account, one)), ...page.rest })
}

const show: Handler = (call, account) =>
  ok({ identity: showIdentity(account, identityOf(call, account)) })

function identityOf(call: Call, account: Account): Identity {
  const user = userOf(call, account)
  const identity = account.store.get('identities', idOf(call, 'identity'))
  if (identity?.user_id !== user.id) throw notFound()
  return identity
}

const create: Handler = (call, account) => {
  const user = userOf(call, account)
  if (!user.active) throw notFound()
  mayChange(account, call.actor, user)
  const asked = objectIn(call.body, 'identity')
  const value = checkedValue(account, user.id, { type: asked['type'], value: asked['value'] })
  const type = String(asked['type'])
  if (
    identitiesOf(account, user.id).some(
      (one) => one.type === type && one.value.toLowerCase() === value.toLowerCase(),
    )
  )
    throw invalid(
      'value',
      `Value: ${value} is already being used by another user`,
      'DuplicateValue',
    )
  const identity = showIdentity(
    account,
    addIdentity(account, user, { type, value, verified: asked['verified'] === true }),
  )
  return { status: 201, body: { identity }, headers: { location: String(identity['url']) } }
}

const update: Handler = (call, account) => {
  const user = userOf(call, account)
  const identity = identityOf(call, account)
  mayChange(account, call.actor, user)
  const asked = objectIn(call.body, 'identity')
  const value =
    asked['value'] === undefined
      ? {}
      : { value: checkedValue(account, user.id, { type: identity.type, value: asked['value'] }) }
  const change = {
    ...value,
    ...verifiedBy(account, identity, asked),
    ...methodOf(asked['verification_method']),
  }
  return ok({ identity: showIdentity(account, changeIdentity(account, user, identity, change)) })
}

function verifiedBy(
  account: Account,
  identity: Identity,
  { verified }: Record<string, unknown>,
): Partial<Identity> {
  if (typeof verified !== 'boolean' || verified === identity.verified) return {}
  return {
    verified,
    verified_at: verified ? iso(account) : null,
    verification_method: verified ? 'low' : 'none',
  }
}

// Only these two may be set (facts 4).
function methodOf(method: unknown): Partial<Identity> {
  if (method === undefined) return {}
  if (method !== 'none' && method !== 'low')
    throw badAttribute('verification_method', 'must be none or low')
  return { verification_method: method }
}

const makePrimary: Handler = (call, account) => {
  const user = userOf(call, account)
  const identity = identityOf(call, account)
  mayChange(account, call.actor, user)
  if (identity.primary) return all(call, account, user)
  for (const one of identitiesOf(account, user.id)) {
    const primary = one.id === identity.id || (one.primary && one.type !== identity.type)
    if (one.primary !== primary)
      account.store.put('identities', { ...one, primary, updated_at: iso(account) })
  }
  saveUser(account, {
    ...user,
    ...(identity.type === 'email' ? { email: identity.value } : {}),
    updated_at: iso(account),
  })
  account.note('identity.made_primary', identity.id)
  return all(call, account, user)
}

const remove: Handler = (call, account) => {
  const user = userOf(call, account)
  const identity = identityOf(call, account)
  mayChange(account, call.actor, user)
  // The body of this refusal is not documented (facts 4): the envelope is, the sentence is ours.
  if (identity.primary && identity.type === 'email')
    throw invalid('base', 'Base The primary email identity cannot be deleted')
  account.index.touch('user', user.id)
  account.store.drop('identities', identity.id)
  account.note('identity.deleted', identity.id)
  return none
}

/** Identities: https://developer.zendesk.com/api-reference/ticketing/users/user_identities/ and facts 4. */
export const identityRoutes: Route[] = [
  { method: 'GET', path: '/users/:id/identities', scope, run: list },
  { method: 'POST', path: '/users/:id/identities', scope, run: create },
  { method: 'GET', path: '/users/:id/identities/:identity', scope, run: show },
  { method: 'PUT', path: '/users/:id/identities/:identity', scope, run: update },
  { method: 'DELETE', path: '/users/:id/identities/:identity', scope, run: remove },
  { method: 'PUT', path: '/users/:id/identities/:identity/make_primary', scope, run: makePrimary },
]
