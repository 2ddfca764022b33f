import { faultOf } from '../../flows/fault-of.ts'
import {
  type Choices,
  decidedMail,
  decidedTicket,
  draftOf,
  identitiesBefore,
  load,
  tracesToDecide,
} from '../../flows/index.ts'
import type { TicketFind, TraceDecision, TraceIndex } from '../../records/finds.ts'
import type { Id } from '../../records/primitives.ts'
import type { Found } from '../../views/window/groups.ts'
import type { Office } from '../deed.ts'
import { seenIn, withVerdicts } from './verdicts.ts'

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
  const identities =
    draft.identities ?? (await identitiesBefore(await load(id, hands), index, hands))
  const fits = { ...fitting(draft, index, tickets), identities, ...(answer ? { answer } : {}) }
  const choices = withVerdicts(fits, { index, tickets, verdicts })
  return {
    index,
    seen,
    choices,
    host: hands.host,
    tickets: tickets.map((find) => seenIn(decidedTicket(find, index, choices), verdicts)),
    mails: index.suspended.map((find) => decidedMail(find, index, choices)),
    answer: answering(index, answer),
  }
}

function answering({ answer }: TraceIndex, said: Choices['answer'] = {}): FoundNow['answer'] {
  const { how = answer.how, language = answer.language, text } = said
  return { how, language, ...(text ? { text } : {}) }
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
