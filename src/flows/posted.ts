import type { Posted } from '../records/channels.ts'
import type { Id } from '../records/primitives.ts'
import type { Hands } from './hands.ts'
import { noteFact } from './journal.ts'

/**
 * Writes down where a request's card stands. Written again after the seal it says that the card has
 * its last form: nothing about it is to be done any more.
 */
export async function notePosted(id: Id, { channel, ts }: Posted, hands: Hands): Promise<void> {
  await noteFact(id, [{ by: 'bot', kind: 'posted', what: 'card', channel, ts }], hands)
}
