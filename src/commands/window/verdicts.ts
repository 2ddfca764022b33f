import { faultOf } from '../../flows/fault-of.ts'
import { decidedTicket } from '../../flows/index.ts'
import type {
  Choice,
  Choices,
  TicketDecision,
  TicketFind,
  TraceIndex,
} from '../../records/finds.ts'
import type { Unfinished } from '../../records/unfinished.ts'

type Verdicts = NonNullable<Unfinished['files']>

/** A ticket with what somebody has seen in its files, also while it is still to be decided. */
export function seenIn(said: TicketDecision, verdicts: Verdicts): TicketDecision {
  const files = verdicts[said.find.id]
  return files && said.open ? { ...said, files } : said
}

/**
 * Verdicts go with the choice of their ticket, or with what is proposed for it. A ticket that is still
 * to be decided stays so: what was seen in its files waits in the draft.
 */
export function withVerdicts(choices: Choices, { index, tickets, verdicts }: Seen): Choices {
  const more = tickets.flatMap((find) => {
    const files = verdicts[find.id]
    const said = files && decidedTicket(find, index, choices)
    if (!said || said.open || said.action === 'delete') return []
    const choice = { ...(choices.tickets?.[find.id] ?? proposedIn(said)), files }
    const isPossible = !faultOf(() =>
      decidedTicket(find, index, { tickets: { [find.id]: choice } }),
    )
    return isPossible ? [[String(find.id), choice] as const] : []
  })
  return { ...choices, tickets: { ...choices.tickets, ...Object.fromEntries(more) } }
}

type Seen = {
  readonly index: TraceIndex
  readonly tickets: readonly TicketFind[]
  readonly verdicts: Verdicts
}

/** What is proposed for a ticket, as a choice that its files can be added to. */
function proposedIn({ find, action, code, passages, unclosed }: TicketDecision): Choice {
  if (action !== 'redact') return { action, code, unclosed }
  if (passages.length > 0) return { action, code, unclosed, passages }
  // Nothing but files went of it: without them it stays as it is.
  const why = find.passages.length > 0 ? 'left-before' : 'no-trace'
  return { action: 'keep', code: why, unclosed }
}
