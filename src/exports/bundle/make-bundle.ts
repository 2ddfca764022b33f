import { sha256 } from '../../records/canonical.ts'
import type { BundleMade, BundleOrder } from '../../records/collected.ts'
import type { Shelf } from '../shelf.ts'
import { writeZip } from '../zip-writer.ts'
import { entriesOf } from './entries.ts'
import { withManifest } from './manifest.ts'
import { Pieces } from './pieces.ts'
import { type Held, Tally } from './tally.ts'
import type { BundleWords } from './words.ts'

/** What making a bundle needs from outside. */
export type BundleHands = {
  readonly shelf: Shelf
  readonly words: BundleWords
  /**
   * The answer document of articles 15(1) and (2), by file name, for an order that asks for it. It is
   * told how much of each category the bundle holds.
   */
  readonly answer?: (held: Held) => ReadonlyMap<string, string>
  readonly progress?: (done: number, of: number) => void
}

/**
 * Makes `bundle.zip` of what was collected: as a stream, one conversation in memory at a time. The same
 * pieces and the same order give the same bytes, so a bundle that was cut short is simply made again.
 */
export async function makeBundle(order: BundleOrder, hands: BundleHands): Promise<BundleMade> {
  const pieces = new Pieces(hands.shelf, order.owner)
  const index = await pieces.index()
  const tally = new Tally(index.tickets.length, hands.progress)
  let manifest = ''
  const entries = withManifest(
    entriesOf({ order, pieces, index, tally, ...hands }),
    order,
    (text) => {
      manifest = text
    },
  )
  const zip = writeZip(tally.counting(entries))
  const { size, sha256: sum } = await hands.shelf.write(order.owner, 'bundle.zip', zip)
  const { counts } = tally
  return { digest: sha256(manifest), size, sha256: sum, entries: tally.entries, counts }
}
