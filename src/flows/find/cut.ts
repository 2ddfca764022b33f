import type { TicketFind } from '../../records/finds.ts'

/** Tickets of one vault page: a decision among 70,000 finds rewrites one page, not all. */
export const pageSize = 100

/** Characters of one vault page, roughly: what is read and written in one go must be short. */
const fullPage = 250_000

/** What a passage takes besides its text, and a find besides its passages and bodies, roughly. */
const about = 300

/** Cuts finds into vault pages. A conversation that is longer than a page has one for itself. */
export function cutIntoPages(finds: readonly TicketFind[]): TicketFind[][] {
  const pages: TicketFind[][] = []
  let room = 0
  for (const find of finds) {
    const weight = weightOf(find)
    const page = pages.at(-1)
    if (page && page.length < pageSize && weight <= room) page.push(find)
    else {
      pages.push([find])
      room = fullPage
    }
    room -= weight
  }
  return pages
}

function weightOf({ passages, bodies, fields }: TicketFind): number {
  const texts = [...Object.values(bodies), ...Object.values(fields)]
  const text = texts.reduce((sum, { length }) => sum + length, 0)
  return passages.reduce((sum, { before, hit, after }) => {
    return sum + about + before.length + hit.length + after.length
  }, about + text)
}
