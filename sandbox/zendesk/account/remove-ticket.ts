import { notFound } from '../transport/errors.ts'
import { type Account, saveTicket } from './account.ts'
import type { Comment, Ticket, User } from './records.ts'
import type { Store } from './store.ts'

/** Soft deletion (facts 8). */
export function deleteTicket(account: Account, ticket: Ticket, actor: User): void {
  const gone = { at: account.now(), by: actor.id, state: ticket.status }
  saveTicket(account, { ...ticket, hidden: { ...ticket.hidden, gone } })
  account.note('ticket.deleted', ticket.id)
}

/** Undoes it, except for archived tickets and those gone for good (facts 8). */
export function restoreTicket(account: Account, ticket: Ticket | undefined): void {
  if (!ticket?.hidden.gone || ticket.hidden.purged || ticket.hidden.archived) throw notFound()
  saveTicket(account, { ...ticket, hidden: { ...ticket.hidden, gone: null } })
  account.note('ticket.restored', ticket.id)
}

/** For good: comments, files and recordings go with the ticket (facts 8). */
export function purgeTicket(account: Account, ticket: Ticket | undefined): void {
  if (!ticket?.hidden.gone || ticket.hidden.purged) throw notFound()
  const { store } = account
  for (const comment of store.of(ticket.id)) dropComment(store, comment)
  for (const audit of store.by('audits', 'ticket_id', ticket.id)) store.drop('audits', audit.id)
  dropTalk(store, ticket.id)
  saveTicket(account, { ...ticket, ...blank, hidden: { ...ticket.hidden, purged: true } })
  account.note('ticket.purged', ticket.id)
}

function dropComment(store: Store, { id, data }: Comment): void {
  dropFiles(store, id)
  if (data?.['call_id']) store.drop('recordings', String(data['call_id']))
  store.drop('comments', id)
}

/** What was said beside the comments. */
function dropTalk(store: Store, ticket: number): void {
  for (const { id, event_id } of store.by('chats', 'ticket_id', ticket)) {
    dropFiles(store, event_id)
    store.drop('chats', id)
  }
  for (const { id } of store.by('sides', 'ticket_id', ticket)) store.drop('sides', id)
  for (const { id } of store.by('ratings', 'ticket_id', ticket)) store.drop('ratings', id)
}

function dropFiles(store: Store, of: number): void {
  for (const file of store.by('attachments', 'comment_id', of)) store.drop('attachments', file.id)
}

const blank = {
  subject: '',
  external_id: null,
  recipient: null,
  tags: [],
  custom_fields: [],
  email_cc_ids: [],
  follower_ids: [],
  satisfaction_rating: null,
  via: { channel: 'api', source: { from: {}, to: {}, rel: null } },
} satisfies Partial<Ticket>
