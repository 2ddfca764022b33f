import type { Draft } from '../../records/entry.ts'
import {
  type Candidate,
  OneSubject,
  type OwnTicket,
  PeopleDecision,
  PeopleFinds,
  type TermRecord,
  TraceDecision,
} from '../../records/finds.ts'
import type { Request } from '../../records/request.ts'
import type { User } from '../../zendesk/index.ts'
import { policyInForce } from '../authority.ts'
import { gather } from '../gather.ts'
import type { Account, Hands } from '../hands.ts'
import { note } from '../journal.ts'
import { recall, whole } from '../vault.ts'
import { latestDecision } from './earlier.ts'
import { usersWith } from './strays.ts'
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
  const look = { look: 'people', round, by: 'bot' } as const
  const found: Draft = { ...look, kind: 'found', counts: { candidates, exact }, finds: commit }
  if (candidates > 0 || finds.gone.length === 0) {
    await note(request, [found], hands, { vault: new Map([part]) })
    return
  }
  const word = { users: finds.gone, others: known.others }
  const stands = await whole(`people-${round}-decided`, word, hands)
  const counts = { confirmed: finds.gone.length, 'not-the-person': 0 }
  const decided = { ...look, kind: 'decided', counts, on: stands.commit, again: false } as const
  await note(request, [found, decided], hands, { vault: new Map([part, stands.part]) })
}

/** Whom a human has confirmed before: they are looked at again even when their ticket is gone. */
type Known = {
  readonly users: readonly Candidate[]
  readonly others: readonly number[]
  /** By what the person may be met again. */
  readonly terms: readonly TermRecord[]
  readonly ownTicket?: OwnTicket | undefined
}

const nobody: Known = { users: [], others: [], terms: [] }

async function knownOf(request: Request, hands: Hands): Promise<Known> {
  const { id, looks } = request
  const on = await latestDecision(request, 'people', hands)
  if (!looks.people || !on) return nobody
  const { users, others } = await recall(id, on, PeopleDecision, hands)
  const { ownTicket } = await recall(id, looks.people.finds, PeopleFinds, hands)
  const traces = await latestDecision(request, 'traces', hands)
  const { accepted } = traces ? await recall(id, traces, TraceDecision, hands) : { accepted: [] }
  const { country } = await policyInForce(hands)
  return { users, others, terms: [...termsOf(users, country), ...accepted], ownTicket }
}

async function find(request: Request, known: Known, hands: Hands): Promise<PeopleFinds> {
  const { zendesk } = hands
  const { subject, users, ownTicket = known.ownTicket } = await named(request, known, hands)
  const gone: Candidate[] = []
  for (const before of known.users) {
    if (users.some((user) => user.id === before.id)) continue
    const still = await shown(before.id, zendesk)
    users.push(...still)
    if (still.length === 0) gone.push({ ...before, active: false })
  }
  const candidates: Candidate[] = []
  for (const user of users) {
    const identities = await gather(zendesk.identities.list(user.id))
    candidates.push(candidate(user, identities, subject))
  }
  candidates.push(...(await metAgain(request, candidates, known, hands)))
  return { subject, candidates, gone, ...(ownTicket ? { ownTicket } : {}) }
}

/** Whom the words of the opener name. */
async function named(
  request: Request,
  { terms }: Known,
  hands: Hands,
): Promise<{ subject: OneSubject } & Awaited<ReturnType<typeof usersFor>>> {
  const subject = await recall(request.id, request.subject, OneSubject, hands)
  const found = await usersFor(subject, hands.zendesk)
  hands.progress?.(request.id, 'find-people', 1, terms.length > 0 ? 2 : 1)
  return { subject, ...found }
}

/** Users who have an address of the person and are not among the candidates: created again, perhaps. */
async function metAgain(
  { id }: Request,
  candidates: readonly Candidate[],
  { terms, others }: Known,
  hands: Hands,
): Promise<Candidate[]> {
  if (terms.length === 0) return []
  const { country } = await policyInForce(hands)
  const seen = new Set([...candidates.map((one) => one.id), ...others])
  const met = await usersWith(terms, { zendesk: hands.zendesk, country })
  hands.progress?.(id, 'find-people', 2, 2)
  return met
    .filter(({ user }) => !seen.has(user.id))
    .map(({ user, identities }) => ({
      ...candidate(user, identities, { by: 'user', id: user.id }),
      via: 'same-identity',
    }))
}

async function usersFor(
  subject: OneSubject,
  zendesk: Account,
): Promise<{ users: User[]; ownTicket?: OwnTicket }> {
  switch (subject.by) {
    case 'ticket':
      return await requesterOf(subject.id, zendesk)
    case 'user':
      return { users: await shown(subject.id, zendesk) }
    case 'external-id':
      return { users: await gather(zendesk.users.search({ externalId: subject.value })) }
    case 'email':
      return await searched(`email:${subject.value}`, zendesk)
    case 'phone':
      return await searched(
        // The nought of "+33 (0)6" is dialled only inside the country.
        `phone:*${subject.value.replace('(0)', '').replace(/\D/g, '').replace(/^0+/, '')}`,
        zendesk,
      )
    case 'name':
      return await searched(`name:"${subject.value.replaceAll('"', '')}"`, zendesk)
    default:
      return subject satisfies never
  }
}

async function requesterOf(
  id: number,
  zendesk: Account,
): Promise<{ users: User[]; ownTicket?: OwnTicket }> {
  const ticket = await zendesk.tickets.show(id)
  if (!ticket) return { users: [] }
  const [requester] = await shown(ticket.requester_id, zendesk)
  if (!requester) return { users: [] }
  return { users: [requester], ownTicket: { id, requesterId: requester.id } }
}

/** Deleted users are still shown, as not active: they cannot be erased again. */
async function shown(id: number, zendesk: Account): Promise<User[]> {
  const user = await zendesk.users.show(id)
  return user?.active ? [user] : []
}

const searched = async (query: string, zendesk: Account): Promise<{ users: User[] }> => ({
  users: await gather(zendesk.users.search({ query })),
})

function candidate(
  user: User,
  identities: readonly { type: string; value: string }[],
  subject: OneSubject,
): Candidate {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    phone: user.phone,
    alias: user.alias,
    externalId: user.external_id,
    role: user.role,
    active: user.active,
    suspended: user.suspended,
    locale: user.locale,
    organizationId: user.organization_id,
    identities: identities.map(({ type, value }) => ({ type, value })),
    via: subject.by === 'ticket' ? 'ticket-requester' : subject.by,
    exact: isExact(user, identities, subject),
    evidence: [],
  }
}

/** A ticket's requester or an id is exact; an address only when an identity is it, to the letter. */
function isExact(
  user: User,
  identities: readonly { value: string }[],
  subject: OneSubject,
): boolean {
  switch (subject.by) {
    case 'ticket':
    case 'user':
    case 'external-id':
      return true
    case 'email':
      return [user.email ?? '', ...identities.map(({ value }) => value)].some(
        (value) => value.toLowerCase() === subject.value,
      )
    case 'phone':
    case 'name':
      return false
    default:
      return subject satisfies never
  }
}
