import type { PlanState } from '../../records/request.ts'
import { type Item, idOf } from '../operations/kind.ts'
import { itemOf, type StoredPlan } from '../plan/stored.ts'

/**
 * Those of a call's tickets that this plan's own answer went to. One comment more than when it was
 * decided on is an effect of ours there, and no drift.
 */
export function answeredBy(
  { outcomes }: PlanState,
  stored: StoredPlan,
  items: readonly Item[],
): ReadonlySet<number> {
  const byTicket = answers.get(stored) ?? answersIn(stored)
  answers.set(stored, byTicket)
  const tickets = items.flatMap(({ address: { ticket } }) => ticket ?? [])
  const wentOut = (n: number): boolean => ['done', 'already'].includes(outcomes.get(n) ?? '')
  return new Set(tickets.filter((ticket) => byTicket.get(ticket)?.some(wentOut)))
}

/** Read once: of a thousand people there are a thousand. */
const answers = new WeakMap<StoredPlan, ReadonlyMap<number, number[]>>()

function answersIn({ plan, openings }: StoredPlan): ReadonlyMap<number, number[]> {
  const byTicket = new Map<number, number[]>()
  for (const operation of plan.operations) {
    if (operation.kind !== 'answer.send') continue
    const ticket = idOf(itemOf(operation, openings), 'ticket')
    byTicket.set(ticket, [...(byTicket.get(ticket) ?? []), operation.n])
  }
  return byTicket
}
