import type { TicketDecision, TraceDecision } from '../../records/finds.ts'
import type { OperationKind } from '../../records/plan.ts'
import type { Request } from '../../records/request.ts'
import type { Hands } from '../hands.ts'
import { openingsOf } from '../vault.ts'

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
): Promise<{ body: string; marker: string }> {
  const openings = await openingsOf(request.id, 'subject', hands)
  const marker = openings[request.subject.ref]?.salt ?? request.id
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
