import { isDigit } from './alphabet.ts'
import type { Stream } from './stream.ts'

/** A stream as one family of terms wants to read it; `at` leads back to the stream's indices. */
export type View = {
  readonly length: number
  readonly codes: Uint16Array
  readonly at: (index: number) => number
}

export const SPACE = 32
const BREAK = 1

/** The most that may stand between two digits of one number. */
export const GAP = 4

/** What may stand between the words of a name: LEFÈVRE/CAMILLE, "Lefèvre","Camille", Anne-Marie. */
const betweenWords = codesOf(` -',.;/|_()·"+*`)

/** What may stand between the digits of a phone number. */
const betweenDigits = codesOf(` -./()'·`)

export const isBetweenWords = (code: number): boolean => betweenWords[code] === 1
export const isBetweenDigits = (code: number): boolean => betweenDigits[code] === 1

/** E-mails, handles, ids: the stream as it is. */
export const literalView = ({ codes, length }: Stream): View => ({
  codes,
  length,
  at: (index) => index,
})

/** Names: any run of what may stand between words is one space. */
export function wordView({ codes: source, length: size }: Stream): View {
  const codes = new Uint16Array(size)
  const places = new Uint32Array(size)
  let length = 0
  let spaced = false
  for (let index = 0; index < size; index += 1) {
    const code = source[index] ?? 0
    const between = betweenWords[code] === 1
    if (between && spaced) continue
    codes[length] = between ? SPACE : code
    places[length] = index
    length += 1
    spaced = between
  }
  return { codes, length, at: (index) => places[index] ?? 0 }
}

/** Phones: digits only; a break where two digits can't belong to one number. */
export function digitView({ codes: source, length: size }: Stream): View {
  const codes = new Uint16Array(size)
  const places = new Uint32Array(size)
  let length = 0
  let gap = 0
  for (let index = 0; index < size; index += 1) {
    const code = source[index] ?? 0
    if (!isDigit(code)) {
      gap += betweenDigits[code] === 1 ? 1 : GAP + 1
      continue
    }
    if (gap > GAP) {
      codes[length] = BREAK
      length += 1
    }
    codes[length] = code
    places[length] = index
    length += 1
    gap = 0
  }
  return { codes, length, at: (index) => places[index] ?? 0 }
}

/** The form of a folded text in the view of words. */
export function asWords(folded: string): string {
  return Array.from(folded, (character) =>
    betweenWords[character.charCodeAt(0)] === 1 ? ' ' : character,
  )
    .join('')
    .replace(/ +/g, ' ')
    .trim()
}

/** A table rather than a set: it is asked once for every character of every text. */
function codesOf(characters: string): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (const character of characters) table[character.charCodeAt(0)] = 1
  return table
}
