import { isDigit } from './alphabet.ts'
import type { Automaton } from './automaton.ts'
import { GAP, isBetweenDigits, isBetweenWords, SPACE } from './views.ts'

/** One automaton for each view. */
export type Automata = Readonly<Record<'literal' | 'words' | 'digits', Automaton>>

/** Where each automaton stands, and how much stands between the last digit and here. */
export type Standing = {
  readonly literal: number
  readonly words: number
  readonly digits: number
  readonly gap: number
  /** What stood last was a space, or for names something like it. */
  readonly spaced: boolean
  readonly between: boolean
}

export const outset: Standing = {
  literal: 0,
  words: 0,
  digits: 0,
  gap: 0,
  spaced: false,
  between: false,
}

/** After one more folded code unit, what the views make of it; `undefined`: a pattern ends here. */
export function stepped(automata: Automata, from: Standing, code: number): Standing | undefined {
  const spaced = code === SPACE
  // White space is collapsed before any view sees it.
  if (spaced && from.spaced) return from
  const between = isBetweenWords(code)
  const to = {
    literal: automata.literal.step(from.literal, code),
    words: between ? betweenWords(automata, from) : automata.words.step(from.words, code),
    ...(isDigit(code) ? digit(automata, from, code) : noDigit(from, code)),
    spaced,
    between,
  }
  return isEnding(automata, to) ? undefined : to
}

/** Any run of what may stand between words is one space. */
function betweenWords({ words }: Automata, from: Standing): number {
  return from.between ? from.words : words.step(from.words, SPACE)
}

type Digits = Pick<Standing, 'digits' | 'gap'>

function digit({ digits }: Automata, from: Standing, code: number): Digits {
  return { digits: digits.step(from.digits, code), gap: 0 }
}

/** Too much between two digits: nothing before it counts any more. */
function noDigit({ digits, gap }: Standing, code: number): Digits {
  const wider = gap + 1
  const apart = digits === 0 || wider > GAP || !isBetweenDigits(code)
  return apart ? { digits: 0, gap: 0 } : { digits, gap: wider }
}

function isEnding({ literal, words, digits }: Automata, at: Standing): boolean {
  return literal.ends(at.literal) || words.ends(at.words) || digits.ends(at.digits)
}
