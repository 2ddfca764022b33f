import type { EntryOf } from './entry.ts'
import type { Sha } from './primitives.ts'
import type { Approval, PlanState, Request } from './request.ts'
import { changed } from './tallies.ts'

/** The request without what no longer holds of it. */
export function without(
  r: Request,
  key: 'plan' | 'open' | 'halted' | 'returned' | 'resumed' | 'collected' | 'built',
): Request {
  const { [key]: _, ...rest } = r
  return rest
}

/** Changes a plan wherever it stands: the one in force and its place in the history. */
export function onPlan(r: Request, digest: Sha, change: (plan: PlanState) => PlanState): Request {
  // A digest that was planned twice stands twice: what is said now is said of the later one.
  const place = r.plans.findLastIndex((p) => p.digest === digest)
  const plans = r.plans.map((p, i) => (i === place ? change(p) : p))
  const current = r.plan?.digest === digest ? plans[place] : r.plan
  return { ...r, plans, ...(current ? { plan: current } : {}) }
}

/** A new plan is in force; the earlier ones stay in the history. */
export function replan(r: Request, e: EntryOf<'planned'>): Request {
  const state: PlanState = {
    digest: e.digest,
    at: e.at,
    operations: e.operations,
    phases: e.phases,
    severities: e.severities,
    counts: e.counts,
    approvals: [],
    begun: false,
    handedOver: false,
    outcomes: new Map(),
    attempts: new Map(),
    progress: e.phases.map(([phase, left]) => ({ phase, left, again: false })),
  }
  return { ...without(r, 'resumed'), plan: state, plans: [...r.plans, state], naps: new Map() }
}

/** One member's yes. */
export const approvalOf = (e: EntryOf<'approved'>): Approval => ({
  entry: e.id,
  at: e.at,
  by: e.by === 'bot' ? { user: 'UNKNOWN', team: 'TUNKNOWN' } : e.by,
  roles: e.roles,
  policy: e.policy,
  quorum: e.quorum ?? [],
  until: e.until,
})

/** The quorum is met. */
export function agree(r: Request, e: EntryOf<'agreed'>): Request {
  return onPlan(r, e.digest, (p) => {
    const { lapsed: _, ...rest } = p
    return { ...rest, agreed: { at: e.at, policy: e.policy, approvals: e.approvals } }
  })
}

/** What was agreed holds no more. */
export function lapse(r: Request, e: EntryOf<'lapsed'>): Request {
  return onPlan(r, e.digest, (p) => {
    const { agreed: _, ...rest } = p
    return { ...rest, lapsed: e.code }
  })
}

/** A call goes out: from now on the plan has begun. */
export function intend(r: Request, e: EntryOf<'intended'>): Request {
  const next = onPlan(r, e.digest, (p) => ({
    ...p,
    begun: true,
    attempts: changed(p.attempts, (tries) => {
      for (const n of e.operations) tries.set(n, e.attempt)
    }),
  }))
  return {
    ...next,
    open: { call: e.call, digest: e.digest, operations: e.operations, since: e.at },
  }
}
