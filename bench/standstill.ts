import { compileMatcher, passagesInHtml } from '../src/flows/matching/index.ts'
import { breather } from '../src/records/breather.ts'
import { commentsOf, termsOf } from './peers/comments.ts'
import { median, type Row, rounded } from './row.ts'

const goal = 10
const rounds = 7

/** Zendesk keeps no comment longer than this. */
const longest = 65_536
const perPage = 100

/**
 * Row 6, too: how long nothing else goes on while a page of the longest comments is looked through on
 * the main thread, with breaths between the comments.
 */
export async function standstill(): Promise<readonly Row[]> {
  const terms = termsOf(20)
  const comments = commentsOf(1000, terms)
  const page = (of: readonly string[]): string[] =>
    Array.from({ length: perPage }, (_, at) => upTo(longest, [...of.slice(at), ...of]))
  const without = page(comments.filter(({ holds }) => holds.length === 0).map(({ html }) => html))
  const everywhere = page(comments.map(({ html }) => html))
  const { inHtml } = compileMatcher(terms, { country: 'FR' })
  const look = (html: string): unknown => passagesInHtml(html, inHtml(html))
  const still = {
    everywhere: await stillOf(everywhere, look),
    without: await stillOf(without, look),
  }
  return [
    {
      row: 6,
      figure: `longest standstill, ms, in a page of ${perPage} comments of 64 kB, a hit in each`,
      value: rounded(still.everywhere, 1),
      goal: `≤ ${goal}`,
      met: still.everywhere <= goal,
      peers: { 'without any hit': rounded(still.without, 1) },
      note: `on the main thread, with breaths between comments; median of ${rounds} pages`,
    },
  ]
}

/** One long comment of several. */
function upTo(length: number, htmls: readonly string[]): string {
  const parts: string[] = []
  for (let size = 0, at = 0; size < length; at += 1) {
    const next = htmls[at] ?? ''
    size += next.length
    if (size <= length) parts.push(next)
  }
  return parts.join('')
}

/** The longest time between two turns of the event loop, in milliseconds. */
async function stillOf(htmls: readonly string[], look: (html: string) => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) times.push(await stillOnce(htmls, look))
  return median(times)
}

async function stillOnce(
  htmls: readonly string[],
  look: (html: string) => unknown,
): Promise<number> {
  const breathe = breather()
  let [since, most] = [performance.now(), 0]
  for (const html of htmls) {
    look(html)
    const breath = breathe()
    if (breath === undefined) continue
    most = Math.max(most, performance.now() - since)
    await breath
    since = performance.now()
  }
  return Math.max(most, performance.now() - since)
}
