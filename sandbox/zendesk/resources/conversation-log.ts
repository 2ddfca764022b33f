import type { Account } from '../account/account.ts'
import { stamp } from '../account/account.ts'
import type { Comment } from '../account/records.ts'
import { commentCore, showAttachment } from '../account/show.ts'
import type { Chat, ChatEvent } from '../account/talk-records.ts'
import { type Handler, ok, type Route } from '../transport/call.ts'
import { pageOf } from '../transport/paging.ts'
import { ticketOf } from './tickets.ts'

type Shown = Record<string, unknown>

const authorOf = ({ store }: Account, id: number): Shown => {
  const user = store.get('users', id)
  return {
    type: user && user.role !== 'end-user' ? 'agent' : 'user',
    display_name: user?.name ?? '',
    'zen:support:user_id': id,
  }
}

function commentEvent(account: Account, comment: Comment): Shown {
  const { html_body, attachments } = commentCore(account, comment, true)
  return {
    id: logId(comment.id),
    type: comment.type,
    reference: `zen:ticket_event:${comment.id}`,
    created_at: comment.created_at,
    author: authorOf(account, comment.author_id),
    content: { type: 'html', body: html_body },
    metadata: { ...comment.metadata, public: comment.public },
    attachments,
  }
}

function messageEvent(account: Account, event: ChatEvent): Shown {
  const file = account.store.get('attachments', Number(event['attachment_id'] ?? 0))
  const shown = file && showAttachment(account, file)
  return {
    id: logId(String(event['message_id'])),
    type: 'Messaging::ConversationMessage',
    reference: `zen:sunco:conversation_message:${event['message_id']}`,
    created_at: stamp(Number(event['timestamp'])),
    author: authorOf(account, Number(event['actor_id'])),
    content: shown
      ? { type: 'file', altText: event['filename'], mediaUrl: shown['content_url'] }
      : { type: 'text', text: event['message'] },
    metadata: { custom: {}, system: {}, ticket_version: 0 },
    attachments: shown ? [shown] : [],
  }
}

const logId = (of: number | string): string => `01J9${String(of).toUpperCase().padStart(22, '0')}`

const said = new Set(['ChatMessage', 'ChatFileAttachment'])

const messagesOf = (account: Account, { history }: Chat): Shown[] =>
  history.filter(({ type }) => said.has(String(type))).map((event) => messageEvent(account, event))

const list: Handler = (call, account) => {
  const { id } = ticketOf(call, account)
  const rows = [
    ...account.store.of(id).map((comment) => commentEvent(account, comment)),
    ...account.store.by('chats', 'ticket_id', id).flatMap((chat) => messagesOf(account, chat)),
  ]
  const page = pageOf(call, account, {
    rows,
    place: (row) => [String(row['created_at']), String(row['id'])],
  })
  return ok({ events: page.rows, ...page.rest })
}

/** Comments and messages of a ticket in one list: facts 6. */
export const logRoutes: Route[] = [
  { method: 'GET', path: '/tickets/:id/conversation_log', scope: 'tickets', run: list },
]
