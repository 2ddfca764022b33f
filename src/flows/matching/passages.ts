import { type Piece, readHtml } from './html-source.ts'
import type { Hit, Passage } from './types.ts'
import { firstAt } from './visible.ts'

/** Each hit of a plain text with about `around` characters on both sides, one for one. */
export function passages(text: string, hits: readonly Hit[], around = 60): Passage[] {
  return hits.map((hit) => {
    const [start, end] = reach(hit)
    return passage(text.slice(0, start), hit, text.slice(end), around)
  })
}

/**
 * Each hit of an HTML text with about `around` visible characters on both sides, one for one. Where
 * an attribute was hit, the sides are those of its tag and the hit is what the attribute says.
 */
export function passagesInHtml(html: string, hits: readonly Hit[], around = 60): Passage[] {
  if (hits.length === 0) return []
  const { pieces } = readHtml(html)
  return hits.map((hit) => {
    const [start, end] = reach(hit)
    // White space collapses, so a margin makes up for what is lost.
    const margin = around * 4
    return passage(textBefore(pieces, start, margin), hit, textAfter(pieces, end, margin), around)
  })
}

function passage(left: string, { text }: Hit, right: string, around: number): Passage {
  return {
    before: lastWords(left.slice(-around * 4), around),
    hit: collapse(text),
    after: firstWords(right.slice(0, around * 4), around),
  }
}

function reach({ spans }: Hit): readonly [number, number] {
  return [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0]
}

function textBefore(pieces: readonly Piece[], offset: number, least: number): string {
  let text = ''
  for (let index = firstAt(pieces, offset); index >= 0 && text.length < least; index -= 1) {
    const piece = pieces[index]
    if (piece === undefined || piece.start >= offset) continue
    text = (piece.end <= offset ? piece.text : piece.text.slice(0, offset - piece.start)) + text
  }
  return text
}

function textAfter(pieces: readonly Piece[], offset: number, least: number): string {
  let text = ''
  for (let index = firstAt(pieces, offset); index < pieces.length; index += 1) {
    const piece = pieces[index]
    if (piece === undefined || text.length >= least) break
    text += piece.start >= offset ? piece.text : piece.text.slice(offset - piece.start)
  }
  return text
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{Surrogate}/gu, '')
}

/** Cut at a word's edge; at a character's edge if there is no space. */
function lastWords(text: string, most: number): string {
  const line = Array.from(collapse(text))
  if (line.length <= most) return line.join('').trimStart()
  return `…${line
    .slice(-most)
    .join('')
    .replace(/^\S*\s(?=.*\S)/u, '')}`
}

function firstWords(text: string, most: number): string {
  const line = Array.from(collapse(text))
  if (line.length <= most) return line.join('').trimEnd()
  return `${line
    .slice(0, most)
    .join('')
    .replace(/(?<=\S.*)\s\S*$/u, '')}…`
}
