import type { Candidate, OneSubject, PeopleFinds } from '../../records/finds.ts'

/** One of many, of whom a human must say who he is. */
export type Doubted = {
  /** His place in the list. */
  readonly person: number
  readonly subject: OneSubject
  readonly candidates: readonly Candidate[]
}

/** Several people of one request, by what must be said of them. */
export type Crowd = {
  /** One exact end user with a confirmed address each: they may be confirmed in bulk. */
  readonly sure: readonly Candidate[]
  readonly doubted: readonly Doubted[]
  /** How many stand in the list once more, in other words. */
  readonly twice: number
}

/** Parts many people into those whom everything speaks for, and those in doubt. */
export function crowdOf({ people = [], candidates }: PeopleFinds): Crowd {
  const byPerson = new Map<number, Candidate[]>()
  for (const one of candidates) {
    if (one.person === undefined) continue
    const others = byPerson.get(one.person)
    if (others) others.push(one)
    else byPerson.set(one.person, [one])
  }
  const sure: Candidate[] = []
  const doubted: Doubted[] = []
  let twice = 0
  people.forEach(({ subject, sameAs }, person) => {
    const met = byPerson.get(person) ?? []
    const [only, more] = met
    if (sameAs !== undefined) twice += 1
    else if (only && !more && isSure(only)) sure.push(only)
    else doubted.push({ person, subject, candidates: met })
  })
  return { sure, doubted, twice }
}

/** Exactly what was asked for, an end user, the address confirmed, and nothing against it. */
const isSure = ({ exact, role, active, evidence }: Candidate): boolean =>
  exact &&
  role === 'end-user' &&
  active &&
  evidence.some(({ code }) => code === 'verified-address') &&
  evidence.every(({ speaks }) => speaks === 'for')

/** Who is ticked before anybody has said anything: those whom everything speaks for. */
export const tickedAtFirst = (crowd: Crowd): number[] => crowd.sure.map(({ id }) => id)
