import { createHmac } from 'node:crypto'
import type {
  PeopleDecision,
  TicketDecision,
  TraceDecision,
  TraceIndex,
} from '../../records/finds.ts'
import type { OperationKind } from '../../records/plan.ts'
import type { Request } from '../../records/request.ts'
import type { Hands } from '../hands.ts'
import { openingsOf } from '../vault.ts'
import type { PersonAnswer } from './decided.ts'

/** What some operation does to which ticket. */
export type Effect = { readonly kind: OperationKind; readonly ticket?: number | undefined }

/** What an answer follows from: the decisions, and all that is done and will be done. */
export type AnswerBasis = {
  readonly decision: Pick<TraceDecision, 'answer'>
  readonly tickets: readonly TicketDecision[]
  readonly effects: readonly Effect[]
}

/** The answer and its receipt: the salt that opens this request's commitment, for its person alone. */
export async function answerText(
  request: Request,
  { decision: { answer }, tickets, effects }: AnswerBasis,
  hands: Hands,
  person?: number,
): Promise<{ body: string; marker: string }> {
  const openings = await openingsOf(request.id, 'subject', hands)
  const salt = openings[request.subject.ref]?.salt ?? request.id
  const marker = person === undefined ? salt : receiptOf(salt, person)
  const body = answer.text
    ? `${answer.text}\n\n${request.number} · ${marker}`
    : hands.answer({
        language: answer.language,
        number: request.number,
        receipt: marker,
        ...countsOf(tickets, effects),
      })
  return { body, marker }
}

const receiptOf = (salt: string, person: number): string =>
  createHmac('sha256', salt).update(`rightsdesk.receipt.v1\n${person}`).digest('hex')

/** The answers to several people, as far as each can be replied to on his own ticket. */
export async function personAnswers(
  request: Request,
  basis: AnswerBasis,
  about: PersonBasis,
): Promise<PersonAnswer[]> {
  const made: PersonAnswer[] = []
  for (const { person, how, ticket } of about.answers) {
    if (how !== 'reply' || ticket === undefined) continue
    const { body, marker } = await personAnswer(request, basis, { ...about, person })
    const users = about.users.filter((user) => user.person === person).map(({ id }) => id)
    made.push({ person, ticket, users, body, marker })
  }
  return made
}

type PersonBasis = {
  readonly answers: NonNullable<TraceIndex['answers']>
  readonly users: PeopleDecision['users']
  readonly hands: Hands
}

/**
 * What one of several people is told: of his own tickets alone, and with a receipt of his own. It
 * follows from the request's, and says nothing of the others'.
 */
export async function personAnswer(
  request: Request,
  { decision, tickets, effects }: AnswerBasis,
  { answers, person, hands }: Pick<PersonBasis, 'answers' | 'hands'> & { person: number },
): Promise<{ body: string; marker: string }> {
  const his = tickets.filter(({ find }) => find.people.includes(person))
  const ids = new Set(his.map(({ find }) => find.id))
  const mine = effects.filter(({ ticket }) => ticket !== undefined && ids.has(ticket))
  const language = answers.find((one) => one.person === person)?.language
  const answer = { ...decision.answer, ...(language ? { language } : {}) }
  return await answerText(
    request,
    { decision: { answer }, tickets: his, effects: mine },
    hands,
    person,
  )
}

/** Of how many tickets the person reads that they go, are blacked out, or stay. */
function countsOf(
  tickets: readonly TicketDecision[],
  effects: readonly Effect[],
): { deleted: number; redacted: number; kept: number } {
  const withKind = (is: (kind: OperationKind) => boolean) =>
    new Set(effects.filter(({ kind }) => is(kind)).map(({ ticket }) => ticket))
  const deleted = withKind((kind) => kind === 'ticket.purge')
  const touched = withKind((kind) => kind.startsWith('comment.') || kind === 'ticket.edit')
  const redacted = [...touched].filter((ticket) => !deleted.has(ticket))
  const kept = tickets.filter(
    ({ find }) => find.relation === 'own' && !deleted.has(find.id) && !touched.has(find.id),
  )
  return { deleted: deleted.size, redacted: redacted.length, kept: kept.length }
}
