import { badAttribute, invalid } from '../transport/errors.ts'
import { type Account, nextId, saveUser } from './account.ts'
import type { Identity, User } from './records.ts'
import { iso } from './show.ts'

const types = new Set([
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
])

/** A person's identities, the primary first. */
export const identitiesOf = ({ store }: Account, user: number): Identity[] =>
  store
    .by('identities', 'user_id', user)
    .toSorted((a, b) => Number(b.primary) - Number(a.primary) || a.id - b.id)

type Given = { readonly type: unknown; readonly value: unknown }

/** The value of an identity, if it is well formed and nobody else's (facts 4). */
export function checkedValue(
  account: Account,
  user: number,
  given: Given,
  field = 'value',
): string {
  if (typeof given.type !== 'string' || !types.has(given.type))
    throw badAttribute('type', 'is not an identity type')
  const value = trimmed(given.type, given.value)
  const fault =
    faultIn(given.type, value) ??
    (isTaken(account, user, { type: given.type, value }) ? duplicate : undefined)
  if (fault)
    throw invalid(
      field,
      `${field === 'email' ? 'Email' : 'Value'}: ${fault.says.replace('{}', value)}`,
      fault.code,
    )
  return value
}

function trimmed(type: string, value: unknown): string {
  if (typeof value !== 'string') return ''
  return type === 'email' ? value.trim().toLowerCase() : value.trim()
}

type Wrong = { readonly code: string; readonly says: string }
const duplicate: Wrong = {
  code: 'DuplicateValue',
  says: '{} is already being used by another user',
}

function faultIn(type: string, value: string): Wrong | undefined {
  if (value === '') return { code: 'BlankValue', says: 'cannot be blank' }
  const formed = type !== 'email' || /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(value)
  return formed ? undefined : { code: 'InvalidFormat', says: '{} is not properly formatted' }
}

function isTaken(
  { store }: Account,
  user: number,
  { type, value }: { type: string; value: string },
): boolean {
  const same = store.by('identities', 'value', value.toLowerCase()).find((one) => one.type === type)
  return same !== undefined && same.user_id !== user
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
