import type { Operation, Phase } from '../../records/plan.ts'
import { type PlanState, phasesOf } from '../../records/request.ts'
import { kinds } from '../operations/index.ts'

/**
 * The operations of the next call: the first one of the phase that has not ended, and those after
 * it that the same call can carry. What was tried before goes alone, so that Zendesk's answer is
 * about it.
 */
export function nextCall(
  state: PlanState,
  phase: Phase,
  operations: readonly Operation[],
): Operation[] {
  const numbers = new Set(phasesOf(state).find((p) => p.phase === phase)?.operations)
  const open = operations.filter(({ n }) => numbers.has(n) && !state.outcomes.has(n))
  const [first] = open
  if (!first) return []
  if (state.attempts.has(first.n)) return [first]
  const alike = open.findIndex(({ kind, n }) => kind !== first.kind || state.attempts.has(n))
  return open.slice(0, Math.min(alike === -1 ? open.length : alike, kinds[first.kind].batch))
}
