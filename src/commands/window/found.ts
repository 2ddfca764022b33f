import {
  type Choices,
  decidedMail,
  decidedTicket,
  draftOf,
  Refusal,
  tracesToDecide,
} from '../../flows/index.ts'
import type { TraceDecision } from '../../records/finds.ts'
import type { Id } from '../../records/primitives.ts'
import type { Found } from '../../views/window/groups.ts'
import type { Office } from '../deed.ts'

/** What was found with what follows from the draft. `seen` names exactly these finds. */
export type FoundNow = Found & {
  readonly seen: string
  readonly answer: TraceDecision['answer']
}

/** What was found, each find with what is proposed or chosen for it. Personal data. */
export async function foundNow(id: Id, { hands }: Pick<Office, 'hands'>): Promise<FoundNow> {
  const { index, tickets, seen } = await tracesToDecide(id, hands)
  const { users: _, ...choices } = (await draftOf(id, hands)) ?? {}
  const { how = index.answer.how, language = index.answer.language, text } = choices.answer ?? {}
  return {
    index,
    seen,
    choices,
    tickets: tickets.map((find) => decidedTicket(find, index, choices)),
    mails: index.suspended.map((find) => decidedMail(find, index, choices)),
    answer: { how, language, ...(text ? { text } : {}) },
  }
}

/** Why a choice cannot be, or nothing. */
export function fault(work: () => unknown): Refusal | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** The choices with one more ticket decided. */
export const withTicket = (
  choices: Choices,
  id: number,
  choice: NonNullable<Choices['tickets']>[string],
): Choices => ({ ...choices, tickets: { ...choices.tickets, [id]: choice } })
