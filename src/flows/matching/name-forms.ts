import { isUnspaced } from './alphabet.ts'
import { foldedString } from './stream.ts'
import { asWords } from './views.ts'

/** German and Nordic letters that are also written with two: Müller, Mueller; Sørensen, Soerensen. */
const spelledOut: readonly (readonly [RegExp, string])[] = [
  [/ä/giu, 'ae'],
  [/[öø]/giu, 'oe'],
  [/ü/giu, 'ue'],
  [/å/giu, 'aa'],
]

/** Beyond this many forms of one name, more variants of spelling are not tried. */
const MOST = 200

/**
 * The folded forms of a name, in the view of words: every order that starts with any of its words
 * (First Last, Last First, Last, First), each word with and without its hyphens and apostrophes,
 * umlauts as one letter or two.
 */
export function nameForms(name: string): string[] {
  const words = wordsOf(name)
  const spellings = words.map((word) => spellingsOf(word, words.length > 1))
  const forms = orders(spellings).flatMap(combine)
  const tight = words.length > 1 && words.every(isWhollyUnspaced) ? [words.join('')] : []
  return [...new Set([...forms, ...tight])].filter((form) => form !== '').slice(0, MOST)
}

/** A name as written, turned so that each of its words comes first once. */
export function turnedNames(name: string): string[] {
  return orders(wordsOf(name)).map((words) => words.join(' '))
}

/** The other ways to spell a word with letters that some keyboards don't have. */
export function spellOut(word: string): string {
  return spelledOut.reduce(
    (spelled, [letter, two]) => spelled.replace(letter, two),
    word.normalize('NFC'),
  )
}

function wordsOf(name: string): string[] {
  return name.split(/[\s,;/]+/u).filter((word) => asWords(foldedString(word)) !== '')
}

function spellingsOf(word: string, oneOfSeveral: boolean): string[] {
  const folded = foldedString(word)
  const long = foldedString(spellOut(word))
  // Mueller may stand as Müller, but a lone Michael must not become Michal.
  const short = oneOfSeveral ? folded.replace(/([aou])e/g, '$1').replace(/aa/g, 'a') : folded
  const forms = [folded, long, short].flatMap((form) => [asWords(form), form.replace(/[-']/g, '')])
  return [...new Set(forms.map((form) => asWords(form)))]
}

function orders<Word>(words: readonly Word[]): Word[][] {
  return words.map((_, first) => [...words.slice(first), ...words.slice(0, first)])
}

function combine(spellings: readonly (readonly string[])[]): string[] {
  return spellings.reduce<string[]>(
    (forms, words) =>
      forms
        .flatMap((form) => words.map((word) => (form === '' ? word : `${form} ${word}`)))
        .slice(0, MOST),
    [''],
  )
}

function isWhollyUnspaced(word: string): boolean {
  return Array.from(word).every((character) => isUnspaced(character.charCodeAt(0)))
}
