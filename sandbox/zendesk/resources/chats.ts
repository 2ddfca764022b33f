import type { Account } from '../account/account.ts'
import { chatStarted } from '../account/chat-events.ts'
import type { Ticket } from '../account/records.ts'
import { emptyFile, markRedacted } from '../account/redacting.ts'
import type { Chat, ChatEvent } from '../account/talk-records.ts'
import { redactMarked, unmarked } from '../text/redact.ts'
import { mayRedact } from '../transport/allow.ts'
import { type Call, type Handler, isObject, ok, type Reply, type Route } from '../transport/call.ts'
import { badAttribute, forbidden, invalid, notFound } from '../transport/errors.ts'
import { limits, perTicket } from '../transport/limits.ts'
import { ticketOf } from './tickets.ts'

const scope = 'tickets'
const march2020 = '2020-03-01'

type Found = {
  readonly ticket: Ticket
  readonly chat: Chat
  readonly body: Record<string, unknown>
}

/** The ended chat that a redaction names. The bodies of these refusals are not documented (facts 7). */
function chatOf(call: Call, account: Account): Found {
  if (!account.setup.agentWorkspace) throw forbidden()
  mayRedact(account, call.actor)
  const ticket = ticketOf(call, account, 'ticket')
  const body = isObject(call.body) ? call.body : {}
  if (typeof body['chat_id'] !== 'string') throw badAttribute('chat_id', 'must be present')
  const chat = account.store.get('chats', body['chat_id'])
  if (chat?.ticket_id !== ticket.id) throw notFound()
  if (chat.active) throw invalid('base', 'Base Active chats cannot be redacted')
  if (chat.created_at < march2020)
    throw invalid('base', 'Base Chats before March 2020 cannot be redacted this way')
  return { ticket, chat, body }
}

/** What a redaction may name an event by: its place in the chat, or its id. */
function placesOf(chat: Chat, index: unknown, message: unknown, type: string): number[] {
  const asked = [index, message].filter((one) => one !== undefined && one !== null)
  if (asked.length === 0) throw badAttribute('chat_index', 'chat_index or message_id is mandatory')
  const wanted = (Array.isArray(asked[0]) ? asked[0] : [asked[0]]) as unknown[]
  const key = asked[0] === index ? 'chat_index' : 'message_id'
  return wanted.map((one) => {
    const at = chat.history.findIndex((event) => event[key] === one && event['type'] === type)
    if (at < 0) throw notFound()
    return at
  })
}

/** One message: its text as it stands, with marks (facts 7). */
const redactMessage: Handler = (call, account) => {
  const { ticket, chat, body } = chatOf(call, account)
  const [at = 0] = placesOf(chat, body['chat_index'], body['message_id'], 'ChatMessage')
  const { text } = body
  if (typeof text !== 'string' || text === '') throw badAttribute('text', 'must be present')
  const message = String(chat.history[at]?.['message'])
  if (unmarked(text) !== message)
    throw invalid('text', 'Text: must be the current message with redact tags')
  const changed = redactMarked(text).html
  if (changed === message) return answer(chat)
  return change(call, account, {
    ticket,
    chat,
    places: [at],
    to: (event) => ({ ...event, message: changed }),
  })
}

/** Files, one or several: each becomes `redacted.txt`. */
const redactFiles: Handler = (call, account) => {
  const { ticket, chat, body } = chatOf(call, account)
  const named = [body['chat_indexes'], body['message_ids']]
  const places = placesOf(chat, named[0], named[1], 'ChatFileAttachment').filter(
    (at) => chat.history[at]?.['filename'] !== 'redacted.txt',
  )
  if (places.length === 0) return answer(chat)
  for (const at of places) {
    const file = account.store.get('attachments', Number(chat.history[at]?.['attachment_id']))
    if (file) emptyFile(account, file)
  }
  return change(call, account, {
    ticket,
    chat,
    places,
    to: (event) => ({ ...event, filename: 'redacted.txt' }),
  })
}

type Change = {
  readonly ticket: Ticket
  readonly chat: Chat
  readonly places: readonly number[]
  readonly to: (event: ChatEvent) => ChatEvent
}

function change(call: Call, account: Account, { ticket, chat, places, to }: Change): Reply {
  const history = chat.history.map((event, at) => (places.includes(at) ? to(event) : event))
  const changed = { ...chat, history }
  markRedacted(account, { ticket, actor: call.actor, event: { chat_id: chat.id } })
  account.store.put('chats', changed)
  for (const at of places) account.note('chat.redacted', String(chat.history[at]?.['message_id']))
  return answer(changed)
}

const answer = (chat: Chat): Reply => ok({ chat_event: chatStarted(chat) })

const byPath = perTicket(({ params }) => params['ticket'] ?? '')

/** Chat and messaging conversations: facts 7. */
export const chatRoutes: Route[] = [
  {
    method: 'PUT',
    path: '/chat_redactions/:ticket',
    scope,
    run: redactMessage,
    limits: [limits.ticketsUpdate, byPath],
  },
  {
    method: 'PUT',
    path: '/chat_file_redactions/:ticket',
    scope,
    run: redactFiles,
    limits: [limits.ticketsUpdate, byPath],
  },
]
