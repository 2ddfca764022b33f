import type { PlanState } from '../../records/request.ts'
import { idOf } from '../operations/kind.ts'
import { itemOf, type StoredPlan } from '../plan/stored.ts'

/**
 * The tickets that this plan's own answer went to. One comment more than when it was decided on is
 * an effect of ours there, and no drift.
 */
export const answeredBy = (state: PlanState, { plan, openings }: StoredPlan): ReadonlySet<number> =>
  new Set(
    plan.operations
      .filter(
        ({ kind, n }) =>
          kind === 'answer.send' && ['done', 'already'].includes(state.outcomes.get(n) ?? ''),
      )
      .map((operation) => idOf(itemOf(operation, openings), 'ticket')),
  )
