import { plain, wrap, wrapHtml } from '../text/html.ts'
import { isObject } from '../transport/call.ts'
import { invalid } from '../transport/errors.ts'
import { type Account, nextId } from './account.ts'
import type { Comment, Party, Ticket, User } from './records.ts'
import { iso } from './show.ts'

type Adding = {
  readonly ticket: Ticket
  readonly patch: Readonly<Record<string, unknown>>
  readonly actor: User
  readonly auditId: number
}

/** Adds the comment of an update, public unless told otherwise. */
export function addComment(
  account: Account,
  { ticket, patch, actor, auditId }: Adding,
): Comment | undefined {
  const given = patch['comment']
  if (!isObject(given)) return undefined
  const html_body = htmlOf(given)
  if (plain(html_body) === '') throw invalid('base', 'Description: cannot be blank', 'BlankValue')
  const open = given['public'] !== false
  const comment: Comment = {
    id: nextId(account),
    ticket_id: ticket.id,
    type: 'Comment',
    author_id: typeof given['author_id'] === 'number' ? given['author_id'] : actor.id,
    html_body,
    public: open,
    audit_id: auditId,
    via: {
      channel: 'api',
      source: { from: {}, to: open ? recipientOf(account, ticket) : {}, rel: null },
    },
    created_at: iso(account),
    metadata: {
      system: {
        client: 'api',
        ip_address: '203.0.113.10',
        location: '',
        latitude: 0,
        longitude: 0,
      },
      custom: {},
    },
    data: null,
  }
  account.index.touch('ticket', ticket.id)
  account.store.put('comments', comment)
  account.note('comment.created', comment.id)
  return comment
}

function htmlOf(given: Record<string, unknown>): string {
  if (typeof given['html_body'] === 'string') return wrapHtml(given['html_body'])
  return wrap(typeof given['body'] === 'string' ? given['body'] : '')
}

function recipientOf({ store }: Account, ticket: Ticket): Party {
  const user = store.get('users', ticket.requester_id)
  return user ? { name: user.name, address: user.email } : {}
}
