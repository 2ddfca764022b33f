import type { Piece } from './html-source.ts'
import type { Span } from './types.ts'

type Seen = { readonly spans: readonly Span[]; readonly text: string }

/** A range of plain text: one span, shown as it stands. */
export function plainSpan(text: string, span: Span): Seen {
  return { spans: [span], text: text.slice(span.start, span.end) }
}

/**
 * The visible pieces of a range of HTML, neighbours joined, and what a reader sees there. Pieces of
 * nothing but white space get no span: there is nothing to hide, and marks between the cells of a
 * table would break it.
 */
export function visibleSpans(pieces: readonly Piece[], range: Span): Seen {
  const spans: { start: number; end: number; text: string }[] = []
  let text = ''
  for (let index = firstAt(pieces, range.start); index < pieces.length; index += 1) {
    const piece = pieces[index]
    if (piece === undefined || piece.start >= range.end) break
    const part = partOf(piece, range)
    text += part.text
    if (piece.kind === 'break') continue
    const last = spans.at(-1)
    if (last?.end === part.start) {
      last.end = part.end
      last.text += part.text
    } else spans.push({ ...part })
  }
  const worth = spans.filter((span) => span.text.trim() !== '')
  return { spans: worth.map(({ start, end }) => ({ start, end })), text }
}

/** What of a piece lies in the range; entities and breaks can't be divided. */
export function partOf(piece: Piece, range: Span): Span & { readonly text: string } {
  if (piece.kind !== 'text') return piece
  const start = Math.max(piece.start, range.start)
  const end = Math.min(piece.end, range.end)
  return { start, end, text: piece.text.slice(start - piece.start, end - piece.start) }
}

/** The first piece that ends after an offset, by halves. */
export function firstAt(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((pieces[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
