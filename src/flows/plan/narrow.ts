import type { Openings } from '../../records/commitment.ts'
import type { Plan } from '../../records/plan.ts'
import type { Hands } from '../hands.ts'
import { Answer } from '../operations/answer-send.ts'
import { Address, type Item } from '../operations/kind.ts'
import { LEFT_OUT } from '../prove/left-out.ts'
import { Refusal } from '../refusal.ts'
import { drawer } from '../vault.ts'
import { inTurn, keptOf, type OperationDraft, operationOf } from './drafts.ts'
import { itemsOf, planPart, type StoredPlan, valueOf } from './stored.ts'

/**
 * A plan without some of its operations, as the request's n-th. What is deleted in two steps is left
 * out in both, and is named among what stays. The person, the answer, the request's own ticket and
 * tickets that are still open are not left out so: for that the plan goes back to the lead.
 */
export async function narrowed(
  stored: StoredPlan,
  cut: { n: number; without: readonly number[]; answer?: { body: string; marker: string } },
  hands: Pick<Hands, 'salt'>,
): Promise<{ plan: Plan; part: readonly [string, Openings] }> {
  const { plan, openings } = stored
  const items = await itemsOf(stored)
  const out = leftOut(items, cut.without)
  const keys = new Set(out.map(keyOf))
  const box = drawer(planPart(cut.n), hands)
  const stays = [
    ...plan.kept.map((kept) => ({ ...kept, address: valueOf(kept.target.id, Address, openings) })),
    ...out.map(({ address, operation: { decided, person } }) => ({
      address,
      code: LEFT_OUT,
      decided,
      person,
    })),
  ]
  const less: Plan = {
    ...plan,
    kept: await inTurn(stays, (kept, n) => keptOf(kept, n, kept.decided, box.put)),
    operations: await inTurn(
      leftOf(items, keys).map((item) =>
        item.operation.kind === 'answer.send' ? reworded(item, cut.answer) : item,
      ),
      (item, n) => operationOf(draftOf(item), n, item.operation.decided, box.put),
    ),
  }
  await box.put('plan', less)
  return { plan: less, part: box.part() }
}

/** The operations that stay when these are left out. */
export async function remaining(stored: StoredPlan, without: readonly number[]): Promise<Item[]> {
  const items = await itemsOf(stored)
  const keys = new Set(leftOut(items, without).map(keyOf))
  return leftOf(items, keys)
}

const isLeft = (item: Item, out: ReadonlySet<string>): boolean =>
  item.operation.phase !== 'tickets' || !out.has(keyOf(item))

const isTag = ({ operation: { kind } }: Item): boolean => kind === 'ticket.tag'

/** What stays of a plan: without tags on tickets in which nothing else changes. */
function leftOf(items: readonly Item[], keys: ReadonlySet<string>): Item[] {
  const left = items.filter((item) => isLeft(item, keys))
  const changed = new Set(left.flatMap((item) => (isTag(item) ? [] : [item.address.ticket])))
  return left.filter((item) => !isTag(item) || changed.has(item.address.ticket))
}

/** The person is told of what will be done, not of what was proposed. */
const reworded = (item: Item, answer: { body: string; marker: string } | undefined): Item =>
  answer ? { ...item, change: { ...Answer.parse(item.change), ...answer } } : item

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
        item.operation.kind === 'ticket.close' ||
        item.operation.kind === 'ticket.tag'),
  )
  if (needed) throw new Refusal('action-impossible', 'send-back')
  return named
}

function draftOf({ operation, address, change }: Item): OperationDraft {
  const { phase, kind, basis, why, undo, falls, person } = operation
  return { phase, kind, address, change, basis, why, undo, person, ...(falls ? { falls } : {}) }
}

/** What is left out as one. A tag is no change of its own: it stays as long as something else does. */
const keyOf = (item: Item): string => {
  const { ticket, comment, attachment, suspended, call, chat, message } = item.address
  const tag = isTag(item)
  return JSON.stringify([tag, ticket, comment, attachment, suspended, call, chat, message])
}
