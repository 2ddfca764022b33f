import { z } from 'zod'
import { type Audit, audits } from './audits.ts'
import { checkedId } from './ids.ts'
import type { Http } from './send.ts'

/** One entry of a chat: a message with a text, or a file with a name. Joins and leaves are left out. */
export type ChatMessage = {
  /** The id or the place: one of the two is what a redaction asks for. */
  messageId?: string
  chatIndex?: number
  actorId?: number
  actorName?: string
  text?: string
  fileName?: string
  fileUrl?: string
}

/** A chat or a messaging conversation that a ticket keeps. */
export type Chat = { chatId: string; visitorId?: string; messages: readonly ChatMessage[] }

/** Where in a ticket's chats something is. */
type Place = { ticketId: number; chatId: string } & ({ messageId: string } | { chatIndex: number })

/** `text` is the message as it stands, with `<redact>` around what is to go. */
export type ChatRedaction = Place & { text: string }
export type ChatFileRedaction = Place

const maybe = <Shape extends z.ZodType>(shape: Shape) => shape.optional().catch(undefined)

const Entry = z.object({
  type: z.string(),
  message_id: maybe(z.string()),
  chat_index: maybe(z.int()),
  actor_id: maybe(z.int()),
  actor_name: maybe(z.string()),
  message: maybe(z.string()),
  filename: maybe(z.string()),
  url: maybe(z.string()),
})
const Started = z.object({
  chat_id: z.string(),
  visitor_id: maybe(z.string()),
  history: z.array(Entry).default([]),
})

/** Only reading the chat again proves anything, so of the answer nothing is kept. */
const Redacted = z.object({ chat_event: z.object({}) })

/**
 * Chats of a ticket, and their redaction where the account has the Agent Workspace. Not for a chat
 * that is still going on, nor for one of before March 2020 (there: `comments.redact`).
 *
 * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/#redact-chat-comment
 */
export const chats = (http: Http) => ({
  /** The chats in a ticket's audits: there stand the ids that the redactions ask for. */
  inTicket: async function* (ticketId: number): AsyncGenerator<Chat, void, undefined> {
    for await (const { events } of audits(http).audits(ticketId)) {
      for (const event of events) {
        const chat = chatIn(event)
        if (chat) yield chat
      }
    }
  },

  /** Blackens what stands between `<redact>` and `</redact>`. It can't be undone. */
  redact: async (redaction: ChatRedaction): Promise<void> => {
    const { text } = redaction
    const at = 'messageId' in redaction ? byId(redaction) : { chat_index: redaction.chatIndex }
    await redacted(http, '/api/v2/chat_redactions/{ticket_id}', redaction, { ...at, text })
  },

  /** Empties a file: it becomes `redacted.txt`. It can't be undone. */
  redactFile: async (redaction: ChatFileRedaction): Promise<void> => {
    const at =
      'messageId' in redaction
        ? { message_ids: [redaction.messageId] }
        : { chat_indexes: [redaction.chatIndex] }
    await redacted(http, '/api/v2/chat_file_redactions/{ticket_id}', redaction, at)
  },
})

/** The chat of a `ChatStartedEvent`; nothing for every other event of an audit. */
function chatIn({ type, value }: Audit['events'][number]): Chat | undefined {
  if (type !== 'ChatStartedEvent') return undefined
  const { data } = Started.safeParse(value)
  if (!data) return undefined
  return {
    chatId: data.chat_id,
    ...(data.visitor_id !== undefined && { visitorId: data.visitor_id }),
    messages: data.history.map(messageOf).filter((entry) => 'text' in entry || 'fileName' in entry),
  }
}

function messageOf(entry: z.infer<typeof Entry>): ChatMessage {
  return {
    ...(entry.message_id !== undefined && { messageId: entry.message_id }),
    ...(entry.chat_index !== undefined && { chatIndex: entry.chat_index }),
    ...(entry.actor_id !== undefined && { actorId: entry.actor_id }),
    ...(entry.actor_name !== undefined && { actorName: entry.actor_name }),
    ...(entry.message !== undefined && { text: entry.message }),
    ...(entry.filename !== undefined && { fileName: entry.filename }),
    ...(entry.url !== undefined && { fileUrl: entry.url }),
  }
}

const byId = ({ messageId }: { messageId: string }) => ({ message_id: messageId })

async function redacted(http: Http, path: string, { ticketId, chatId }: Place, at: object) {
  const params = { ticket_id: checkedId(ticketId) }
  const body = { chat_id: chatId, ...at }
  await http.send({ shape: Redacted, method: 'PUT', path, params, body })
}
