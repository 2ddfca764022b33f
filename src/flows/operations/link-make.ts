import { z } from 'zod'
import { hashOf } from '../../records/canonical.ts'
import { LinkPurpose } from '../../records/entry.ts'
import { Id, type Sha } from '../../records/primitives.ts'
import { type Around, Drifted, each, type Item, type Kind, only } from './kind.ts'

/** What the approver has agreed to hand out, and how. */
export const LinkOrder = z.strictObject({
  /** The link's own id, given when the plan was made: by it is known whether it was made. */
  link: Id,
  purpose: LinkPurpose,
  /** Of the manifest of the bundle that the approver could leaf through. */
  digest: z.string(),
  /** Of the whole file. */
  sha256: z.string(),
  size: z.int().positive(),
  days: z.int().positive(),
  downloads: z.int().positive(),
  passphrase: z.boolean(),
  /** Of another organisation: its name, and where the person's written wish is kept. */
  recipient: z.strictObject({ name: z.string(), wish: z.string() }).optional(),
})
export type LinkOrder = z.infer<typeof LinkOrder>

/** What a link is decided on: the very bundle, byte by byte. */
export const linkBasis = ({ sha256, size }: { sha256: string; size: number }): Sha =>
  hashOf({ bundle: { sha256, size } })

/** A link to the bundle. Nothing is written to Zendesk: from here on the bundle can be fetched. */
export const linkMake: Kind = {
  batch: 1,
  goneIsDone: false,
  look: async (items, around) => {
    const item = only(items)
    const order = LinkOrder.parse(item.change)
    if (await handingOf(around).hasLink(order.link)) return new Map([[item.n, { state: 'gone' }]])
    const lies = await handingOf(around).bundle()
    const basis = linkBasis(lies ?? { sha256: 'none', size: 0 })
    return new Map([[item.n, { state: 'there', basis, held: false }]])
  },
  send: async (items, around) => {
    const made = await handingOf(around).makeLink(LinkOrder.parse(only(items).change))
    if (!made) throw new Drifted()
    return {}
  },
  readBack: async (items, around) => {
    const links = await Promise.all(
      items.map(
        async ({ change }) => await handingOf(around).hasLink(LinkOrder.parse(change).link),
      ),
    )
    return each(items, (item: Item) => (links[items.indexOf(item)] ? 'done' : 'not-applied'))
  },
}

const handingOf = ({ handing }: Pick<Around, 'handing'>): NonNullable<Around['handing']> => {
  if (!handing) throw new Error('this desk hands nothing out')
  return handing
}
