import { breather } from '../../records/breather.ts'
import type { Outcome } from '../../records/entry.ts'
import type { Request } from '../../records/request.ts'
import type { Hands } from '../hands.ts'
import { Answer } from '../operations/answer-send.ts'
import type { Item } from '../operations/kind.ts'
import { itemOf, storedPlan } from './stored.ts'

/** An operation of an earlier plan, and how it ended. */
export type Ended = { readonly item: Item; readonly outcome: Outcome }

/** Every operation of the plans so far that has ended, in their order. */
export async function endedBefore(request: Request, hands: Hands): Promise<Ended[]> {
  const ended: Ended[] = []
  const breathe = breather()
  for (const state of request.plans) {
    if (state.outcomes.size === 0) continue
    const { plan, openings } = await storedPlan(request, state.digest, hands)
    for (const operation of plan.operations) {
      const outcome = state.outcomes.get(operation.n)
      if (outcome) ended.push({ item: itemOf(operation, openings), outcome })
      await breathe()
    }
  }
  return ended
}

/** Whether it has its effect, by us or by somebody before us. */
export const isOver = ({ outcome }: Pick<Ended, 'outcome'>): boolean =>
  outcome === 'done' || outcome === 'already'

/** The tickets that this request has deleted, softly at least. */
export const deletedTickets = (ended: readonly Ended[]): Set<number> =>
  new Set(
    ended
      .filter(({ item, outcome }) => item.operation.kind === 'ticket.delete' && isOver({ outcome }))
      .flatMap(({ item }) => item.address.ticket ?? []),
  )

/** By what our answers to the person are known again where they were sent. */
export const answersSent = (ended: readonly Ended[]): string[] =>
  ended
    .filter(({ item, outcome }) => item.operation.kind === 'answer.send' && isOver({ outcome }))
    .map(({ item }) => Answer.parse(item.change).marker)
