import { BrokenCommitment } from '../../records/commitment.ts'
import type { Passage } from '../../records/finds.ts'
import type { Hit } from '../matching/index.ts'
import { occurrences } from '../operations/comment-redact.ts'

/** The hit behind a passage, if its text still is what was found there. */
export function hitOf(passage: Passage, text: string, read: (piece: string) => string): Hit {
  const { spans, kind, strength, hit, attribute } = passage
  const there = spans.map(({ start, end }) => read(text.slice(start, end))).join('')
  const isTag = spans.every(({ start, end }) => /^<[^]*>$/.test(text.slice(start, end)))
  const holds = attribute ? isTag : bare(there) === bare(hit)
  if (!holds || spans.length === 0) throw new BrokenCommitment('passages')
  const term = { kind, value: '', strength }
  return { term, spans, text: hit, ...(attribute ? { attribute } : {}) }
}

/** White space is shown otherwise than it is written, and gaps between pieces are no text. */
const bare = (text: string): string => text.replaceAll(/[\s\p{Surrogate}]/gu, '')

/** How often each of these pieces may still stand in a text once all of them are taken out. */
export function leftIn(text: string, pieces: readonly string[]): Record<string, number> {
  const left = [...new Set(pieces)].map((piece) => {
    const going = pieces.filter((one) => one === piece).length
    return [piece, Math.max(0, occurrences(text, piece) - going)] as const
  })
  return Object.fromEntries(left)
}
