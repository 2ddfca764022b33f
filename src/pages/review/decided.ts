import { faultOf } from '../../flows/fault-of.ts'
import { decidedTicket, type Refusal } from '../../flows/index.ts'
import type { Choice, TicketDecision, TicketFind, TraceIndex } from '../../records/finds.ts'
import type { Unfinished } from '../../records/unfinished.ts'
import { choicesFor } from './scene.ts'

/** What follows for a ticket from the draft; what of it cannot be keeps nobody from seeing the ticket. */
export function decidedOf(find: TicketFind, index: TraceIndex, draft: Unfinished): TicketDecision {
  const choices = choicesFor(find, draft)
  const said = faultOf(() => decidedTicket(find, index, choices))
    ? decidedTicket(find, index, {})
    : decidedTicket(find, index, choices)
  return { ...said, files: { ...said.files, ...draft.files?.[find.id] } }
}

/** Why a choice cannot be; nothing when it can. */
export const choiceFault = (
  find: TicketFind,
  index: TraceIndex,
  choice: Choice,
): Refusal | undefined =>
  faultOf(() => decidedTicket(find, index, { tickets: { [find.id]: choice } }))
