import type { Draft } from '../../records/entry.ts'
import {
  type Candidate,
  type OneSubject,
  type OwnTicket,
  PeopleDecision,
  PeopleFinds,
  Subject,
  type TermRecord,
  TraceDecision,
} from '../../records/finds.ts'
import type { Request } from '../../records/request.ts'
import type { User } from '../../zendesk/index.ts'
import { policyInForce } from '../authority.ts'
import type { Account, Hands } from '../hands.ts'
import { note } from '../journal.ts'
import { recall, whole } from '../vault.ts'
import { requestsBefore } from './before.ts'
import { candidateFor } from './candidate.ts'
import { latestDecision } from './earlier.ts'
import { evidenceBeside } from './evidence.ts'
import { peopleOf } from './many.ts'
import { shownUser, usersFor } from './named.ts'
import { usersNamed } from './namesakes.ts'
import { profilesOf, usersWith } from './strays.ts'
import { termsOf } from './terms.ts'

/**
 * Looks for the users that may be the person, and writes down what was found. In a later round these
 * are also the users that have an address of his by now. Where all that he was is deleted and nobody
 * new is found, there is nothing to ask: what was confirmed stands.
 */
export async function lookForPeople(request: Request, hands: Hands): Promise<undefined> {
  const known = await knownOf(request, hands)
  const finds = await find(request, known, hands)
  const round = (request.looks.people?.round ?? 0) + 1
  const { commit, part } = await whole(`people-${round}`, finds, hands)
  const candidates = finds.candidates.length
  const exact = finds.candidates.filter((one) => one.exact).length
  const people = finds.people ? { people: finds.people.length } : {}
  const look = { look: 'people', round, by: 'bot' } as const
  const counts = { candidates, exact, ...people }
  const found: Draft = { ...look, kind: 'found', counts, finds: commit }
  if (candidates > 0 || finds.gone.length + known.given.length === 0) {
    await note(request, [found], hands, { vault: new Map([part]) })
    return
  }
  const { others, given: terms, leftOut } = known
  const word = { users: finds.gone, others, terms, leftOut }
  const stands = await whole(`people-${round}-decided`, word, hands)
  const confirmed = { confirmed: finds.gone.length, 'not-the-person': 0 }
  const on = stands.commit
  const decided = { ...look, kind: 'decided', counts: confirmed, on, again: false } as const
  await note(request, [found, decided], hands, { vault: new Map([part, stands.part]) })
}

/** Whom a human has confirmed before: they are looked at again even when their ticket is gone. */
type Known = {
  readonly users: readonly Candidate[]
  readonly others: readonly number[]
  /** By what the person may be met again. */
  readonly terms: readonly TermRecord[]
  /** Those among them that were given where no profile gave them. */
  readonly given: PeopleDecision['terms']
  readonly leftOut: PeopleDecision['leftOut']
  readonly ownTicket?: OwnTicket | undefined
  /** Of several people, as they were named. */
  readonly people?: PeopleFinds['people']
}

const nobody: Known = { users: [], others: [], terms: [], given: [], leftOut: [] }

async function knownOf(request: Request, hands: Hands): Promise<Known> {
  const { id, looks } = request
  const on = await latestDecision(request, 'people', hands)
  if (!looks.people || !on) return nobody
  const { users, others, terms: given, leftOut } = await recall(id, on, PeopleDecision, hands)
  const { ownTicket, people } = await recall(id, looks.people.finds, PeopleFinds, hands)
  const traces = await latestDecision(request, 'traces', hands)
  const { accepted } = traces ? await recall(id, traces, TraceDecision, hands) : { accepted: [] }
  const { country } = await policyInForce(hands)
  const terms = [...termsOf(users, country), ...given, ...accepted]
  return { users, others, terms, given, leftOut, ownTicket, people }
}

