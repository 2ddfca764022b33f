import type { FileFind, Passage } from '../../records/finds.ts'
import type { Ticket } from '../../zendesk/index.ts'
import type { Account } from '../hands.ts'
import { textsIn } from './envelope.ts'
import { filesOf } from './files.ts'
import type { Beside, LookingBeside } from './looking-beside.ts'
import { inTexts } from './scan.ts'

const channels = /chat|messag|sunshine|whatsapp|line|viber|telegram|wechat|native/

/** Whether a ticket's conversation is one of messages, which are redacted one by one, in the chat. */
export const isChat = ({ via: { channel }, from_messaging_channel: messaging }: Ticket): boolean =>
  messaging === true || (channels.test(channel) && channel !== 'offline')

/**
 * What the messages of a ticket's chats hold. Those that Zendesk keeps with the chat's id can be
 * redacted; what only the conversation log shows cannot.
 */
export async function chatsOf(
  ticket: number,
  looking: LookingBeside,
  zendesk: Account,
): Promise<Beside> {
  const { places } = looking
  const kept = { passages: [] as Passage[], messages: {} as Record<string, string> }
  const seen = new Set<string>()
  await places.read('chats', async () => {
    for await (const { chatId, messages } of zendesk.chats.inTicket(ticket)) {
      for (const one of messages) {
        if (one.messageId !== undefined) seen.add(one.messageId)
        inChat(one, chatId, looking, kept)
      }
    }
    return kept.passages.length
  })
  const logged: Passage[] = []
  const files: FileFind[] = []
  await places.read('conversation-logs', async () => {
    for await (const event of zendesk.tickets.conversationLog(ticket)) {
      const id = event.message_id ?? event.reference.split(':').at(-1) ?? ''
      // Comments are read as such, and messages of a chat with the chat.
      if (event.type.endsWith('Comment')) continue
      if (looking.first > 0) files.push(...filesOf({ ...event, id: looking.first }))
      if (seen.has(id)) continue
      logged.push(...inTexts('chat', `l${logged.length}`, textsIn(event.content), looking.matcher))
    }
    return logged.length
  })
  return { passages: [...kept.passages, ...logged], messages: kept.messages, files }
}

/** Keeps what one message holds, with what its redaction is asked for by. */
function inChat(
  one: Message & { readonly messageId?: string; readonly chatIndex?: number },
  chat: string,
  looking: LookingBeside,
  { passages, messages }: Pick<Beside, 'passages' | 'messages'>,
): void {
  const found = inMessage(`m${passages.length}`, one, looking)
  const message = one.messageId ?? one.chatIndex
  if (message === undefined || !looking.agentWorkspace) {
    passages.push(...found)
    return
  }
  passages.push(...found.map((passage) => ({ ...passage, chat: { id: chat, message } })))
  if (found.length > 0) messages[`${chat}/${message}`] = one.text ?? ''
}

type Message = {
  readonly text?: string
  readonly fileName?: string
  readonly actorId?: number
}

/** A message of the person's own in somebody else's ticket is about him as a whole, perhaps. */
function inMessage(
  name: string,
  { text = '', fileName = '', actorId = 0 }: Message,
  { matcher, users, own }: LookingBeside,
): Passage[] {
  const isWritten = users.has(actorId) && /[^\s▇]/u.test(text)
  const whole: Passage = {
    key: `${name}-w`,
    where: 'chat',
    kind: 'other',
    strength: own ? 'strong' : 'weak',
    doubtful: false,
    before: '',
    hit: text,
    after: '',
    spans: [{ start: 0, end: text.length }],
  }
  return [
    ...(isWritten ? [whole] : []),
    ...inTexts('chat', name, [text], matcher),
    ...inTexts('envelope', `${name}-f`, [fileName], matcher),
  ]
}
