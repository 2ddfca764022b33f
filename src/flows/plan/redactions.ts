import { bodyBasis } from '../find/scan.ts'
import type { TermRecord, TicketDecision } from '../finds.ts'
import { compileMatcher, type Hit, redactHtml, wholeHtml } from '../matching/index.ts'
import { occurrences, type Redaction } from '../operations/comment-redact.ts'
import { readable, textBasis } from '../operations/comment-redact-text.ts'
import { type Edit, editBasis } from '../operations/ticket-edit.ts'
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
  return [...aroundComments(decision, chosen, how), ...comments]
}

function inComment(
  where: { decision: TicketDecision; comment: number; body: string },
  chosen: ReadonlySet<string>,
  { terms, country, agentWorkspace }: With,
): OperationDraft[] {
  const { decision, comment, body } = where
  const mentions = compileMatcher(terms, { country })
    .inHtml(body)
    .filter((_, i) => chosen.has(`c${comment}-${i}`))
  const hits = chosen.has(`w${comment}`) ? [...mentions, wholeHtml(body)] : mentions
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
  // What stands in a tag (an address behind a link) this way cannot reach: the proof will name it.
  const texts = piecesOf(body, hits)
    .map(readable)
    .filter((text) => text.trim() !== '')
  return [...new Set(texts)].map((text) => ({
    ...common,
    kind: 'comment.redact-text',
    change: { text },
    basis: textBasis(text),
  }))
}

function redaction(body: string, hits: readonly Hit[]): Redaction {
  const pieces = piecesOf(body, hits)
  const left = [...new Set(pieces)].map((text) => {
    const going = pieces.filter((piece) => piece === text).length
    return [text, Math.max(0, occurrences(body, text) - going)] as const
  })
  return { html: redactHtml(body, hits), attachmentUrls: [], left: Object.fromEntries(left) }
}

/** The texts at the places that were hit, each place once. */
function piecesOf(body: string, hits: readonly Hit[]): string[] {
  const spans = new Map(
    hits.flatMap((hit) => hit.spans.map((span) => [`${span.start}-${span.end}`, span] as const)),
  )
  return [...spans.values()].map(({ start, end }) => body.slice(start, end))
}

/** A closed ticket takes no update: its subject and fields are named among what stays. */
function aroundComments(
  { find, code }: TicketDecision,
  chosen: ReadonlySet<string>,
  { terms, country }: With,
): OperationDraft[] {
  if (find.status === 'closed') return []
  const matcher = compileMatcher(terms, { country })
  const subject = matcher.inText(find.subject).filter((_, i) => chosen.has(`subject-${i}`))
  const fields = Object.entries(find.fields).flatMap(([id, text]) => {
    const hits = matcher.inText(text).filter((_, i) => chosen.has(`field-${i}-${id}`))
    return hits.length > 0 ? [{ id: Number(id), text, hits }] : []
  })
  if (subject.length === 0 && fields.length === 0) return []
  const before: Edit = {
    ...(subject.length > 0 ? { subject: find.subject } : {}),
    fields: fields.map(({ id, text }) => ({ id, value: text })),
  }
  const after: Edit = {
    ...(subject.length > 0 ? { subject: blocked(find.subject, subject) } : {}),
    fields: fields.map(({ id, text, hits }) => ({ id, value: emptied(text, hits) })),
  }
  return [
    {
      phase: 'tickets',
      kind: 'ticket.edit',
      address: { ticket: find.id },
      change: after,
      basis: editBasis(before),
      why: code,
      undo: 'none',
    },
  ]
}

/** A field that holds nothing else is emptied: blocks would break the field's own format. */
function emptied(text: string, hits: readonly Hit[]): string | null {
  const left = blocked(text, hits)
  return /^[\s▇]*$/u.test(left) ? null : left
}

/** A text with blocks in place of the hits: U+2587, as Zendesk's own redaction writes them. */
function blocked(text: string, hits: readonly Hit[]): string {
  const spans = hits.flatMap((hit) => hit.spans).toSorted((a, b) => a.start - b.start)
  let left = ''
  let at = 0
  for (const { start, end } of spans) {
    // Hits may overlap: what one of them covers is gone already.
    if (start >= at) left += `${text.slice(at, start)}▇▇▇▇`
    at = Math.max(at, end)
  }
  return left + text.slice(at)
}
