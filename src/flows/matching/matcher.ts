import { compileFinder, type Finder } from './candidates.ts'
import { type Piece, readHtml, type Tag } from './html-source.ts'
import { patternsOf } from './patterns.ts'
import { type Found, settle } from './settle.ts'
import { foldPieces, foldText, type Stream } from './stream.ts'
import type { Hit, Matcher, MatchOptions, Span, Term } from './types.ts'
import { plainSpan, visibleSpans } from './visible.ts'

/**
 * Compiles the terms into one matcher: each text is folded and read once, whatever the number of
 * terms, in time linear in its length. A term that folds to nothing is never found.
 */
export function compileMatcher(terms: readonly Term[], options: MatchOptions): Matcher {
  const finder = compileFinder(patternsOf(terms, options))
  return {
    inText: (text) => hitsInText(finder, text),
    inHtml: (html) => hitsInHtml(finder, html),
  }
}

function hitsInText(finder: Finder, text: string): Hit[] {
  const stream = foldText(text)
  return settle(finder(stream)).map((found) => {
    const span = sourceRange(stream, found)
    return hit(found, plainSpan(text, span))
  })
}

function hitsInHtml(finder: Finder, html: string): Hit[] {
  const { pieces, tags } = readHtml(html)
  const inWords = settleIn(finder, foldPieces(pieces, html.length), pieces)
  const inTags = tags.flatMap((tag) => hitsInTag(finder, tag))
  if (inTags.length === 0) return inWords
  return [...inWords, ...inTags].toSorted((a, b) => startOf(a) - startOf(b))
}

function settleIn(finder: Finder, stream: Stream, pieces: readonly Piece[]): Hit[] {
  return settle(finder(stream)).map((found) =>
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

/** A value as it stands and, for links, with its percent signs and pluses undone. */
function readings(value: string): string[] {
  if (/^\s*data:/i.test(value)) return []
  const plain = value.replace(/(?:%[0-9a-f]{2})+/gi, decoded)
  return [...new Set([value, plain, plain.replaceAll('+', ' ')])]
}

function decoded(escapes: string): string {
  try {
    return decodeURIComponent(escapes)
  } catch {
    return escapes
  }
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
