import { BrokenCommitment } from '../../records/commitment.ts'
import type { FileFind, Passage, TicketDecision, TicketFind } from '../../records/finds.ts'
import type { Phase } from '../../records/plan.ts'
import { piecesOf } from '../find/elsewhere.ts'
import { isOutOfReach } from '../find/propose.ts'
import { bodyBasis } from '../find/scan.ts'
import { type Hit, redactHtml } from '../matching/index.ts'
import { filesBasis, type Redaction } from '../operations/comment-redact.ts'
import { readable, textBasis } from '../operations/comment-redact-text.ts'
import { type Edit, editBasis } from '../operations/ticket-edit.ts'
import { chatRedactions } from './chat-redactions.ts'
import type { Decided } from './decided.ts'
import { type OperationDraft, personOf } from './drafts.ts'
import { filesToGo, imagesIn } from './files.ts'
import { hitOf, leftIn } from './places.ts'

type With = { readonly phase: Phase } & Pick<Decided, 'agentWorkspace' | 'chatFiles'>

/**
 * Everything that takes the chosen passages out of one ticket, and with Agent Workspace the chosen
 * files. They stand where they were found: a text that is not the one a human has seen there throws
 * `BrokenCommitment`.
 */
export function redactionsOf(decision: TicketDecision, how: With): OperationDraft[] {
  const chosen = new Set(decision.passages)
  const passages = decision.find.passages.filter(
    (one) => chosen.has(one.key) && !isOutOfReach(one, decision.find),
  )
  const files = how.agentWorkspace
    ? filesToGo(decision).filter(({ id }) => !how.chatFiles.has(id))
    : []
  const comments = new Set([
    ...passages.flatMap((one) => (isInComment(one) ? (one.comment ?? []) : [])),
    ...files.map(({ comment }) => comment),
  ])
  return [
    ...aroundComments(decision, passages, how),
    ...[...comments].flatMap((comment) =>
      inComment(
        decision,
        {
          comment,
          body: decision.find.bodies[String(comment)],
          passages: passages.filter((one) => isInComment(one) && one.comment === comment),
          files: files.filter((file) => file.comment === comment),
        },
        how,
      ),
    ),
    ...chatRedactions(decision, passages, how),
  ]
}

const isInComment = ({ where }: Passage): boolean => where === 'comment' || where === 'written'

type Within = {
  readonly comment: number
  readonly body: string | undefined
  readonly passages: readonly Passage[]
  readonly files: readonly FileFind[]
}

function inComment(
  { find, code }: TicketDecision,
  { comment, body, passages, files }: Within,
  { phase, agentWorkspace }: With,
): OperationDraft[] {
  const common = {
    phase,
    address: { ticket: find.id, comment },
    why: code,
    undo: 'none',
    ...personOf(find.people),
  } as const
  if (body === undefined && passages.length > 0) throw new BrokenCommitment('passages')
  const text = body ?? ''
  const hits = passages.map((passage) => hitOf(passage, text, readable))
  if (agentWorkspace) {
    const change = redaction(text, hits, files)
    const basis =
      change.html === undefined ? filesBasis(files.map(({ id }) => id)) : bodyBasis(text)
    return [{ ...common, kind: 'comment.redact', change, basis }]
  }
  // What stands in a tag (an address behind a link) this way cannot reach: the plan names it among
  // what stays. A text within a longer one goes after that, or it would break it.
  const texts = piecesOf(text, hits)
    .map(readable)
    .filter((one) => one.trim() !== '')
    .toSorted((a, b) => b.length - a.length)
  return [...new Set(texts)].map((one) => ({
    ...common,
    kind: 'comment.redact-text',
    change: { text: one },
    basis: textBasis(one),
  }))
}

function redaction(body: string, hits: readonly Hit[], files: readonly FileFind[]): Redaction {
  const images = imagesIn(body, files)
  const marks = [...hits, ...images.values()]
  return {
    ...(marks.length > 0 ? { html: redactHtml(body, marks) } : {}),
    attachmentUrls: files.filter(({ id }) => !images.has(id)).map(({ url }) => url),
    left: leftIn(body, piecesOf(body, hits)),
    files: files.map(({ id, name, url }) => ({ id, name, url })),
  }
}

/** A closed ticket takes no update: its subject and fields are named among what stays. */
function aroundComments(
  { find, code }: TicketDecision,
  passages: readonly Passage[],
  { phase }: Pick<With, 'phase'>,
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
      ...personOf(find.people),
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
