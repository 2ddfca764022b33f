import type { Candidate, OneSubject, PeopleFinds, Subject } from '../../records/finds.ts'
import type { Account } from '../hands.ts'
import { candidateFor } from './candidate.ts'
import { evidenceBeside } from './evidence.ts'
import { type Crowd, kindsOfNames, type Met, namedIn, readInto } from './many-named.ts'
import { type Known, numberIn, usersWith } from './strays.ts'
import { termsOf } from './terms.ts'

type Many = Extract<Subject, { by: 'many' }>

/** What humans have said of these people before. */
type Before = { readonly users: readonly Candidate[]; readonly others: readonly number[] }

type Where = {
  readonly zendesk: Account
  readonly country: string
  /** Told how many of the places are looked at. */
  readonly tell: (done: number, of: number) => void
}

/** Each kind of name; those who were confirmed before; who has the same number. */
const places = kindsOfNames + 2

/**
 * Looks for many people at once: addresses and numbers twenty a search, ids and tickets a hundred a
 * call. `people` is in the list's order, `Candidate.person` the place in it. A user who is named
 * twice is found once, at the first place; the later one says so.
 */
export async function peopleOf(subject: Many, before: Before, where: Where): Promise<PeopleFinds> {
  const crowd: Crowd = { ...where, known: new Map() }
  const met = await namedIn(subject.people, crowd, (kinds) => where.tell(kinds, places))
  await readInto(crowd, [...new Map(met.map(({ user }) => [user.id, user])).values()])
  const { candidates, people } = placed(met, subject.people, crowd.known)
  const { still, gone } = await confirmedBefore(before, candidates, crowd)
  where.tell(places - 1, places)
  const named = [...candidates, ...still]
  const strays = await metAgain(named, before, crowd)
  where.tell(places, places)
  return { subject, people, candidates: [...named, ...strays], gone }
}

/** Each user at the first place that names him. */
function placed(
  met: readonly Met[],
  subjects: readonly OneSubject[],
  known: ReadonlyMap<number, Known>,
): { candidates: Candidate[]; people: NonNullable<PeopleFinds['people']> } {
  const people: NonNullable<PeopleFinds['people']> = subjects.map((subject) => ({ subject }))
  const first = new Map<number, number>()
  const candidates: Candidate[] = []
  for (const { person, user, ownTicket } of met) {
    const [at, profile] = [people[person], known.get(user.id)]
    if (!at || !profile) continue
    if (ownTicket) at.ownTicket = ownTicket
    const place = first.get(user.id) ?? person
    if (place !== person) at.sameAs = place
    if (first.has(user.id)) continue
    first.set(user.id, person)
    candidates.push({ ...candidateFor(profile, at.subject), person })
  }
  return { candidates, people }
}

/** Who was confirmed and is not named any more: still there, or deleted by now. */
async function confirmedBefore(
  { users }: Before,
  candidates: readonly Candidate[],
  crowd: Crowd,
): Promise<{ still: Candidate[]; gone: Candidate[] }> {
  const seen = new Set(candidates.map(({ id }) => id))
  const missing = users.filter(({ id }) => !seen.has(id))
  if (missing.length === 0) return { still: [], gone: [] }
  const shown = await crowd.zendesk.users.showMany(missing.map(({ id }) => id))
  const active = await readInto(
    crowd,
    shown.filter((user) => user.active),
  )
  const there = new Map(active.map((one) => [one.user.id, one]))
  const still: Candidate[] = []
  const gone: Candidate[] = []
  for (const one of missing) {
    const found = there.get(one.id)
    if (!found) gone.push({ ...one, active: false })
    else still.push({ ...candidateFor(found, { by: 'user', id: one.id }), ...placeOf(one) })
  }
  return { still, gone }
}

const placeOf = ({ person }: Candidate): { person?: number } =>
  person === undefined ? {} : { person }

/** Users who share an address, a number or an id with one of them: each beside whom he shares it with. */
async function metAgain(
  named: readonly Candidate[],
  { users, others }: Before,
  crowd: Crowd,
): Promise<Candidate[]> {
  const { country } = crowd
  const owners = new Map<string, Candidate>()
  const sure = [...named.filter(({ exact }) => exact), ...users]
  for (const one of sure) for (const key of keysOf(one, country)) owners.set(key, one)
  const terms = termsOf(sure, country)
  const seen = new Set([...named.map(({ id }) => id), ...others])
  const met = await usersWith(terms, crowd)
  return met.flatMap((profile): Candidate[] => {
    if (seen.has(profile.user.id)) return []
    const one = candidateFor(profile, { by: 'user', id: profile.user.id })
    const owner = keysOf(one, country).flatMap((key) => owners.get(key) ?? [])[0]
    if (!owner) return []
    const evidence = [...one.evidence, ...evidenceBeside(one, owner, country)]
    return [{ ...one, via: 'same-identity', exact: false, evidence, ...placeOf(owner) }]
  })
}

/** By what two users are known for one: the kind and value of every term that only one person has. */
const keysOf = (user: Candidate, country: string): string[] =>
  termsOf([user], country)
    .filter(({ strength }) => strength === 'strong')
    .map(({ kind, value }) =>
      kind === 'phone' ? `phone ${numberIn(value, country)}` : value.toLowerCase(),
    )
