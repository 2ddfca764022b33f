import { createHash } from 'node:crypto'
import type { Id, Sha } from '../../records/primitives.ts'
import type { Hands } from '../hands.ts'
import { load } from '../journal.ts'
import type { Around, Handing } from '../operations/kind.ts'
import { BUNDLE, exportsOf } from './hands.ts'
import { addressOf, makeLink } from './links.ts'

/** What the kinds of an export may use of this request; nothing where this desk hands nothing out. */
export const handingOf = (id: Id, hands: Hands): Pick<Around, 'handing'> =>
  hands.exports ? { handing: handing(id, hands) } : {}

const handing = (id: Id, hands: Hands): Handing => ({
  hasLink: async (link) => (await load(id, hands)).links.some((one) => one.link === link),
  bundle: async () => await bundleRead(id, hands),
  makeLink: async (order) => await makeLink(id, order, hands),
  addressOf: async (link) => await addressOf(id, link, hands),
})

/** What really lies there, to its last byte: what was written down about it proves nothing. */
async function bundleRead(
  id: Id,
  hands: Hands,
): Promise<{ readonly sha256: Sha; readonly size: number } | undefined> {
  const { shelf } = exportsOf(hands)
  if (!(await shelf.look(id, BUNDLE))) return undefined
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const piece of shelf.read(id, BUNDLE)) {
      hash.update(piece)
      size += piece.length
    }
  } catch (error) {
    // By name: flows do not import the shelf.
    if (error instanceof Error && error.name === 'ShelfBroken') return undefined
    throw error
  }
  return { sha256: hash.digest('hex'), size }
}
