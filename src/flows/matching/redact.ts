import { readHtml } from './html-source.ts'
import type { Hit, Span } from './types.ts'
import { firstAt, partOf } from './visible.ts'

/** What Zendesk puts in place of redacted text; its length says nothing (facts 7). */
const BLOCKS = '\u2587'.repeat(4)

type Mark = { readonly at: number; readonly text: string }

/**
 * The body of Zendesk's comment_redactions: the html with `<redact>` around each piece of text that
 * was hit, and the bare attribute `redact` on the elements whose attributes were. Overlapping hits
 * merge. Without the marks it is the input, to the character. Hits must be of this very html.
 */
export function redactHtml(html: string, hits: readonly Hit[]): string {
  const marks = [...textSpans(html, hits).flatMap(around), ...elementMarks(html, hits)]
  let marked = ''
  let read = 0
  for (const { at, text } of marks.toSorted((a, b) => a.at - b.at)) {
    marked += html.slice(read, at) + text
    read = at
  }
  return marked + html.slice(read)
}

/** What a reader will see afterwards: the visible text, one row of blocks for each piece. */
export function redactedText(html: string, hits: readonly Hit[]): string {
  const { pieces } = readHtml(html)
  let shown = ''
  let read = 0
  const showUntil = (end: number): void => {
    for (let index = firstAt(pieces, read); index < pieces.length; index += 1) {
      const piece = pieces[index]
      if (piece === undefined || piece.start >= end) break
      shown += partOf(piece, { start: read, end }).text
    }
    read = end
  }
  for (const { start, end } of textSpans(html, hits)) {
    showUntil(start)
    shown += BLOCKS
    read = end
  }
  showUntil(html.length)
  return shown.replace(/[ \t]*\n\s*/g, '\n').trim()
}

/** The spans of text hits in order, overlapping ones as one. */
function textSpans(html: string, hits: readonly Hit[]): Span[] {
  const spans = hits.flatMap((hit) => (hit.attribute === true ? [] : hit.spans))
  const merged: { start: number; end: number }[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.start < 0 || span.end > html.length) throw new RangeError('a hit of another html')
    const last = merged.at(-1)
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
  }
  return merged
}

function around({ start, end }: Span): Mark[] {
  return [
    { at: start, text: '<redact>' },
    { at: end, text: '</redact>' },
  ]
}

/** One mark for each element, however many hits its attributes hold. */
function elementMarks(html: string, hits: readonly Hit[]): Mark[] {
  const tags = hits.flatMap((hit) => (hit.attribute === true ? hit.spans : []))
  const ends = new Set(tags.map(({ end }) => end))
  return Array.from(ends, (end) => ({ at: endOfAttributes(html, end), text: ' redact' }))
}

/** Before `>`, or before ` />` where the slash can't belong to an unquoted value. */
function endOfAttributes(html: string, end: number): number {
  if (html[end - 1] !== '>') throw new RangeError('a hit of another html')
  let at = end - 1
  if (/["'\s]\/$/.test(html.slice(Math.max(0, at - 2), at))) at -= 1
  while (/^\s$/.test(html.charAt(at - 1))) at -= 1
  return at
}
