import type { OneSubject, OwnTicket } from '../../records/finds.ts'
import type { User } from '../../zendesk/index.ts'
import { inGroups } from '../groups.ts'
import type { Account } from '../hands.ts'
import { usersNamed } from './namesakes.ts'
import { type Known, numberIn, numbersIn, profilesOf, usersWith } from './strays.ts'

/** One user for one place in a list. */
export type Met = { readonly person: number; readonly user: User; readonly ownTicket?: OwnTicket }

/** Where many are looked for. `known` gathers the profiles that are read on the way. */
export type Crowd = {
  readonly zendesk: Account
  readonly country: string
  readonly known: Map<number, Known>
}

type Numbered<By extends OneSubject['by']> = {
  readonly person: number
  readonly subject: Extract<OneSubject, { by: By }>
}

/** How many values one query asks for: a keyword given twice means either. */
const oneQuery = 20

/** How many kinds of names there are: `looked` is told after each. */
export const kindsOfNames = 6

/** Whom the words of a list name, place by place. */
export async function namedIn(
  people: readonly OneSubject[],
  crowd: Crowd,
  looked: (kinds: number) => void,
): Promise<Met[]> {
  const by = <B extends OneSubject['by']>(kind: B): Numbered<B>[] =>
    people.flatMap((subject, person) =>
      subject.by === kind ? [{ person, subject } as Numbered<B>] : [],
    )
  const looks = [
    async () => await byTicket(by('ticket'), crowd.zendesk),
    async () => await byUser(by('user'), crowd.zendesk),
    async () => await byExternalId(by('external-id'), crowd.zendesk),
    async () => await byEmail(by('email'), crowd),
    async () => await byPhone(by('phone'), crowd),
    async () => await byName(by('name'), crowd.zendesk),
  ]
  const found: Met[] = []
  for (const [i, look] of looks.entries()) {
    found.push(...(await look()))
    looked(i + 1)
  }
  return found.filter(({ user }) => user.active).toSorted((a, b) => a.person - b.person)
}

async function byTicket(named: readonly Numbered<'ticket'>[], zendesk: Account): Promise<Met[]> {
  if (named.length === 0) return []
  const shown = await zendesk.tickets.showMany(named.map(({ subject }) => subject.id))
  const requesters = new Map(shown.map((ticket) => [ticket.id, ticket.requester_id]))
  const users = byId(await zendesk.users.showMany(new Set(requesters.values())))
  return named.flatMap(({ person, subject: { id } }) => {
    const user = users.get(requesters.get(id) ?? 0)
    return user ? [{ person, user, ownTicket: { id, requesterId: user.id } }] : []
  })
}

async function byUser(named: readonly Numbered<'user'>[], zendesk: Account): Promise<Met[]> {
  if (named.length === 0) return []
  const users = byId(await zendesk.users.showMany(named.map(({ subject }) => subject.id)))
  return named.flatMap(({ person, subject }) => {
    const user = users.get(subject.id)
    return user ? [{ person, user }] : []
  })
}

const byId = (users: readonly User[]): Map<number, User> =>
  new Map(users.map((user) => [user.id, user]))

async function byExternalId(
  named: readonly Numbered<'external-id'>[],
  zendesk: Account,
): Promise<Met[]> {
  if (named.length === 0) return []
  const shown = await zendesk.users.showManyExternal(named.map(({ subject }) => subject.value))
  const users = new Map(shown.map((user) => [(user.external_id ?? '').toLowerCase(), user]))
  return named.flatMap(({ person, subject }) => {
    const user = users.get(subject.value.toLowerCase())
    return user ? [{ person, user }] : []
  })
}

/** A search finds beginnings, too; only who has the address to the letter is anybody's candidate. */
async function byEmail(named: readonly Numbered<'email'>[], crowd: Crowd): Promise<Met[]> {
  const places = new Map(named.map(({ person, subject }) => [subject.value, person]))
  const users = new Map<number, User>()
  for (const group of inGroups([...places.keys()], oneQuery)) {
    const query = group.map((value) => `email:${value}`).join(' ')
    for await (const user of crowd.zendesk.users.search({ query })) {
      if (user.active) users.set(user.id, user)
    }
  }
  const found: Met[] = []
  for (const one of await readInto(crowd, [...users.values()])) {
    const addresses = [one.user.email ?? '', ...one.identities.map(({ value }) => value)]
    for (const address of new Set(addresses.map((value) => value.toLowerCase()))) {
      const person = places.get(address)
      if (person !== undefined) found.push({ person, user: one.user })
    }
  }
  return found
}

/** Reads the profiles of these users, those that are known already not again. */
export async function readInto(
  { zendesk, known }: Pick<Crowd, 'zendesk' | 'known'>,
  users: readonly User[],
): Promise<Known[]> {
  const read = await profilesOf(users, zendesk, known)
  for (const one of read) known.set(one.user.id, one)
  return read
}

async function byPhone(named: readonly Numbered<'phone'>[], crowd: Crowd): Promise<Met[]> {
  if (named.length === 0) return []
  const { country } = crowd
  // The nought of "+33 (0)6" is dialled only inside the country.
  const numbers = named.map(({ person, subject }) => ({
    person,
    value: subject.value.replace('(0)', ''),
  }))
  const terms = numbers.map(({ value }) => ({ kind: 'phone', value, strength: 'strong' }) as const)
  const met = await usersWith(terms, crowd)
  return met.flatMap((one) => {
    crowd.known.set(one.user.id, one)
    const own = numbersIn(one, country)
    return numbers
      .filter(({ value }) => own.has(numberIn(value, country)))
      .map(({ person }) => ({ person, user: one.user }))
  })
}

async function byName(named: readonly Numbered<'name'>[], zendesk: Account): Promise<Met[]> {
  const found: Met[] = []
  for (const { person, subject } of named) {
    const users = await usersNamed(subject.value, zendesk)
    found.push(...users.map((user) => ({ person, user })))
  }
  return found
}
