import type { Outcome } from '../../records/entry.ts'
import type { PlanState, Request } from '../../records/request.ts'
import type { Hands } from '../hands.ts'
import { storedPlan } from './stored.ts'

/** How many operations have ended how; `left` have not. */
export type Tally = Readonly<Partial<Record<Outcome | 'left', number>>>

/**
 * How the operations of every plan so far have ended, person by person: by his place in the request's
 * list. Under `undefined` what is about several of them, or about the only one. Counts alone: nothing
 * personal.
 */
export async function resultsByPerson(
  request: Request,
  hands: Hands,
): Promise<ReadonlyMap<number | undefined, Tally>> {
  const results = new Map<number | undefined, Tally>()
  for (const state of request.plans) {
    const isInForce = state.digest === request.plan?.digest
    if (state.outcomes.size === 0 && !isInForce) continue
    const { plan } = await storedPlan(request, state.digest, hands)
    for (const { n, person } of plan.operations) {
      const how = endOf(n, state, isInForce)
      if (how) results.set(person, withOneMore(results.get(person) ?? {}, how))
    }
  }
  return results
}

/** What was left of a plan that has been replaced is no longer to come. */
const endOf = (n: number, { outcomes }: PlanState, isInForce: boolean): keyof Tally | undefined =>
  outcomes.get(n) ?? (isInForce ? 'left' : undefined)

const withOneMore = (tally: Tally, how: keyof Tally): Tally => ({
  ...tally,
  [how]: (tally[how] ?? 0) + 1,
})
