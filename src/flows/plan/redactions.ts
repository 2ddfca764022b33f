import { BrokenCommitment } from '../../records/commitment.ts'
import type { Passage, TicketDecision, TicketFind } from '../../records/finds.ts'
import type { Phase } from '../../records/plan.ts'
import { piecesOf } from '../find/elsewhere.ts'
import { bodyBasis } from '../find/scan.ts'
import { type Hit, redactHtml } from '../matching/index.ts'
import { occurrences, type Redaction } from '../operations/comment-redact.ts'
import { readable, textBasis } from '../operations/comment-redact-text.ts'
import { type Edit, editBasis } from '../operations/ticket-edit.ts'
import type { OperationDraft } from './drafts.ts'

type With = { readonly phase: Phase; readonly agentWorkspace: boolean }

/**
 * Everything that takes the chosen passages out of one ticket. They stand where they were found: a
 * text that is not the one a human has seen there throws `BrokenCommitment`.
 */
export function redactionsOf(decision: TicketDecision, how: With): OperationDraft[] {
  const chosen = new Set(decision.passages)
  const passages = decision.find.passages.filter(({ key }) => chosen.has(key))
  const comments = Object.entries(decision.find.bodies).flatMap(([id, body]) => {
    const comment = Number(id)
    const here = passages.filter((one) => one.comment === comment && one.where !== 'envelope')
    return here.length > 0 ? inComment({ decision, comment, body }, here, how) : []
  })
  return [...aroundComments(decision, passages, how), ...comments]
}

function inComment(
  { decision, comment, body }: { decision: TicketDecision; comment: number; body: string },
  passages: readonly Passage[],
  { phase, agentWorkspace }: With,
): OperationDraft[] {
  const hits = passages.map((passage) => hitOf(passage, body, readable))
  const common = {
    phase,
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

/** The hit behind a passage, if its text still is what was found there. */
function hitOf(passage: Passage, text: string, read: (piece: string) => string): Hit {
  const { spans, kind, strength, hit, attribute } = passage
  const there = spans.map(({ start, end }) => read(text.slice(start, end))).join('')
  const isTag = spans.every(({ start, end }) => /^<[^]*>$/.test(text.slice(start, end)))
  const holds = attribute ? isTag : bare(there) === bare(hit)
  if (!holds || spans.length === 0) throw new BrokenCommitment('passages')
  const term = { kind, value: '', strength }
  return { term, spans, text: hit, ...(attribute ? { attribute } : {}) }
}

/** White space is shown otherwise than it is written, and gaps between pieces are no text. */
const bare = (text: string): string => text.replaceAll(/[\s\p{Surrogate}]/gu, '')

function redaction(body: string, hits: readonly Hit[]): Redaction {
  const pieces = piecesOf(body, hits)
  const left = [...new Set(pieces)].map((text) => {
    const going = pieces.filter((piece) => piece === text).length
    return [text, Math.max(0, occurrences(body, text) - going)] as const
  })
  return { html: redactHtml(body, hits), attachmentUrls: [], left: Object.fromEntries(left) }
}

/** A closed ticket takes no update: its subject and fields are named among what stays. */
function aroundComments(
  { find, code }: TicketDecision,
  passages: readonly Passage[],
  { phase }: With,
): OperationDraft[] {
  if (find.status === 'closed') return []
  const subject = passages.filter(({ where }) => where === 'subject').map(inText(find.subject))
  const fields = fieldHits(find, passages)
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
      phase,
      kind: 'ticket.edit',
      address: { ticket: find.id },
      change: after,
      basis: editBasis(before),
      why: code,
      undo: 'none',
    },
  ]
}

const inText =
  (text: string) =>
  (passage: Passage): Hit =>
    hitOf(passage, text, (piece) => piece)

const fieldHits = (
  { fields }: TicketFind,
  passages: readonly Passage[],
): { id: number; text: string; hits: Hit[] }[] =>
  Object.entries(fields).flatMap(([id, text]) => {
    const hits = passages.filter(({ field }) => field === Number(id)).map(inText(text))
    return hits.length > 0 ? [{ id: Number(id), text, hits }] : []
  })

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
