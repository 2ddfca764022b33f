import type { Passage, TicketDecision, TraceDecision } from '../../records/finds.ts'
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
  const left = decision.find.passages.filter((passage) => here.some((one) => holds(one, passage)))
  const keys = new Set(left.map(({ key }) => key))
  const files = new Set(here.map(({ attachment, call }) => String(attachment ?? call)))
  return {
    ...decision,
    passages: decision.passages.filter((key) => !keys.has(key)),
    files: Object.fromEntries(Object.entries(decision.files).filter(([id]) => !files.has(id))),
  }
}

/** Whether a passage stood in what was left out: a file, or a recording, is no text of its comment. */
function holds(address: Address, { comment, chat }: Passage): boolean {
  if (address.attachment !== undefined || address.call !== undefined) return false
  if (address.chat !== undefined || chat) {
    return address.chat === chat?.id && address.message === chat?.message
  }
  return address.comment === comment
}
