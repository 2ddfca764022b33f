import {
  type Choices,
  decidedMail,
  decidedTicket,
  draftOf,
  Refusal,
  tracesToDecide,
} from '../../flows/index.ts'
import type {
  Choice,
  TicketDecision,
  TicketFind,
  TraceDecision,
  TraceIndex,
} from '../../records/finds.ts'
import type { Id } from '../../records/primitives.ts'
import type { Unfinished } from '../../records/unfinished.ts'
import type { Found } from '../../views/window/groups.ts'
import type { Office } from '../deed.ts'

/** What was found with what follows from the draft. `seen` names exactly these finds. */
export type FoundNow = Found & {
  readonly seen: string
  readonly answer: TraceDecision['answer']
}

/** What was found, each find with what is proposed or chosen for it. Personal data. */
export async function foundNow(id: Id, { hands }: Pick<Office, 'hands'>): Promise<FoundNow> {
  const { index, tickets, answered, seen } = await tracesToDecide(id, hands)
  const { users: _, files: verdicts = {}, ...draft } = (await draftOf(id, hands)) ?? {}
  const answer = draft.answer ?? answered
  const fits = { ...fitting(draft, index, tickets), ...(answer ? { answer } : {}) }
  const decided = tickets.map((find) => seenIn(decidedTicket(find, index, fits), verdicts))
  const choices = { ...fits, tickets: withVerdicts(fits.tickets ?? {}, decided, verdicts) }
  const { how = index.answer.how, language = index.answer.language, text } = answer ?? {}
  return {
    index,
    seen,
    choices,
    host: hands.host,
    tickets: decided,
    mails: index.suspended.map((find) => decidedMail(find, index, choices)),
    answer: { how, language, ...(text ? { text } : {}) },
  }
}

type Verdicts = NonNullable<Unfinished['files']>

/** A ticket with what somebody has seen in its files. */
function seenIn(said: TicketDecision, verdicts: Verdicts): TicketDecision {
  const files = verdicts[said.find.id]
  return files ? { ...said, files } : said
}

/**
 * Verdicts go with the choice of their ticket, or with what is proposed for it. A ticket that is still
 * to be decided stays so: what was seen in its files waits in the draft.
 */
function withVerdicts(
  chosen: Readonly<Record<string, Choice>>,
  decided: readonly TicketDecision[],
  verdicts: Verdicts,
): Record<string, Choice> {
  const more = decided.flatMap(({ find, action, code, passages, files, open }) => {
    if (!verdicts[find.id] || open || action === 'delete') return []
    const proposed = { action, code, ...(action === 'redact' ? { passages } : {}) }
    return [[String(find.id), { ...(chosen[find.id] ?? proposed), files }] as const]
  })
  return { ...chosen, ...Object.fromEntries(more) }
}

/** What of a draft can be: whatever it is, it must not keep anybody from seeing what was found. */
function fitting(draft: Choices, index: TraceIndex, tickets: readonly TicketFind[]): Choices {
  const { tickets: chosen = {}, suspended: mails = {} } = draft
  const fits = tickets.flatMap((find) => {
    const choice = chosen[find.id]
    return choice && !faultOf(() => decidedTicket(find, index, draft)) ? [[find.id, choice]] : []
  })
  const mailsFit = index.suspended.flatMap((find) => {
    const choice = mails[find.id]
    return choice && !faultOf(() => decidedMail(find, index, draft)) ? [[find.id, choice]] : []
  })
  return {
    ...draft,
    tickets: Object.fromEntries(fits),
    suspended: Object.fromEntries(mailsFit),
  }
}

/** Why something cannot be chosen; nothing when it can. */
export function faultOf(work: () => unknown): Refusal | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
