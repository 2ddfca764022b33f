/**
 * The words of a text as the index keeps them. A word runs to the next blank or bracket, so an
 * address is one word and what stands inside a longer word is not found (facts 5). Letters are
 * lower-cased, accents stay.
 */
export function wordsOf(text: string): string[] {
  const found =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}\u2587._@+'’-]+/gu) ?? []
  return found.map((word) => word.replace(/^[._'’\-+]+|[._'’-]+$/gu, '')).filter(Boolean)
}

/** Whether these words stand somewhere in a row. */
export function hasPhrase(words: readonly string[], phrase: readonly string[]): boolean {
  if (phrase.length === 0) return false
  return words.some((_, at) => phrase.every((word, i) => words[at + i] === word))
}

/** Whole words and beginnings of words; `*` in front also finds ends (facts 3, phone search). */
export function hasWord(words: readonly string[], term: string): boolean {
  const ends = term.startsWith('*')
  const bare = term.replaceAll('*', '')
  return words.some((word) => (ends ? word.endsWith(bare) : word.startsWith(bare)))
}
