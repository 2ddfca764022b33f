import type { Phase } from '../records/plan.ts'
import { type PlanState, phasesOf, type Request } from '../records/request.ts'

/** The numbers of a plan's operations in one phase. */
export const operationsOf = (plan: PlanState, name: Phase): readonly number[] =>
  phasesOf(plan).find((p) => p.phase === name)?.operations ?? []

/** The answer was sent under this or an earlier plan, or a human has handed it over. */
export const isAnswered = ({ plans }: Request): boolean =>
  plans.some((plan) => {
    const answers = operationsOf(plan, 'answer')
    const sent = answers.some((n) => ['done', 'already'].includes(plan.outcomes.get(n) ?? ''))
    return plan.handedOver || sent
  })
