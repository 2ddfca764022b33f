import type { Openings } from '../../records/commitment.ts'
import type { Plan } from '../../records/plan.ts'
import type { Hands } from '../hands.ts'
import { Address, type Item } from '../operations/kind.ts'
import { Refusal } from '../refusal.ts'
import { drawer } from '../vault.ts'
import { keptOf, type OperationDraft, operationOf } from './drafts.ts'
import { itemOf, planPart, type StoredPlan, valueOf } from './stored.ts'

/**
 * A plan without some of its operations, as the request's n-th. What is deleted in two steps is left
 * out in both, and is named among what stays. The person, the answer, the request's own ticket and
 * tickets that are still open are not left out so: for that the plan goes back to the lead.
 */
export function narrowed(
  { plan, openings }: StoredPlan,
  cut: { n: number; without: readonly number[] },
  hands: Pick<Hands, 'salt'>,
): { plan: Plan; part: readonly [string, Openings] } {
  const items = plan.operations.map((operation) => itemOf(operation, openings))
  const out = leftOut(items, cut.without)
  const keys = new Set(out.map(keyOf))
  const box = drawer(planPart(cut.n), hands)
  const stays = [
    ...plan.kept.map((kept) => ({ ...kept, address: valueOf(kept.target.id, Address, openings) })),
    ...out.map(({ address, operation: { decided } }) => ({
      address,
      code: 'left-out-by-approver',
      decided,
    })),
  ]
  const less: Plan = {
    ...plan,
    kept: stays.map((kept, i) => keptOf(kept, i + 1, kept.decided, box.put)),
    operations: items
      .filter((item) => item.operation.phase !== 'tickets' || !keys.has(keyOf(item)))
      .map((item, i) => operationOf(draftOf(item), i + 1, item.operation.decided, box.put)),
  }
  box.put('plan', less)
  return { plan: less, part: box.part() }
}

function leftOut(items: readonly Item[], without: readonly number[]): Item[] {
  const named = items.filter(({ n }) => without.includes(n))
  if (named.length === 0 || named.length !== without.length) {
    throw new Refusal('unknown-item', String(without.length))
  }
  const keys = new Set(named.map(keyOf))
  // An open ticket that stays would keep Zendesk from deleting its requester.
  const needed = items.some(
    (item) =>
      keys.has(keyOf(item)) &&
      (item.operation.phase !== 'tickets' ||
        item.operation.undo === 'restore' ||
        item.operation.kind === 'ticket.close'),
  )
  if (needed) throw new Refusal('action-impossible', 'send-back')
  return named
}

function draftOf({ operation, address, change }: Item): OperationDraft {
  const { phase, kind, basis, why, undo, falls } = operation
  return { phase, kind, address, change, basis, why, undo, ...(falls ? { falls } : {}) }
}

const keyOf = ({ address }: Item): string =>
  JSON.stringify([address.ticket, address.comment, address.suspended])
