import type { Operation, Phase } from '../../records/plan.ts'
import { type PlanState, phasesOf } from '../../records/request.ts'
import { kinds } from '../operations/index.ts'
import { itemOf, type StoredPlan } from '../plan/stored.ts'

/** Which ticket an operation is about, where it is about one. */
type TicketOf = (operation: Operation) => number | undefined

/**
 * The operations of the next call: the first one of the phase that has not ended and whose ticket is
 * not `resting`, and those after it that the same call can carry. What was tried before goes alone,
 * so that Zendesk's answer is about it. Empty when nothing can be done now.
 */
export function nextCall(
  state: PlanState,
  phase: Phase,
  stored: StoredPlan,
  resting: ReadonlySet<number>,
): Operation[] {
  const ticketOf: TicketOf = (operation) => itemOf(operation, stored.openings).address.ticket
  const open = openOf(state, phase, stored.plan.operations)
  const can = (operation: Operation): boolean =>
    resting.size === 0 || !resting.has(ticketOf(operation) ?? 0)
  const at = open.findIndex(can)
  const first = open[at]
  if (!first) return []
  if (state.attempts.has(first.n)) return [first]
  const together = alongside(first, ticketOf)
  const fits = (next: Operation): boolean =>
    next.kind === first.kind && !state.attempts.has(next.n) && can(next) && together(next)
  const most = open.slice(at, at + kinds[first.kind].batch)
  const end = most.findIndex((next) => !fits(next))
  return most.slice(0, end === -1 ? most.length : end)
}

function openOf(state: PlanState, phase: Phase, operations: readonly Operation[]): Operation[] {
  const numbers = new Set(phasesOf(state).find((p) => p.phase === phase)?.operations)
  return operations.filter(({ n }) => numbers.has(n) && !state.outcomes.has(n))
}

/** What is read back together is about one ticket. */
function alongside(first: Operation, ticketOf: TicketOf): (next: Operation) => boolean {
  if (!kinds[first.kind].provedBy) return () => true
  const ticket = ticketOf(first)
  return (next) => ticketOf(next) === ticket
}
