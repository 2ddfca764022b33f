import { adminOnly } from '../transport/allow.ts'
import { badAttribute, forbidden, invalid } from '../transport/errors.ts'
import { type Account, saveUser } from './account.ts'
import { addIdentity, checkedValue, identitiesOf } from './identities.ts'
import type { User } from './records.ts'
import { iso } from './show.ts'

type Patch = Readonly<Record<string, unknown>>

const texts = new Set([
  'name',
  'alias',
  'details',
  'notes',
  'external_id',
  'locale',
  'time_zone',
  'signature',
  'ticket_restriction',
])
const flags = new Set(['suspended', 'verified', 'moderator', 'only_private_comments'])
const numbers = new Set(['organization_id', 'custom_role_id', 'locale_id', 'default_group_id'])

/** Changes a profile by the rules of `PUT /users/{id}` (facts 1.11, 3). Says nothing when nothing changed. */
export function changeUser(account: Account, user: User, patch: Patch, actor: User): User {
  if ('role' in patch) checkRole(user, patch['role'], actor)
  const next = {
    ...user,
    ...plainFields(patch),
    ...lists(user, patch),
    ...phoneOf(account, user, patch['phone']),
  }
  if (next.name.trim() === '')
    throw invalid('name', 'Name: is too short (minimum is 1 characters)', 'BlankValue')
  if (next.suspended && user.hidden.owner) throw forbidden()
  const added = addEmail(account, user, patch['email'])
  if (same(user, next) && !added) return user
  const changed = { ...next, updated_at: iso(account) }
  saveUser(account, changed)
  if (!same(user, next)) account.note('user.updated', user.id)
  return changed
}

const same = (a: User, b: User): boolean => JSON.stringify(a) === JSON.stringify(b)

function checkRole(user: User, role: unknown, actor: User): void {
  if (role === user.role) return
  adminOnly(actor)
  throw badAttribute('role', 'roles cannot be changed in this account')
}

function plainFields(patch: Patch): Partial<User> {
  const given = Object.entries(patch).flatMap(([key, value]): [string, unknown][] => {
    if (texts.has(key)) return [[key, textOrNull(key, value)]]
    if (flags.has(key)) return [[key, value === true]]
    if (numbers.has(key)) return [[key, value === null ? null : Number(value)]]
    return key === 'remote_photo_url' || (key === 'photo' && value === null)
      ? [['photo', null]]
      : []
  })
  return Object.fromEntries(given)
}

function textOrNull(key: string, value: unknown): string | null {
  if (value !== null && typeof value !== 'string') throw badAttribute(key, 'must be a string')
  return key === 'name' ? (value ?? '') : value
}

function lists(user: User, patch: Patch): Partial<User> {
  const tags = patch['tags']
  const fields = patch['user_fields']
  return {
    ...(Array.isArray(tags)
      ? { tags: [...new Set(tags.map((tag) => String(tag).toLowerCase()))].toSorted() }
      : {}),
    ...(fields && typeof fields === 'object'
      ? { user_fields: { ...user.user_fields, ...fields } }
      : {}),
  }
}

/** An e-mail given to an update never becomes the primary one: it is added beside it. */
function addEmail(account: Account, user: User, email: unknown): boolean {
  if (email === undefined || email === null || email === '') return false
  const value = checkedValue(account, user.id, { type: 'email', value: email }, 'email')
  const own = identitiesOf(account, user.id).filter(({ type }) => type === 'email')
  if (own.some((identity) => identity.value.toLowerCase() === value)) return false
  addIdentity(account, user, { type: 'email', value, verified: false })
  return true
}

/** A number that is free becomes an identity, one that is taken stays a shared number. */
function phoneOf(account: Account, user: User, phone: unknown): Partial<User> {
  if (phone === undefined || phone === user.phone) return {}
  if (phone === null || phone === '') return { phone: null, shared_phone_number: null }
  if (typeof phone !== 'string') throw badAttribute('phone', 'must be a string')
  const holder = holderOf(account, phone)
  if (holder === undefined)
    addIdentity(account, user, { type: 'phone_number', value: phone, verified: true })
  return { phone, shared_phone_number: holder !== undefined && holder !== user.id }
}

const holderOf = ({ store }: Account, phone: string): number | undefined =>
  store.by('identities', 'digits', digits(phone))[0]?.user_id

const digits = (text: string): string => text.replace(/\D/g, '')
