import type { Account } from '../account/account.ts'
import type { Attachment, Comment, Ticket } from '../account/records.ts'
import { emptyFile, markRedacted } from '../account/redacting.ts'
import { commentCore, showAttachment, withoutAddress } from '../account/show.ts'
import { redactMarked, redactString, unmarked } from '../text/redact.ts'
import { mayRedact } from '../transport/allow.ts'
import { type Call, type Handler, idOf, isObject, ok, type Route } from '../transport/call.ts'
import { badAttribute, forbidden, invalid, notFound } from '../transport/errors.ts'
import { limits, perTicket } from '../transport/limits.ts'
import { ticketOf } from './tickets.ts'

const scope = 'tickets'
const unredactable = new Set(['native_messaging', 'chat', 'messaging'])

function commentOf(account: Account, ticket: Ticket, id: number): Comment {
  const comment = account.store.get('comments', id)
  if (comment?.ticket_id !== ticket.id) throw notFound()
  return comment
}

/** Agent Workspace: text, links, images and files in one call, closed and archived tickets too (facts 1.2, 7). */
const redactComment: Handler = (call, account) => {
  if (!account.setup.agentWorkspace) throw forbidden()
  mayRedact(account, call.actor)
  const body = isObject(call.body) ? call.body : {}
  const ticket = ticketOf(
    { ...call, params: { ticket_id: idText(body['ticket_id']) } },
    account,
    'ticket_id',
  )
  const comment = commentOf(account, ticket, idOf(call))
  if (unredactable.has(ticket.via.channel))
    throw invalid('base', 'Base This channel is redacted through the chat redactions')
  const sent = body['html_body'] ?? comment.html_body
  if (typeof sent !== 'string') throw badAttribute('html_body', 'must be a string')
  const html = withoutAddress(account, sent)
  if (unmarked(html) !== comment.html_body)
    throw invalid(
      'html_body',
      'Html body: must be the current html_body of the comment with redact tags',
    )
  const files = filesNamed(account, comment, body['external_attachment_urls'])
  const { html: redacted, removed } = redactMarked(html)
  const inline = inlineOf(account, comment, removed)
  const changed = { ...comment, html_body: redacted }
  save(account, { ticket, comment, changed, files: [...files, ...inline] }, call)
  return ok({ comment: commentCore(account, changed) })
}

function filesNamed(account: Account, comment: Comment, urls: unknown): Attachment[] {
  if (urls === undefined || urls === null) return []
  if (!Array.isArray(urls)) throw badAttribute('external_attachment_urls', 'must be an array')
  const own = account.store.by('attachments', 'comment_id', comment.id)
  return urls.map((url) => {
    const file = own.find(({ token }) => String(url).includes(`/token/${token}/`))
    if (!file)
      throw invalid(
        'external_attachment_urls',
        'External attachment urls: is not an attachment of this comment',
      )
    return file
  })
}

const inlineOf = ({ store }: Account, comment: Comment, tags: readonly string[]): Attachment[] =>
  store
    .by('attachments', 'comment_id', comment.id)
    .filter((file) => tags.some((tag) => tag.includes(`/token/${file.token}/`)))

/** The older way, one string, not on closed tickets (facts 7). */
const redactText: Handler = (call, account) => {
  mayRedact(account, call.actor)
  const ticket = openTicket(call, account)
  const comment = commentOf(account, ticket, idOf(call, 'comment'))
  const text = isObject(call.body) ? call.body['text'] : undefined
  if (typeof text !== 'string' || text === '') throw badAttribute('text', 'must be present')
  const changed = { ...comment, html_body: redactString(comment.html_body, text) }
  save(account, { ticket, comment, changed, files: [] }, call)
  return ok({ comment: commentCore(account, changed) })
}

/** A file becomes an empty `redacted.txt`; the answer still shows the old one, as recorded (facts 1.6). */
const redactFile: Handler = (call, account) => {
  mayRedact(account, call.actor)
  const ticket = openTicket(call, account)
  const comment = commentOf(account, ticket, idOf(call, 'comment'))
  const file = account.store.get('attachments', idOf(call, 'attachment'))
  if (file?.comment_id !== comment.id) throw notFound()
  const before = showAttachment(account, file)
  save(account, { ticket, comment, changed: comment, files: [file] }, call)
  return ok({ attachment: before })
}

// The body of this refusal is not documented (facts 7): it is the one for updates of closed tickets.
function openTicket(call: Call, account: Account): Ticket {
  const ticket = ticketOf(call, account, 'ticket')
  if (ticket.status === 'closed') throw invalid('status', 'Status: closed prevents ticket update')
  return ticket
}

type Redaction = {
  readonly ticket: Ticket
  readonly comment: Comment
  readonly changed: Comment
  readonly files: readonly Attachment[]
}

function save(
  account: Account,
  { ticket, comment, changed, files }: Redaction,
  { actor }: Call,
): void {
  const gone = files.filter((file) => !file.redacted)
  const rewritten = changed.html_body !== comment.html_body
  if (!rewritten && gone.length === 0) return
  markRedacted(account, { ticket, actor, event: { comment_id: comment.id } })
  if (rewritten) account.note('comment.redacted', comment.id)
  account.store.put('comments', changed)
  for (const file of gone) emptyFile(account, file)
}

const idText = (id: unknown): string =>
  typeof id === 'number' || typeof id === 'string' ? String(id) : ''
const byBody = perTicket(({ body }) => idText(isObject(body) ? body['ticket_id'] : ''))
const byPath = perTicket(({ params }) => params['ticket'] ?? '')

/** The three ways to redact; each counts as an update of its ticket (facts 1.7). */
export const redactionRoutes: Route[] = [
  {
    method: 'PUT',
    path: '/comment_redactions/:id',
    scope,
    run: redactComment,
    limits: [limits.ticketsUpdate, byBody],
  },
  {
    method: 'PUT',
    path: '/tickets/:ticket/comments/:comment/redact',
    scope,
    run: redactText,
    limits: [limits.ticketsUpdate, byPath],
  },
  {
    method: 'PUT',
    path: '/tickets/:ticket/comments/:comment/attachments/:attachment/redact',
    scope,
    run: redactFile,
    limits: [limits.ticketsUpdate, byPath],
  },
]
