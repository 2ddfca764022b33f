import type { Policy } from '../../records/policy.ts'
import type { Request } from '../../records/request.ts'
import { policyInForce } from '../authority.ts'
import {
  type OwnTicket,
  PeopleDecision,
  PeopleFinds,
  type TermRecord,
  TraceDecision,
} from '../finds.ts'
import type { Hands } from '../hands.ts'
import { compileMatcher, type Matcher } from '../matching/index.ts'
import { recall } from '../vault.ts'
import { mergedTerms, termsOf } from './terms.ts'

/** What one round of looking for traces looks for, and by which rules. */
export type Round = {
  readonly terms: readonly TermRecord[]
  readonly users: ReadonlySet<number>
  readonly matcher: Matcher
  readonly policy: Policy
  readonly agentWorkspace: boolean
  readonly ownTicket?: OwnTicket
}

/** The round that is due: the confirmed users' terms, and those that humans accepted since. */
export async function roundFor(request: Request, hands: Hands): Promise<Round> {
  const { people, traces } = request.looks
  if (!people?.decided) throw new Error(`${request.number}: nobody is confirmed`)
  const { users } = await recall(request.id, people.decided.on, PeopleDecision, hands)
  const { ownTicket } = await recall(request.id, people.finds, PeopleFinds, hands)
  const accepted = traces?.decided
    ? (await recall(request.id, traces.decided.on, TraceDecision, hands)).terms
    : []
  const policy = await policyInForce(hands)
  const terms = mergedTerms([...termsOf(users, policy.country), ...accepted])
  const { agentWorkspace } = await hands.zendesk.account.settings()
  return {
    terms,
    users: new Set(users.map(({ id }) => id)),
    matcher: compileMatcher(terms, { country: policy.country }),
    policy,
    agentWorkspace: agentWorkspace === true,
    ...(ownTicket ? { ownTicket } : {}),
  }
}
