import type { TermRecord } from '../../records/finds.ts'
import type { Identity, User } from '../../zendesk/index.ts'
import { gather } from '../gather.ts'
import { inGroups } from '../groups.ts'
import type { Account } from '../hands.ts'
import { parsePhone } from '../matching/phone-forms.ts'
import { sideBySide } from './side-by-side.ts'

/** A user with his identities. */
export type Known = {
  readonly user: User
  readonly identities: readonly Pick<Identity, 'type' | 'value' | 'verified'>[]
}

type Where = {
  readonly zendesk: Account
  readonly country: string
  /** Whose identities have been read already. */
  readonly known?: ReadonlyMap<number, Known>
}

/** How many values one query asks for: a keyword given twice means either. */
const oneQuery = 20

/** Profiles are read so many at once. */
const profilesAtOnce = 8

/**
 * Every active user who has, to the letter, an address, a number or an external id of the person: not
 * deleted, or created again by a mail of his.
 */
export async function usersWith(terms: readonly TermRecord[], where: Where): Promise<Known[]> {
  const asked = new Map<number, User>()
  for (const query of queriesFor(terms, where.country)) {
    for await (const user of where.zendesk.users.search({ query })) asked.set(user.id, user)
  }
  const ids = terms.filter(({ kind }) => kind === 'external-id').map(({ value }) => value)
  for (const user of await byExternalIds(ids, where.zendesk)) asked.set(user.id, user)
  const found = await profilesOf(
    [...asked.values()].filter(({ active }) => active),
    where.zendesk,
    where.known,
  )
  const sought = valuesOf(terms, where.country)
  return found.filter((one) => [...valuesIn(one, where.country)].some((value) => sought.has(value)))
}

/** One by one they are searched for as they always were; many of them a hundred a call. */
const byExternalIds = async (ids: readonly string[], { users }: Account): Promise<User[]> => {
  if (ids.length > oneQuery) return await users.showManyExternal(ids)
  const found: User[] = []
  for (const externalId of ids) found.push(...(await gather(users.search({ externalId }))))
  return found
}

/** Each user with his identities, in the same order. */
export const profilesOf = async (
  users: readonly User[],
  { identities }: Account,
  known: ReadonlyMap<number, Known> = new Map(),
): Promise<Known[]> =>
  await gather(
    sideBySide(
      users,
      async (user) =>
        known.get(user.id) ?? { user, identities: await gather(identities.list(user.id)) },
      profilesAtOnce,
    ),
  )

/** Numbers are asked for by their end: digits without sign or separator (the search's own form). */
function queriesFor(terms: readonly TermRecord[], country: string): string[] {
  const emails = terms.filter(({ kind }) => kind === 'email').map(({ value }) => `email:${value}`)
  const phones = terms
    .filter(({ kind }) => kind === 'phone')
    .map(({ value }) => parsePhone(value, { country })?.nationalNumber ?? digitsOf(value))
    .filter((digits) => digits !== '')
    .map((digits) => `phone:*${digits}`)
  const groups = [...inGroups(emails, oneQuery), ...inGroups(phones, oneQuery)]
  return groups.map((group) => group.join(' '))
}

const digitsOf = (value: string): string => value.replaceAll(/\D/g, '')

/** What is compared: the value of a term that only one person can have. */
const valuesOf = (terms: readonly TermRecord[], country: string): Set<string> =>
  new Set(
    terms.flatMap(({ kind, value }) => {
      if (kind === 'phone') return [`phone ${numberIn(value, country)}`]
      return kind === 'email' || kind === 'external-id' ? [`${kind} ${value.toLowerCase()}`] : []
    }),
  )

/** A user's own values as `valuesOf` writes them. An identity may be of any kind. */
function valuesIn({ user, identities }: Known, country: string): Set<string> {
  const values = identities.map(({ value }) => value)
  const exact = (kind: string, own: string | null): string[] =>
    [own ?? '', ...values].filter(Boolean).map((value) => `${kind} ${value.toLowerCase()}`)
  return new Set([
    ...exact('email', user.email),
    ...exact('external-id', user.external_id),
    ...[...numbersIn({ user, identities }, country)].map((number) => `phone ${number}`),
  ])
}

/** Every phone number of a user, in the form of `numberIn`. */
export const numbersIn = ({ user, identities }: Known, country: string): Set<string> =>
  new Set(
    [user.phone ?? '', ...identities.map(({ value }) => value)]
      .map((value) => numberIn(value, country))
      .filter(Boolean),
  )

/** A phone number in one form, however it is written. */
export const numberIn = (value: string, country: string): string =>
  parsePhone(value, { country })?.number ?? digitsOf(value)
