import type { Phase } from '../records/plan.ts'
import { type PlanState, phasesOf, type Request } from '../records/request.ts'

/** The numbers of a plan's operations in one phase. */
export const operationsOf = (plan: PlanState, name: Phase): readonly number[] =>
  phasesOf(plan).find((p) => p.phase === name)?.operations ?? []

/**
 * The answer was sent under this or an earlier plan, or a human has handed it over. Of several people
 * those whom no reply can reach are told by hand, besides the others.
 */
export const isAnswered = ({ plans }: Request): boolean =>
  plans.some((plan) => {
    if (plan.handedOver) return true
    if ((plan.counts['by-hand'] ?? 0) > 0) return false
    const answers = operationsOf(plan, 'answer')
    return answers.some((n) => ['done', 'already'].includes(plan.outcomes.get(n) ?? ''))
  })
