import type { TicketFind } from '../../records/finds.ts'

/** Tickets of one vault page: a decision among 70,000 finds rewrites one page, not all. */
export const pageSize = 100

/** Characters of one vault page, roughly: what is read and written in one go must be short. */
const fullPage = 250_000

/** What a passage takes besides its text, and a find besides its passages and bodies, roughly. */
const about = 300

/** Cuts finds into vault pages as they come. A conversation that is longer than a page has one for itself. */
export class Cutter {
  #page: TicketFind[] = []
  #room = fullPage

  /** Takes the next find; resolves to the page that it did not fit on any more. */
  add(find: TicketFind): TicketFind[] | undefined {
    const weight = weightOf(find)
    const fits = this.#page.length === 0 || (this.#page.length < pageSize && weight <= this.#room)
    const full = fits ? undefined : this.rest()
    this.#page.push(find)
    this.#room -= weight
    return full
  }

  /** What is on the page that is not full. */
  rest(): TicketFind[] {
    const page = this.#page
    this.#page = []
    this.#room = fullPage
    return page
  }
}

function weightOf({ passages, bodies, fields }: TicketFind): number {
  const texts = [...Object.values(bodies), ...Object.values(fields)]
  const text = texts.reduce((sum, { length }) => sum + length, 0)
  return passages.reduce((sum, { before, hit, after }) => {
    return sum + about + before.length + hit.length + after.length
  }, about + text)
}
