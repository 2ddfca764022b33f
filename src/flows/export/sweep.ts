import type { Hands } from '../hands.ts'
import { load } from '../journal.ts'

/**
 * Removes from the shelf what belongs to no open request: a crash, or a restored backup, may leave
 * pieces of somebody who is forgotten. Their key is gone, and so are they.
 */
export async function sweepShelf(hands: Hands): Promise<void> {
  const shelf = hands.exports?.shelf
  for (const owner of (await shelf?.owners()) ?? []) {
    const { version } = await hands.store.load(owner)
    const isOver = version === 0 || (await load(owner, hands)).sealed !== undefined
    if (isOver) await shelf?.remove(owner)
  }
}
