import { badAttribute, invalid } from '../transport/errors.ts'
import { type Account, nextId, saveUser } from './account.ts'
import type { Identity, User } from './records.ts'
import { iso } from './show.ts'

const types = [
  'email',
  'twitter',
  'facebook',
  'google',
  'phone_number',
  'agent_forwarding',
  'any_channel',
  'foreign',
  'sdk',
  'messaging',
  'microsoft',
]

/** A person's identities, the primary first. */
export const identitiesOf = ({ store }: Account, user: number): Identity[] =>
  store
    .all('identities')
    .filter(({ user_id }) => user_id === user)
    .toSorted((a, b) => Number(b.primary) - Number(a.primary) || a.id - b.id)

/** The value of an identity, if it is well formed and nobody else's (facts 4). */
export function checkedValue(
  { store }: Account,
  user: number,
  given: { type: unknown; value: unknown },
  field = 'value',
): string {
  if (typeof given.type !== 'string' || !types.includes(given.type))
    throw badAttribute('type', 'is not an identity type')
  const label = field === 'email' ? 'Email' : 'Value'
  if (typeof given.value !== 'string' || given.value.trim() === '')
    throw invalid(field, `${label}: cannot be blank`, 'BlankValue')
  const value = given.type === 'email' ? given.value.trim().toLowerCase() : given.value.trim()
  if (given.type === 'email' && !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(value))
    throw invalid(field, `${label}: ${given.value} is not properly formatted`, 'InvalidFormat')
  const taken = store
    .all('identities')
    .find((one) => one.type === given.type && one.value.toLowerCase() === value.toLowerCase())
  if (taken && taken.user_id !== user)
    throw invalid(
      field,
      `${label}: ${value} is already being used by another user`,
      'DuplicateValue',
    )
  return value
}

/** Adds an identity; the first address becomes the primary one. */
export function addIdentity(
  account: Account,
  user: User,
  given: { type: string; value: string; verified: boolean },
): Identity {
  const at = iso(account)
  const first =
    given.type === 'email' && !identitiesOf(account, user.id).some(({ type }) => type === 'email')
  const identity: Identity = {
    id: nextId(account),
    user_id: user.id,
    ...given,
    verification_method: given.verified ? 'low' : 'none',
    verified_at: given.verified ? at : null,
    primary: first || given.type !== 'email' ? !hasSame(account, user.id, given.type) : false,
    created_at: at,
    updated_at: at,
    undeliverable_count: 0,
    deliverable_state: 'deliverable',
  }
  account.index.touch('user', user.id)
  account.store.put('identities', identity)
  account.note('identity.created', identity.id)
  return identity
}

const hasSame = (account: Account, user: number, wanted: string): boolean =>
  identitiesOf(account, user).some(({ type, primary }) => type === wanted && primary)

/** Changes an identity; the primary address is the user's `email` too. */
export function changeIdentity(
  account: Account,
  user: User,
  identity: Identity,
  change: Partial<Identity>,
): Identity {
  const next = { ...identity, ...change }
  if (JSON.stringify(next) === JSON.stringify(identity)) return identity
  const changed = { ...next, updated_at: iso(account) }
  account.index.touch('user', user.id)
  account.store.put('identities', changed)
  account.note('identity.updated', identity.id)
  if (changed.type === 'email' && changed.primary && user.email !== changed.value)
    saveUser(account, { ...user, email: changed.value, updated_at: iso(account) })
  return changed
}
