import type { Request } from '../../records/request.ts'
import type { TicketDecision, TraceDecision } from '../finds.ts'
import type { Hands } from '../hands.ts'
import { Address } from '../operations/kind.ts'
import { LEFT_OUT } from '../plan/narrow.ts'
import { storedPlan, valueOf } from '../plan/stored.ts'

type Decided = {
  readonly tickets: readonly TicketDecision[]
  readonly suspended: TraceDecision['suspended']
}

/** The decisions as they were approved: what an approver left out stays as it was. */
export async function asApproved(
  request: Request,
  decided: Decided,
  hands: Hands,
): Promise<Decided> {
  if (!request.plan) return decided
  const { plan, openings } = await storedPlan(request, request.plan.digest, hands)
  const out = plan.kept
    .filter(({ code }) => code === LEFT_OUT)
    .map(({ target }) => valueOf(target.id, Address, openings))
  return {
    tickets: decided.tickets.map((ticket) => stays(ticket, out)),
    suspended: decided.suspended.map((mail) =>
      out.some(({ suspended }) => suspended === mail.find.id) ? { ...mail, action: 'keep' } : mail,
    ),
  }
}

function stays(decision: TicketDecision, out: readonly Address[]): TicketDecision {
  const here = out.filter(({ ticket }) => ticket === decision.find.id)
  if (here.length === 0) return decision
  if (decision.action === 'delete') return { ...decision, action: 'keep' }
  const comments = new Set(here.map(({ comment }) => comment))
  const left = decision.find.passages.filter(({ comment }) => comments.has(comment))
  const keys = new Set(left.map(({ key }) => key))
  return { ...decision, passages: decision.passages.filter((key) => !keys.has(key)) }
}
