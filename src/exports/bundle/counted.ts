import type { CollectedFile, CollectedIndex, CollectedTicket } from '../../records/collected.ts'
import type { Conversation } from './conversation.ts'
import type { Mask } from './mask.ts'
import type { Profile } from './schema.ts'
import type { Tally } from './tally.ts'

/** Counts what one conversation adds to a bundle. */
export function countTicket(
  conversation: Conversation,
  { files, gives }: CollectedTicket,
  mask: Mask,
  tally: Tally,
): void {
  const given = files.filter(({ heldBack }) => heldBack === undefined)
  tally.add(gives === 'whole' ? 'tickets' : 'excerpts')
  tally.add('passages', conversation.passages?.length ?? 0)
  tally.add('messages', conversation.messages.length)
  tally.add('files', given.length)
  tally.add('held-back', files.length - given.length)
  tally.add('masked', mask.hidden())
  holdTicket(conversation, files, tally)
}

/** Counts what the profile and the index add to it. */
export function countProfile(
  { users }: Profile,
  { index, tally }: { index: CollectedIndex; tally: Tally },
): void {
  tally.hold('profile', users.length)
  tally.hold('identities', users.flatMap(({ identities }) => identities).length)
  tally.hold('organisations', users.flatMap(({ organizations }) => organizations).length)
  tally.hold('held-back-mails', index.suspended.length)
  tally.hold('requests', index.before.length)
}

function holdTicket(
  { passages, messages, ratings, sideConversations }: Conversation,
  files: readonly CollectedFile[],
  tally: Tally,
): void {
  tally.hold(passages ? 'mentions' : 'conversations', passages?.length ?? 1)
  tally.hold('messages', messages.length)
  tally.hold('metadata', messages.filter(({ record }) => record['metadata'] !== undefined).length)
  tally.hold('files', files.filter(({ recording }) => !recording).length)
  tally.hold('recordings', files.filter(({ recording }) => recording).length)
  tally.hold('ratings', ratings?.length ?? 0)
  tally.hold('side-conversations', sideConversations?.length ?? 0)
}
