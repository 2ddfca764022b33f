import { z } from 'zod'
import { hashOf } from '../../records/canonical.ts'
import type { Sha } from '../../records/primitives.ts'
import type { ChatMessage } from '../../zendesk/index.ts'
import { occurrences } from './comment-redact.ts'
import { type Around, each, type Item, idOf, isHeld, type Kind, type Look, only } from './kind.ts'
import { alive } from './ticket-delete.ts'

export const ChatRedaction = z.strictObject({
  /** The message with `<redact>` around what goes. */
  text: z.string(),
  /** How often each text that goes may still stand there afterwards. */
  left: z.record(z.string(), z.int().nonnegative()),
})

/** What it is decided on: the message, to the letter. */
export const messageBasis = (text: string): Sha => hashOf({ message: text })
/** What emptying a file of a chat is decided on: which file it is. */
export const chatFileBasis = (name: string): Sha => hashOf({ 'chat-file': name })

/**
 * Redaction within one message of a chat or messaging conversation that is over
 * (https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/#redact-chat-comment).
 */
export const chatRedact: Kind = {
  batch: 10,
  goneIsDone: true,
  provedBy: { tries: 3 },
  refusedAs: 'chat-goes-on',
  look: async (items, around) =>
    await lookAtMessages(items, around, ({ text }) =>
      text === undefined ? undefined : messageBasis(text),
    ),
  send: async (items, { zendesk }) => {
    const item = only(items)
    await zendesk.chats.redact({ ...placeOf(item), text: ChatRedaction.parse(item.change).text })
    return {}
  },
  readBack: async (items, around) => {
    const messages = await messagesOf(items, around)
    return each(items, (item) => {
      const { left } = ChatRedaction.parse(item.change)
      const text = messages.get(keyOf(item))?.text ?? ''
      const gone = Object.entries(left).every(([part, most]) => occurrences(text, part) <= most)
      return gone ? 'done' : 'not-applied'
    })
  },
}

/**
 * Empties one file of a chat that is over
 * (https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/#redact-chat-comment-attachment).
 */
export const chatFileRedact: Kind = {
  batch: 10,
  goneIsDone: true,
  provedBy: { tries: 3 },
  refusedAs: 'chat-goes-on',
  look: async (items, around) =>
    await lookAtMessages(items, around, ({ fileName }) =>
      fileName === undefined || fileName === emptied ? undefined : chatFileBasis(fileName),
    ),
  send: async (items, { zendesk }) => {
    await zendesk.chats.redactFile(placeOf(only(items)))
    return {}
  },
  readBack: async (items, around) => {
    const messages = await messagesOf(items, around)
    return each(items, (item) => {
      const name = messages.get(keyOf(item))?.fileName ?? emptied
      return name === emptied ? 'done' : 'not-applied'
    })
  },
}

const emptied = 'redacted.txt'

async function lookAtMessages(
  items: readonly Item[],
  around: Around,
  seen: (message: ChatMessage) => Sha | undefined,
): Promise<Map<number, Look>> {
  const tickets = await alive(items, around)
  const messages = await messagesOf(items, around)
  return each(items, (item): Look => {
    const ticket = tickets.get(idOf(item, 'ticket'))
    const message = messages.get(keyOf(item))
    const basis = message && seen(message)
    if (!ticket || basis === undefined) return { state: 'gone' }
    return { state: 'there', basis, held: isHeld(ticket.tags, around.policy) }
  })
}

/** Every message of these tickets' chats. Each ticket is read once. */
async function messagesOf(
  items: readonly Item[],
  around: Pick<Around, 'zendesk'>,
): Promise<Map<string, ChatMessage>> {
  const found = new Map<string, ChatMessage>()
  for (const ticket of (await alive(items, around)).keys()) {
    for await (const { chatId, messages } of around.zendesk.chats.inTicket(ticket)) {
      for (const message of messages) {
        const id = message.messageId ?? message.chatIndex
        found.set(JSON.stringify([ticket, chatId, id]), message)
      }
    }
  }
  return found
}

const keyOf = (item: Item): string =>
  JSON.stringify([idOf(item, 'ticket'), item.address.chat, item.address.message])

function placeOf(item: Item) {
  const { chat, message } = item.address
  if (chat === undefined || message === undefined) {
    throw new TypeError(`operation ${item.n} names no message`)
  }
  const at = typeof message === 'string' ? { messageId: message } : { chatIndex: message }
  return { ticketId: idOf(item, 'ticket'), chatId: chat, ...at }
}
