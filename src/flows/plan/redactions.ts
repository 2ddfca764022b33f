import { bodyBasis } from '../find/scan.ts'
import type { TermRecord, TicketDecision } from '../finds.ts'
import { compileMatcher, type Hit, redactHtml } from '../matching/index.ts'
import { occurrences, type Redaction } from '../operations/comment-redact.ts'
import { textBasis } from '../operations/comment-redact-text.ts'
import { subjectBasis } from '../operations/ticket-retitle.ts'
import type { OperationDraft } from './drafts.ts'

type With = {
  readonly terms: readonly TermRecord[]
  readonly country: string
  readonly agentWorkspace: boolean
}

/** Everything that takes the chosen passages out of one ticket. */
export function redactionsOf(decision: TicketDecision, how: With): OperationDraft[] {
  const chosen = new Set(decision.passages)
  const comments = Object.entries(decision.find.bodies).flatMap(([comment, body]) =>
    inComment({ decision, comment: Number(comment), body }, chosen, how),
  )
  return [...inSubject(decision, chosen, how), ...comments]
}

function inComment(
  where: { decision: TicketDecision; comment: number; body: string },
  chosen: ReadonlySet<string>,
  { terms, country, agentWorkspace }: With,
): OperationDraft[] {
  const { decision, comment, body } = where
  const hits = compileMatcher(terms, { country })
    .inHtml(body)
    .filter((_, i) => chosen.has(`c${comment}-${i}`))
  if (hits.length === 0) return []
  const common = {
    phase: 'tickets',
    address: { ticket: decision.find.id, comment },
    why: decision.code,
    undo: 'none',
  } as const
  if (agentWorkspace) {
    const change = redaction(body, hits)
    return [{ ...common, kind: 'comment.redact', change, basis: bodyBasis(body) }]
  }
  return piecesOf(body, hits).map((text) => ({
    ...common,
    kind: 'comment.redact-text',
    change: { text },
    basis: textBasis(text),
  }))
}

function redaction(body: string, hits: readonly Hit[]): Redaction {
  const pieces = hits.flatMap(({ spans }) => spans.map(({ start, end }) => body.slice(start, end)))
  const left = [...new Set(pieces)].map((text) => {
    const going = pieces.filter((piece) => piece === text).length
    return [text, Math.max(0, occurrences(body, text) - going)] as const
  })
  return { html: redactHtml(body, hits), attachmentUrls: [], left: Object.fromEntries(left) }
}

const piecesOf = (body: string, hits: readonly Hit[]): string[] => [
  ...new Set(hits.flatMap(({ spans }) => spans.map(({ start, end }) => body.slice(start, end)))),
]

/** A closed ticket takes no new subject: its old one is named among what stays. */
function inSubject(
  { find, code }: TicketDecision,
  chosen: ReadonlySet<string>,
  { terms, country }: With,
): OperationDraft[] {
  const hits = compileMatcher(terms, { country })
    .inText(find.subject)
    .filter((_, i) => chosen.has(`subject-${i}`))
  if (hits.length === 0 || find.status === 'closed') return []
  return [
    {
      phase: 'tickets',
      kind: 'ticket.retitle',
      address: { ticket: find.id },
      change: { subject: blocked(find.subject, hits) },
      basis: subjectBasis(find.subject),
      why: code,
      undo: 'none',
    },
  ]
}

/** A text with blocks in place of the hits: U+2587, as Zendesk's own redaction writes them. */
function blocked(text: string, hits: readonly Hit[]): string {
  const spans = hits.flatMap((hit) => hit.spans).toSorted((a, b) => b.start - a.start)
  return spans.reduce(
    (left, { start, end }) => `${left.slice(0, start)}▇▇▇▇${left.slice(end)}`,
    text,
  )
}
