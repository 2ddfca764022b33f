import { isWord } from './alphabet.ts'
import { type Automaton, compileAutomaton } from './automaton.ts'
import { digitEdges, type Edge, leftEdge, type Place, rightEdge, widen } from './edges.ts'
import { compileHtmlSieve } from './html-sieve.ts'
import type { Pattern, Patterns } from './patterns.ts'
import { compileSieve, type Sieve } from './sieve.ts'
import type { Stream } from './stream.ts'
import type { Term } from './types.ts'
import { digitView, literalView, type View, wordView } from './views.ts'

/** A term found in a stream, and what stands beside it. */
export type Candidate = Place & { readonly term: Term; readonly edges: readonly Edge[] }

/**
 * Finds the candidates of all patterns in a stream. The sieves tell of a text as it stands that it
 * has none, before a stream is made of it.
 */
export type Finder = {
  readonly find: (stream: Stream) => Candidate[]
  readonly mayStandInText: Sieve
  readonly mayStandInHtml: Sieve
}

const LABEL = 64
const [PLUS, HYPHEN, DOT, UNDERSCORE] = [43, 45, 46, 95]

type Search = (stream: Stream, into: Candidate[]) => void

/** One automaton for each view that has patterns. */
export function compileFinder({ literal, words, digits }: Patterns): Finder {
  const automata = {
    literal: automatonOf(literal),
    words: automatonOf(words),
    digits: automatonOf(digits),
  }
  const searches = [
    search(automata.literal, literal, { viewOf: literalView, candidateOf: wordEdges }),
    search(automata.words, words, { viewOf: wordView, candidateOf: wordEdges }),
    search(automata.digits, digits, { viewOf: digitView, candidateOf: phoneEdges }),
  ]
  return {
    find: (stream) => {
      const found: Candidate[] = []
      for (const one of searches) one(stream, found)
      return found
    },
    mayStandInText: compileSieve(automata),
    mayStandInHtml: compileHtmlSieve(automata),
  }
}

const automatonOf = (patterns: readonly Pattern[]): Automaton =>
  compileAutomaton(patterns.map(({ form }) => form))

type EdgesOf = (
  stream: Stream,
  view: View,
  inView: Place,
  pattern: Pattern,
) => Candidate | undefined

type Way = { readonly viewOf: (stream: Stream) => View; readonly candidateOf: EdgesOf }

function search(
  automaton: Automaton,
  patterns: readonly Pattern[],
  { viewOf, candidateOf }: Way,
): Search {
  if (patterns.length === 0) return () => {}
  return (stream, into) => {
    const view = viewOf(stream)
    automaton.run(view.codes, view.length, (number, last) => {
      const pattern = patterns[number]
      if (pattern === undefined) return
      const place = { first: last - pattern.form.length + 1, last }
      const candidate = candidateOf(stream, view, place, pattern)
      if (candidate !== undefined) into.push(candidate)
    })
  }
}

const wordEdges: EdgesOf = (stream, view, { first, last }, { term, tail }) => {
  const end = tail === undefined ? view.at(last) : endOfTail(stream, last, tail)
  if (end === undefined) return undefined
  const place = { first: view.at(first), last: end }
  const isName = term.kind === 'name' || term.kind === 'other'
  return { ...place, term, edges: [leftEdge(stream, place), rightEdge(stream, place, isName)] }
}

const phoneEdges: EdgesOf = (stream, view, inView, { term, bare }) => {
  const edges = digitEdges(stream, view, inView, bare === true)
  const place = widen(stream, { first: view.at(inView.first), last: view.at(inView.last) })
  return { ...place, term, edges }
}

/** Where `tail` ends after a label of at most 64 characters (RFC 5321, local part). */
function endOfTail({ codes }: Stream, last: number, tail: string): number | undefined {
  let index = last + 1
  while (index - last <= LABEL && inLabel(codes[index])) index += 1
  for (let offset = 0; offset < tail.length; offset += 1) {
    if (codes[index + offset] !== tail.charCodeAt(offset)) return undefined
  }
  return index + tail.length - 1
}

function inLabel(code: number | undefined): boolean {
  return isWord(code) || code === DOT || code === HYPHEN || code === UNDERSCORE || code === PLUS
}
