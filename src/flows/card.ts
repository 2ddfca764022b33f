import type { Posted } from '../records/channels.ts'
import type { Id } from '../records/primitives.ts'
import type { Hands } from './hands.ts'
import { noteFact } from './journal.ts'

/** Journals where the request's card stands in Slack: from then on it is changed in place. */
export async function cardPosted(id: Id, { channel, ts }: Posted, hands: Hands): Promise<void> {
  await noteFact(id, [{ by: 'bot', kind: 'posted', what: 'card', channel, ts }], hands)
}
