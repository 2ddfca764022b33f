import type { Phase } from './plan.ts'
import { type PlanState, phasesOf, type Request } from './request.ts'

/** The numbers of a plan's operations in one phase. */
export const operationsOf = (plan: Pick<PlanState, 'phases'>, name: Phase): readonly number[] =>
  phasesOf(plan).find((p) => p.phase === name)?.operations ?? []

/**
 * The person has his answer: sent under this or an earlier plan, or handed over by a human. Of several
 * people each has his: a reply that was refused to one of them leaves all of it open.
 */
export const isAnswered = ({ plans }: Pick<Request, 'plans'>): boolean =>
  plans.some(({ handedOver, counts, ...plan }) => {
    if (handedOver || (counts['by-hand'] ?? 0) > 0) return handedOver
    const answers = operationsOf(plan, 'answer')
    const isSent = (n: number) => ['done', 'already'].includes(plan.outcomes.get(n) ?? '')
    return answers.length > 0 && answers.every(isSent)
  })
