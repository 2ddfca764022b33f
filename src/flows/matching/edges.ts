import { isDigit, isUnspaced, isWord } from './alphabet.ts'
import type { Stream } from './stream.ts'
import type { View } from './views.ts'

/**
 * What stands beside a possible hit. `joined`: text that may belong to it. `blocked`: the place of
 * a letter or digit that makes it part of something else.
 */
export type Edge = { readonly joined: boolean; readonly blocked?: number }

/** A place of the stream, both ends included. */
export type Place = { readonly first: number; readonly last: number }

type Nearness = 'apart' | 'joined' | 'glued'

const free: Edge = { joined: false }
const joined: Edge = { joined: true }

/** What ties two words into one: cv_ana, ref-ana, ana+news, ana@example.com. */
const ties = new Set(Array.from('.-_+@', (tie) => tie.charCodeAt(0)))

/** %20, \n and \u003c end in a letter or digit that isn't one for a reader. */
const escape = /(?:%[0-9a-f]{2}|\\[nrt]|\\u[0-9a-f]{4})$/

const SMALL_S = 115
const PLUS = 43

/** What stands to the left of words. An `@` there is a mention's own. */
export function leftEdge(stream: Stream, { first }: Place): Edge {
  const { codes, cut } = stream
  const beside = first - 1
  if (clings(codes[beside], codes[first])) {
    if (cut[first] === 1) return joined
    return endsEscape(codes, beside) ? free : { joined: true, blocked: beside }
  }
  const tie = codes[beside] ?? 0
  return ties.has(tie) && isWord(codes[beside - 1]) ? joined : free
}

/** What stands to the right of words; a name may have a genitive's s. */
export function rightEdge(stream: Stream, { last }: Place, isName: boolean): Edge {
  const { codes, cut } = stream
  const beside = last + 1
  if (clings(codes[beside], codes[last])) {
    const loose = cut[beside] === 1 || (isName && isGenitive(codes, last))
    return loose ? joined : { joined: true, blocked: beside }
  }
  return ties.has(codes[beside] ?? 0) && isWord(codes[beside + 1]) ? joined : free
}

/** A lone s after a letter: Müllers. */
function isGenitive(codes: Uint16Array, last: number): boolean {
  return codes[last + 1] === SMALL_S && !isWord(codes[last + 2]) && !isDigit(codes[last])
}

/** What stands around digits of a view: other digits, near or glued, or a letter to the left. */
export function digitEdges(stream: Stream, view: View, place: Place, bare: boolean): Edge[] {
  const { first, last } = place
  const left = betweenTwo(stream, view, first, bare)
  const right = betweenTwo(stream, view, last + 1, bare)
  const start = view.at(first)
  const lettered = isWord(stream.codes[start - 1]) && stream.cut[start] === 0
  return [
    { joined: left !== 'apart' || lettered, ...blockedBy(left, view.at(first - 1)) },
    { joined: right !== 'apart', ...blockedBy(right, view.at(last + 1)) },
  ]
}

/** How a digit of the view stands to the one before it. */
function betweenTwo(stream: Stream, view: View, index: number, bare: boolean): Nearness {
  if (!isDigit(digitAt(view, index - 1)) || !isDigit(digitAt(view, index))) return 'apart'
  const place = view.at(index)
  const gap = place - view.at(index - 1) - 1
  if (gap === 0 && stream.cut[place] === 1) return 'joined'
  if (gap === 0 || bare) return 'glued'
  return gap === 1 ? 'joined' : 'apart'
}

function digitAt({ codes, length }: View, index: number): number | undefined {
  return index < length ? codes[index] : undefined
}

function blockedBy(nearness: Nearness, place: number): { blocked?: number } {
  return nearness === 'glued' ? { blocked: place } : {}
}

/** A phone number's own plus sign, and the parenthesis that opens it. */
export function widen({ codes }: Stream, { first, last }: Place): Place {
  let start = first
  if (codes[start - 1] === PLUS) start -= 1
  const opens = String.fromCharCode(codes[start - 1] ?? 0) === '('
  return opens && codes.subarray(first, last).includes(')'.charCodeAt(0))
    ? { first: start - 1, last }
    : { first: start, last }
}

function clings(beside: number | undefined, edge: number | undefined): boolean {
  return isWord(beside) && isWord(edge) && !isUnspaced(beside) && !isUnspaced(edge)
}

function endsEscape(codes: Uint16Array, last: number): boolean {
  const tail = codes.subarray(Math.max(0, last - 5), last + 1)
  return escape.test(String.fromCharCode(...tail))
}
