import type { Passage } from '../../records/finds.ts'
import type { Ticket } from '../../zendesk/index.ts'
import { chatsOf, isChat } from '../find/chats.ts'
import { Places } from '../find/places.ts'
import type { Round } from '../find/round.ts'
import type { Hands } from '../hands.ts'

const nobody: ReadonlySet<number> = new Set()

/**
 * The terms that stand in the messages of a ticket's chats: its comments need not repeat them.
 * `hidden` where Zendesk does not let us read them (any more).
 */
export async function inChatsAgain(
  ticket: Ticket,
  { matcher, agentWorkspace }: Pick<Round, 'matcher' | 'agentWorkspace'>,
  { zendesk, now }: Pick<Hands, 'zendesk' | 'now'>,
): Promise<Passage[] | 'hidden'> {
  if (!isChat(ticket)) return []
  const places = new Places(now)
  // Who wrote a message says nothing of what stands in it: that was decided, and is no hit of a term.
  const looking = { matcher, users: nobody, own: false, agentWorkspace, first: 0, places }
  const { passages } = await chatsOf(ticket.id, looking, zendesk)
  return places.isClosed('chats') ? 'hidden' : passages
}