async function find(request: Request, known: Known, hands: Hands): Promise<PeopleFinds> {
  const subject = await recall(request.id, request.subject, Subject, hands)
  const before = async (found: PeopleFinds): Promise<PeopleFinds> => {
    const earlier = await requestsBefore(request, found, hands)
    return earlier.length > 0 ? { ...found, before: earlier } : found
  }
  if (subject.by !== 'many') return await before(await findOne(request, subject, known, hands))
  const { country } = await policyInForce(hands)
  const tell = (done: number, of: number): void =>
    hands.progress?.(request.id, 'find-people', done, of)
  return await before(await peopleOf(subject, known, { zendesk: hands.zendesk, country, tell }))
}

async function findOne(
  request: Request,
  subject: OneSubject,
  known: Known,
  hands: Hands,
): Promise<PeopleFinds> {
  const { zendesk } = hands
  const { users, ownTicket = known.ownTicket } = await usersFor(subject, zendesk)
  hands.progress?.(request.id, 'find-people', 1, 2)
  const { still, gone } = await confirmedBefore(known, users, zendesk)
  const profiles = await profilesOf([...users, ...still], zendesk)
  const named = profiles.map((profile) => candidateFor(profile, subject))
  const candidates = [...named, ...(await metAgain(named, known, hands))]
  const namesakes = await namesakesOf(candidates, known, hands)
  hands.progress?.(request.id, 'find-people', 2, 2)
  return {
    subject,
    candidates,
    gone,
    ...(namesakes.length > 0 ? { namesakes } : {}),
    ...(ownTicket ? { ownTicket } : {}),
  }
}

/** Who was confirmed and is not named any more: still there, or deleted by now. */
async function confirmedBefore(
  { users }: Known,
  named: readonly User[],
  zendesk: Account,
): Promise<{ still: User[]; gone: Candidate[] }> {
  const still: User[] = []
  const gone: Candidate[] = []
  for (const before of users) {
    if (named.some((user) => user.id === before.id)) continue
    const shown = await shownUser(before.id, zendesk)
    still.push(...shown)
    if (shown.length === 0) gone.push({ ...before, active: false })
  }
  return { still, gone }
}

/**
 * Users who have an address, a number or an id of the person and are not among those he was named by:
 * a second account of his, perhaps, or one created again.
 */
async function metAgain(
  named: readonly Candidate[],
  { terms, others }: Known,
  hands: Hands,
): Promise<Candidate[]> {
  const { zendesk } = hands
  const { country } = await policyInForce(hands)
  const sure = named.filter(({ exact }) => exact)
  const all = [...terms, ...termsOf(sure, country)]
  const seen = new Set([...named.map((one) => one.id), ...others])
  const met = (await usersWith(all, { zendesk, country })).filter(({ user }) => !seen.has(user.id))
  return met.map((profile) => {
    const one = candidateFor(profile, { by: 'user', id: profile.user.id })
    const [first] = sure
    const evidence = first ? evidenceBeside(one, first, country) : []
    // Whoever was named is ticked already; nobody else ever is.
    const exact = sure.length === 0
    return { ...one, via: 'same-identity', exact, evidence: [...one.evidence, ...evidence] }
  })
}

/** Users of the same name, who share nothing else that tells people apart: somebody else, mostly. */
async function namesakesOf(
  candidates: readonly Candidate[],
  { users, others }: Known,
  hands: Hands,
): Promise<Candidate[]> {
  const [first, ...more] = candidates.filter(({ exact }) => exact)
  // Where the person was named by his name, namesakes are what was found.
  if (!first || more.length > 0 || users.length > 0) return []
  const { zendesk } = hands
  const { country } = await policyInForce(hands)
  const seen = new Set([...candidates.map(({ id }) => id), ...others])
  const met = (await usersNamed(first.name, zendesk)).filter(({ id }) => !seen.has(id))
  return (await profilesOf(met, zendesk)).map((profile) => {
    const one = candidateFor(profile, { by: 'name', value: first.name })
    return { ...one, evidence: [...evidenceBeside(one, first, country), ...one.evidence] }
  })
}
