import {
  type OwnTicket,
  PeopleDecision,
  PeopleFinds,
  type TermRecord,
  TraceDecision,
  TraceIndex,
} from '../../records/finds.ts'
import type { Policy } from '../../records/policy.ts'
import type { Right } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
import { policyInForce } from '../authority.ts'
import type { Hands } from '../hands.ts'
import { compileMatcher, type Matcher } from '../matching/index.ts'
import { recall } from '../vault.ts'
import { keyOf, mergedTerms, termsOf } from './terms.ts'

/** What one round of looking for traces looks for, and by which rules. */
export type Round = {
  readonly right: Right
  readonly terms: readonly TermRecord[]
  /** Those among them that humans added. */
  readonly accepted: readonly TermRecord[]
  /** None where nobody has a user: then only the terms say whom it is about. */
  readonly users: ReadonlySet<number>
  /** The confirmed users, as they were when they were confirmed. */
  readonly profiles: PeopleDecision['users']
  /** Users of whom a human said that they are somebody else. */
  readonly others: ReadonlySet<number>
  readonly matcher: Matcher
  readonly policy: Policy
  readonly agentWorkspace: boolean
  readonly ownTicket?: OwnTicket
  /** The tickets that the people asked in: more than one where the request is about several. */
  readonly asked: readonly number[]
  /** Of several people, whose user this is: his place in the list. */
  readonly personOf: (user: number) => number | undefined
  /** Of several people, to whom a term leads. */
  readonly peopleOf: (term: TermRecord) => readonly number[]
}

/** The round that is due: the confirmed users' terms, and those that humans gave or accepted since. */
export async function roundFor(request: Request, hands: Hands): Promise<Round> {
  const { people } = request.looks
  if (!people?.decided) throw new Error(`${request.number}: nobody is confirmed`)
  const decision = await recall(request.id, people.decided.on, PeopleDecision, hands)
  const { users, others, terms: given } = decision
  const found = await recall(request.id, people.finds, PeopleFinds, hands)
  const accepted = await acceptedFor(users, request, hands)
  const policy = await policyInForce(hands)
  const { country, personalData } = policy
  const terms = mergedTerms([...termsOf(users, country, personalData), ...given, ...accepted])
  const { agentWorkspace } = await hands.zendesk.account.settings()
  return {
    right: request.right,
    terms,
    accepted,
    users: new Set(users.map(({ id }) => id)),
    profiles: users,
    others: new Set(others),
    matcher: compileMatcher(terms, { country }),
    policy,
    agentWorkspace: agentWorkspace === true,
    ...(found.ownTicket ? { ownTicket: found.ownTicket } : {}),
    asked: askedIn(found),
    ...whose(users, policy),
  }
}

const askedIn = ({ ownTicket, people = [] }: PeopleFinds): number[] => [
  ...new Set([ownTicket, ...people.map((one) => one.ownTicket)].flatMap((own) => own?.id ?? [])),
]

/** Which of several people a user is, and a term leads to. */
function whose(
  users: PeopleDecision['users'],
  { country, personalData }: Policy,
): Pick<Round, 'personOf' | 'peopleOf'> {
  const byUser = new Map(users.map(({ id, person }) => [id, person]))
  const byTerm = new Map<string, number[]>()
  for (const user of users) {
    if (user.person === undefined) continue
    for (const term of termsOf([user], country, personalData)) {
      const people = byTerm.get(keyOf(term)) ?? []
      if (!people.includes(user.person)) byTerm.set(keyOf(term), [...people, user.person])
    }
  }
  return {
    personOf: (user) => byUser.get(user),
    peopleOf: (term) => byTerm.get(keyOf(term)) ?? [],
  }
}

/**
 * The terms that humans added in earlier rounds, also where what they decided is no longer true. They
 * were added for certain users: once one of these is no longer the person, they say nothing any more.
 */
async function acceptedFor(
  users: PeopleDecision['users'],
  { id, looks: { traces } }: Request,
  hands: Hands,
): Promise<TermRecord[]> {
  if (!traces) return []
  const before = traces.decided
    ? await recall(id, traces.decided.on, TraceDecision, hands)
    : await recall(id, traces.finds, TraceIndex, hands)
  const now = new Set(users.map((user) => user.id))
  return before.users.every((user) => now.has(user)) ? before.accepted : []
}
