import type { Passage, TicketFind } from '../../records/finds.ts'
import type { Ticket } from '../../zendesk/index.ts'
import type { Account } from '../hands.ts'
import { chatsOf, isChat } from './chats.ts'
import { textsIn } from './envelope.ts'
import { history } from './history.ts'
import type { Beside, LookingBeside } from './looking-beside.ts'
import { inTexts } from './scan.ts'

/**
 * Whether more of a ticket is read than its comments: each such read is one more call a ticket (see
 * decision 0017). Not of what goes, nor of what only mentions the person in other people's words. Of
 * his own chats always: who lets one stay after all would black out none of its messages unawares.
 */
export function isWorthMore(
  ticket: Ticket,
  find: Pick<TicketFind, 'passages' | 'via' | 'relation'>,
  isKept: boolean,
): boolean {
  if (find.relation === 'own') return isKept || isChat(ticket)
  if (find.passages.length === 0) return find.via.some((one) => one.startsWith('search-'))
  return isChat(ticket) || find.via.some((one) => tookPart.has(one))
}

const tookPart: ReadonlySet<string> = new Set([
  'requested',
  'ccd',
  'followed',
  'assigned',
  'commented',
])

/** Reads what lies beside a ticket's comments: its history, side conversations, the messages of chats. */
export async function lookBeside(
  ticket: Ticket,
  looking: LookingBeside,
  zendesk: Account,
): Promise<Beside> {
  const { matcher, places } = looking
  const passages: Passage[] = []
  await places.read('history', async () => {
    const found = await history(ticket, looking, zendesk)
    passages.push(...found)
    return found.length
  })
  await places.read('side-conversations', async () => {
    const texts: string[] = []
    for await (const one of zendesk.tickets.sideConversations(ticket.id)) {
      const { subject, preview_text: preview, participants, messages } = one
      texts.push(...textsIn([subject, messages.length > 0 ? messages : preview]))
      texts.push(...participants.flatMap(({ name, email }) => textsIn([name, email])))
    }
    const found = inTexts('side-conversation', 's', [...new Set(texts)], matcher)
    passages.push(...found)
    return found.length
  })
  const chats = isChat(ticket) ? await chatsOf(ticket.id, looking, zendesk) : undefined
  return {
    passages: [...passages, ...(chats?.passages ?? [])],
    messages: chats?.messages ?? {},
    files: chats?.files ?? [],
  }
}
