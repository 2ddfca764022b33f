import {
  type OwnTicket,
  PeopleDecision,
  PeopleFinds,
  type TermRecord,
  TraceDecision,
  TraceIndex,
} from '../../records/finds.ts'
import type { Policy } from '../../records/policy.ts'
import type { Request } from '../../records/request.ts'
import { policyInForce } from '../authority.ts'
import type { Hands } from '../hands.ts'
import { compileMatcher, type Matcher } from '../matching/index.ts'
import { recall } from '../vault.ts'
import { mergedTerms, termsOf } from './terms.ts'

/** What one round of looking for traces looks for, and by which rules. */
export type Round = {
  readonly terms: readonly TermRecord[]
  /** Those among them that humans added. */
  readonly accepted: readonly TermRecord[]
  readonly users: ReadonlySet<number>
  /** Users of whom a human said that they are somebody else. */
  readonly others: ReadonlySet<number>
  readonly matcher: Matcher
  readonly policy: Policy
  readonly agentWorkspace: boolean
  readonly ownTicket?: OwnTicket
}

/** The round that is due: the confirmed users' terms, and those that humans accepted since. */
export async function roundFor(request: Request, hands: Hands): Promise<Round> {
  const { people } = request.looks
  if (!people?.decided) throw new Error(`${request.number}: nobody is confirmed`)
  const { users, others } = await recall(request.id, people.decided.on, PeopleDecision, hands)
  const { ownTicket } = await recall(request.id, people.finds, PeopleFinds, hands)
  const accepted = await acceptedFor(users, request, hands)
  const policy = await policyInForce(hands)
  const terms = mergedTerms([...termsOf(users, policy.country), ...accepted])
  const { agentWorkspace } = await hands.zendesk.account.settings()
  return {
    terms,
    accepted,
    users: new Set(users.map(({ id }) => id)),
    others: new Set(others),
    matcher: compileMatcher(terms, { country: policy.country }),
    policy,
    agentWorkspace: agentWorkspace === true,
    ...(ownTicket ? { ownTicket } : {}),
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
