import type { Operation, Phase } from '../../records/plan.ts'
import type { PlanState } from '../../records/request.ts'
import { kinds } from '../operations/index.ts'
import { itemOf, operationsIn, type StoredPlan } from '../plan/stored.ts'

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
  const can = (operation: Operation): boolean =>
    resting.size === 0 || !resting.has(ticketOf(operation) ?? 0)
  const open = openOf(state, phase, stored)
  const first = firstOf(open, can)
  if (!first) return []
  if (state.attempts.has(first.n)) return [first]
  const isAlongside = alongside(first, ticketOf)
  const fits = (next: Operation): boolean =>
    next.kind === first.kind && !state.attempts.has(next.n) && can(next) && isAlongside(next)
  const together = [first]
  while (together.length < kinds[first.kind].batch) {
    const { value: next } = open.next()
    if (!next || !fits(next)) break
    together.push(next)
  }
  return together
}

/** What has not ended of a phase, one by one: a plan of thousands is not walked to its end each time. */
function* openOf(
  { phases, outcomes }: PlanState,
  name: Phase,
  stored: StoredPlan,
): Generator<Operation, undefined> {
  let last = 0
  for (const [phase, length] of phases) {
    const begin = last + 1
    last += length
    if (phase !== name) continue
    for (let n = begin; n <= last; n += 1) {
      if (!outcomes.has(n)) yield* operationsIn(stored, [n])
    }
  }
  return undefined
}

function firstOf<T>(items: Iterator<T, undefined>, is: (item: T) => boolean): T | undefined {
  for (;;) {
    const { value } = items.next()
    if (value === undefined || is(value)) return value
  }
}

/** What is read back together is about one ticket. */
function alongside(first: Operation, ticketOf: TicketOf): (next: Operation) => boolean {
  if (!kinds[first.kind].provedBy) return () => true
  const ticket = ticketOf(first)
  return (next) => ticketOf(next) === ticket
}
