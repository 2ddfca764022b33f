import type { CollectedIndex, CollectedUser } from '../../records/collected.ts'
import type { Mask } from './mask.ts'
import { redrawn } from './redrawn.ts'
import type { Profile } from './schema.ts'

/** What an organisation is told of: the person's membership, not what is noted about all its members. */
const ofOrganization = new Set(['id', 'name', 'domain_names', 'created_at'])

/** In a profile, what others have concluded or noted of the person: no part of article 20. */
const concluded = new Set(['notes', 'details', 'tags', 'suspended', 'moderator', 'report_csv'])

/** A user of the person's as it goes into `data/profile.json`. */
export function profileOf(
  { user, identities, organizations }: CollectedUser,
  { mask, portable }: { mask: Mask; portable: boolean },
): Profile['users'][number] {
  const record = (one: unknown): Record<string, unknown> => Object(redrawn(one, mask))
  const all = record(user)
  return {
    user: portable ? without(all, concluded) : all,
    identities: identities.map(record),
    organizations: organizations.map((one) => only(record(one), ofOrganization)),
  }
}

type Rows = (readonly [string, string])[]

/** The same as rows that a person reads: what holds nothing is left out. */
export function profileRows(
  { user, identities, organizations }: Profile['users'][number],
  { fields }: Pick<CollectedIndex, 'fields'>,
): Rows {
  const own = Object.entries(Object(user['user_fields'] ?? {})).map(
    ([key, value]) => [fields[`user:${key}`] ?? key, value] as const,
  )
  const plain = Object.entries(user).filter(([key]) => key !== 'user_fields' && key !== 'id')
  const named = [...plain, ...own].flatMap(([key, value]) => row(key.replaceAll('_', ' '), value))
  return [
    ...named,
    ...identities.flatMap((one) => row(textOf(one['type']), one['value'])),
    ...organizations.flatMap((one) => row('organization', one['name'])),
  ]
}

function row(name: string, value: unknown): Rows {
  if (value === null || value === undefined || value === '' || value === false) return []
  if (Array.isArray(value)) return value.length > 0 ? [[name, value.map(textOf).join(', ')]] : []
  return [[name, textOf(value)]]
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? '')

const without = (all: Record<string, unknown>, keys: ReadonlySet<string>) =>
  Object.fromEntries(Object.entries(all).filter(([key]) => !keys.has(key)))

const only = (all: Record<string, unknown>, keys: ReadonlySet<string>) =>
  Object.fromEntries(Object.entries(all).filter(([key]) => keys.has(key)))
