import type { TicketDecision, TraceDecision } from '../../records/finds.ts'
import type { Sha } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
import type { Hands } from '../hands.ts'
import { Address } from '../operations/kind.ts'
import { storedPlan, valueOf } from '../plan/stored.ts'

type Decided = {
  readonly tickets: readonly TicketDecision[]
  readonly suspended: TraceDecision['suspended']
}

/** Why something stays that the lead had decided on: an approver has left it out. */
export const LEFT_OUT = 'left-out-by-approver'

/** What an approver has left out of a plan. */
export async function leftOutOf(
  request: Request,
  digest: Sha | undefined,
  hands: Hands,
): Promise<Address[]> {
  if (!digest) return []
  const { plan, openings } = await storedPlan(request, digest, hands)
  return plan.kept
    .filter(({ code }) => code === LEFT_OUT)
    .map(({ target }) => valueOf(target.id, Address, openings))
}

/** The decisions as they were approved: what an approver left out stays as it was. */
export const asApproved = <D extends Decided>(decided: D, out: readonly Address[]): D => ({
  ...decided,
  tickets: decided.tickets.map((ticket) => stays(ticket, out)),
  suspended: decided.suspended.map((mail) =>
    out.some(({ suspended }) => suspended === mail.find.id) ? { ...mail, action: 'keep' } : mail,
  ),
})

function stays(decision: TicketDecision, out: readonly Address[]): TicketDecision {
  const here = out.filter(({ ticket }) => ticket === decision.find.id)
  if (here.length === 0) return decision
  if (decision.action === 'delete') return { ...decision, action: 'keep', code: LEFT_OUT }
  const comments = new Set(here.map(({ comment }) => comment))
  const left = decision.find.passages.filter(({ comment }) => comments.has(comment))
  const keys = new Set(left.map(({ key }) => key))
  return { ...decision, passages: decision.passages.filter((key) => !keys.has(key)) }
}
