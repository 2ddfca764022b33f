import { isDigit } from './alphabet.ts'
import { foldCharacter } from './fold-character.ts'
import { type Automata, outset, type Standing, stepped } from './product.ts'
import { isBetweenDigits, isBetweenWords } from './views.ts'

/** A walk that met a pattern stops here. */
export const HIT = -1

const UNMADE = -1
const ENDING = -2

/** Classes of code units: not met yet, and to be looked at by the caller. Others are numbered. */
const UNMET = 0
const LOOK = 1

/** Beyond this many states the table is begun anew, so that no text makes it grow for ever. */
const MOST = 8192

/**
 * All automata as one, over the code units of texts as they stand: folding is part of the classes,
 * and a transition is worked out when a text first needs it. From then on a code unit costs one
 * look-up, whatever the number of terms. (As in RE2: a lazily built, bounded DFA.)
 */
export class LazyTable {
  readonly #automata: Automata
  readonly #look: string
  readonly #classes = new Uint16Array(0x10000)
  readonly #fed = new Map<number, number>()
  readonly #known = new Map<string, number>()
  readonly #folds: string[] = ['', '']
  #numbers = new Map<string, number>()
  #standings: Standing[] = []
  #table = new Int32Array(0)
  /** Entries of a state; a state is known by the place of its first one. */
  #width = 64
  #state = 0

  /** `look`: ASCII characters at which every walk stops. It also does at halves of surrogate pairs. */
  constructor(automata: Automata, look = '') {
    this.#automata = automata
    this.#look = look
    this.#forget()
  }

  /** Before a new text. */
  begin(): void {
    this.#state = 0
  }

  /** Walks on: to the end of the range, to a character to be looked at, or to a `HIT`. */
  walk(codes: Uint16Array, from: number, to: number): number {
    for (let at = this.#run(codes, from, to); ; at = this.#run(codes, at + 1, to)) {
      if (at === to) return to
      const letter = this.#classOf(codes[at] ?? 0)
      if (letter === LOOK) return at
      if (!this.#advance(letter)) return HIT
    }
  }

  /** Walks over one character of a text, whatever it folds to; `false`: a `HIT`. */
  feed(codePoint: number): boolean {
    const known = this.#fed.get(codePoint)
    if (known !== undefined) return this.#advance(known)
    const letter = this.#classFor(foldCharacter(codePoint))
    this.#fed.set(codePoint, letter)
    return this.#advance(letter)
  }

  /** As far as the table is made. */
  #run(codes: Uint16Array, from: number, to: number): number {
    const classes = this.#classes
    const table = this.#table
    let state = this.#state
    let at = from
    for (; at < to; at += 1) {
      const next = table[state + (classes[codes[at] ?? 0] ?? 0)] ?? UNMADE
      if (next < 0) break
      state = next
    }
    this.#state = state
    return at
  }

  #advance(letter: number): boolean {
    const known = this.#table[this.#state + letter] ?? UNMADE
    const next = known === UNMADE ? this.#make(letter) : known
    if (next === ENDING) return false
    this.#state = next
    return true
  }

  #make(letter: number): number {
    let standing: Standing | undefined = this.#standings[this.#state / this.#width] ?? outset
    for (const unit of units(this.#folds[letter] ?? '')) {
      standing = stepped(this.#automata, standing, unit)
      if (standing === undefined) break
    }
    if (standing === undefined) return this.#set(letter, ENDING)
    const size = this.#standings.length
    const next = this.#numberOf(standing)
    // Begun anew meanwhile: where we come from is no state any more.
    return this.#standings.length < size ? next : this.#set(letter, next)
  }

  #set(letter: number, next: number): number {
    this.#table[this.#state + letter] = next
    return next
  }

  #numberOf(standing: Standing): number {
    const key = Object.values(standing).join()
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    if (this.#standings.length === MOST) this.#forget()
    const number = this.#standings.length * this.#width
    this.#numbers.set(key, number)
    this.#standings.push(standing)
    if (number + this.#width > this.#table.length) this.#enlarge()
    return number
  }

  #enlarge(): void {
    const size = Math.max(this.#table.length * 2, this.#width * 64)
    const larger = new Int32Array(size).fill(UNMADE)
    larger.set(this.#table)
    this.#table = larger
  }

  /** Only the first state stays. */
  #forget(): void {
    this.#numbers = new Map()
    this.#standings = []
    this.#table = new Int32Array(0)
    this.#state = this.#numberOf(outset)
  }

  #classOf(code: number): number {
    const met = this.#classes[code] ?? UNMET
    if (met !== UNMET) return met
    const letter = this.#isLookedAt(code) ? LOOK : this.#classFor(foldCharacter(code))
    this.#classes[code] = letter
    return letter
  }

  #isLookedAt(code: number): boolean {
    return (code >= 0xd800 && code < 0xe000) || this.#look.includes(String.fromCharCode(code))
  }

  /** Characters that fold to the same, as far as any automaton can tell, are of one class. */
  #classFor(folded: string): number {
    const told = Array.from(units(folded), (unit) => (this.#isTold(unit) ? unit : -1)).join()
    const known = this.#known.get(told)
    if (known !== undefined) return known
    const letter = this.#folds.length
    this.#known.set(told, letter)
    this.#folds.push(folded)
    if (letter === this.#width) this.#widen()
    return letter
  }

  /** One more class than a state has entries for. */
  #widen(): void {
    const standing = this.#standings[this.#state / this.#width] ?? outset
    this.#width *= 2
    this.#forget()
    this.#state = this.#numberOf(standing)
  }

  #isTold(code: number): boolean {
    const { literal, words } = this.#automata
    if (literal.knows(code) || words.knows(code)) return true
    return isDigit(code) || isBetweenWords(code) || isBetweenDigits(code)
  }
}

/** The code units of a string. */
function* units(text: string): Generator<number> {
  for (let index = 0; index < text.length; index += 1) yield text.charCodeAt(index)
}
