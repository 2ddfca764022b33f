import type { Draft } from '../records/entry.ts'
import { haveSaid, isMet, type Policy, type Voter } from '../records/policy.ts'
import type { Member } from '../records/primitives.ts'
import type { Approval, PlanState, Request } from '../records/request.ts'
import { policyInForce, rolesNow } from './authority.ts'
import { type Hands, msOf } from './hands.ts'
import { note } from './journal.ts'
import { Refusal } from './refusal.ts'

/** Whether the plan's approvals are enough now, and which of them no longer count. */
export type Verdict = {
  readonly met: boolean
  readonly lost: readonly { readonly approval: Approval; readonly code: string }[]
}

/**
 * Counts a plan's approvals under the policy in force and under what was asked for when each was
 * given. An approval counts in the roles that its member had at the click and still has now. So a
 * change can only take approvals away. The pause does not count against an approval's time, and once
 * the first call is out it cannot expire any more: half of an erasure helps nobody.
 */
export async function judgeQuorum(
  request: Request,
  plan: PlanState,
  policy: Policy,
  hands: Hands,
): Promise<Verdict> {
  const lost: { approval: Approval; code: string }[] = []
  const votes: Voter[] = []
  for (const approval of plan.approvals) {
    const code = await loss(approval, plan, policy, hands)
    if (typeof code === 'string') lost.push({ approval, code })
    else votes.push({ by: approval.by, roles: code.roles })
  }
  const judged = { right: request.right, severities: plan.severities, opener: request.opener }
  const gone = new Set(lost.map(({ approval }) => approval))
  const atTheClick = plan.approvals.filter((a) => !gone.has(a)).flatMap(({ quorum }) => quorum)
  const met = isMet(policy, judged, votes) && haveSaid(atTheClick, policy, judged, votes)
  return { met, lost }
}

async function loss(
  approval: Approval,
  plan: PlanState,
  policy: Policy,
  hands: Hands,
): Promise<string | { roles: string[] }> {
  if (!plan.begun && endOf(approval, plan, policy) <= msOf(hands.now())) return 'expired'
  if (policy.exclusions.includes(approval.by.user)) return 'excluded'
  const now = await rolesLeft(approval.by, policy, hands)
  const roles = approval.roles.filter((role) => now.includes(role))
  return roles.length === 0 ? 'role-lost' : { roles }
}

const endOf = ({ until }: Approval, { agreed }: PlanState, { pauseSeconds }: Policy): number =>
  msOf(until) + (agreed ? pauseSeconds * 1000 : 0)

/** Nobody's roles are lost because the directory does not answer: that stops everything instead. */
async function rolesLeft(member: Member, policy: Policy, hands: Hands): Promise<string[]> {
  try {
    return await rolesNow(member, policy, hands)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-a-member') return []
    throw error
  }
}

/** Journals that a plan's quorum is met, or which of its approvals no longer count. */
export async function agreeIfMet(request: Request, hands: Hands): Promise<void> {
  const { plan } = request
  if (!plan || plan.agreed || plan.approvals.length === 0) return
  const policy = await policyInForce(hands)
  const { met, lost } = await judgeQuorum(request, plan, policy, hands)
  const gone = new Set(lost.map(({ approval }) => approval))
  const agreed: Draft = {
    by: 'bot',
    kind: 'agreed',
    digest: plan.digest,
    policy: policy.digest,
    approvals: plan.approvals.filter((a) => !gone.has(a)).map(({ entry }) => entry),
  }
  const drafts = [...revocations(lost), ...(met ? [agreed] : [])]
  if (drafts.length > 0) await note(request, drafts, hands)
}

/** What to journal about a plan that was agreed to. Nothing, while its quorum holds. */
export function lapses(plan: PlanState, policy: Policy, { met, lost }: Verdict): Draft[] {
  if (met) return []
  const code = lost[0]?.code ?? 'quorum-raised'
  const lapsed: Draft = {
    by: 'bot',
    kind: 'lapsed',
    digest: plan.digest,
    policy: policy.digest,
    code,
  }
  return [...revocations(lost), lapsed]
}

const revocations = (lost: Verdict['lost']): Draft[] =>
  lost.map(({ approval, code }) => ({ by: 'bot', kind: 'revoked', approval: approval.entry, code }))
