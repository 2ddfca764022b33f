import { compileFinder, type Finder } from './candidates.ts'
import { type Piece, readHtml, type Tag } from './html-source.ts'
import { patternsOf } from './patterns.ts'
import { readings } from './readings.ts'
import { type Found, settle } from './settle.ts'
import { foldPieces, foldText, type Stream } from './stream.ts'
import type { Hit, Matcher, MatchOptions, Span, Term } from './types.ts'
import { plainSpan, visibleSpans } from './visible.ts'

/**
 * Compiles the terms into one matcher: each text is read once, whatever the number of terms, in time
 * linear in its length; only those in which something may stand are folded. A term that folds to
 * nothing is never found.
 */
export function compileMatcher(terms: readonly Term[], options: MatchOptions): Matcher {
  const finder = compileFinder(patternsOf(terms, options))
  return {
    inText: (text) => hitsInText(finder, text),
    inHtml: (html) => hitsInHtml(finder, html),
  }
}

function hitsInText(finder: Finder, text: string): Hit[] {
  if (!finder.mayStandInText(text)) return []
  const stream = foldText(text)
  return settle(finder.find(stream)).map((found) => {
    const span = sourceRange(stream, found)
    return hit(found, plainSpan(text, span))
  })
}

function hitsInHtml(finder: Finder, html: string): Hit[] {
  if (!finder.mayStandInHtml(html)) return []
  const { pieces, tags } = readHtml(html)
  const inWords = settleIn(finder, foldPieces(pieces, html.length), pieces)
  const inTags = tags.flatMap((tag) => hitsInTag(finder, tag))
  if (inTags.length === 0) return inWords
  return [...inWords, ...inTags].toSorted((a, b) => startOf(a) - startOf(b))
}

function settleIn(finder: Finder, stream: Stream, pieces: readonly Piece[]): Hit[] {
  return settle(finder.find(stream)).map((found) =>
    hit(found, visibleSpans(pieces, sourceRange(stream, found))),
  )
}

/** One hit for each term that any value of the tag holds, exact if any of them is. */
function hitsInTag(finder: Finder, tag: Tag): Hit[] {
  const byTerm = new Map<Term, Hit>()
  for (const value of tag.values.flatMap(readings)) {
    for (const inside of hitsInText(finder, value)) {
      const known = byTerm.get(inside.term)
      if (known !== undefined && (known.partial === undefined || inside.partial === true)) continue
      const spans = [{ start: tag.start, end: tag.end }]
      byTerm.set(inside.term, { ...inside, spans, attribute: true })
    }
  }
  return [...byTerm.values()]
}

function sourceRange({ from, to }: Stream, { first, last }: Found): Span {
  return { start: from[first] ?? 0, end: to[last] ?? 0 }
}

function hit(
  { term, partial }: Found,
  { spans, text }: { readonly spans: readonly Span[]; readonly text: string },
): Hit {
  return { term, spans, text, ...(partial ? { partial } : {}) }
}

function startOf({ spans }: Hit): number {
  return spans[0]?.start ?? 0
}
