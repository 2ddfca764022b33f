import type { Term } from '../../src/flows/matching/index.ts'

/** The places in the list of terms of those that are found in a text. */
export type Finding = (text: string) => number[]

/** Finds the places of the keywords that stand in a folded text. */
export type Search = (folded: string) => Iterable<number>

/** A folded word, and the place of its term in the list. */
export type Keyword = readonly [word: string, term: number]

const apart: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', ß: 'ss' }

/** As everybody folds: accents off, lower case. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøß]/g, (letter) => apart[letter] ?? letter)

/** All terms but phones, folded; names in both orders. */
export function keywordsOf(terms: readonly Term[]): Keyword[] {
  return terms.flatMap(({ kind, value }, at): Keyword[] => {
    if (kind === 'phone') return []
    const plain = folded(value).replace(/^@/, '')
    const [first, ...rest] = plain.split(' ')
    return rest.length === 0
      ? [[plain, at]]
      : [
          [plain, at],
          [`${rest.join(' ')} ${first}`, at],
        ]
  })
}

/** Keywords by `search`, phones by one regular expression for all of them. */
export function findingWith(terms: readonly Term[], search: Search): Finding {
  const phones = new Map(
    terms.flatMap(({ kind, value }, at) => (kind === 'phone' ? [[value.slice(-9), at]] : [])),
  )
  const written = Array.from(phones.keys(), (digits) => Array.from(digits).join('[ .-]?')).join('|')
  const phone = new RegExp(`(?:\\+33|\\b0)[ .-]?(?:${written})(?!\\d)`, 'g')
  return (text) => {
    const plain = folded(text)
    const numbers = plain.match(phone) ?? []
    const called = numbers.map((number) => phones.get(number.replace(/\D/g, '').slice(-9)) ?? -1)
    return [...new Set([...search(plain), ...called])]
  }
}

/** What anybody would write first: each comment folded, and each keyword looked for in it. */
export function naive(terms: readonly Term[]): Finding {
  const keywords = keywordsOf(terms)
  return findingWith(terms, (text) =>
    keywords.filter(([word]) => text.includes(word)).map(([, at]) => at),
  )
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  rsquo: '’',
  eacute: 'é',
}

/** The text of an HTML text, by two regular expressions. */
export const textOfHtml = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&(\w+);/g, (as, name: string) => entities[name] ?? as)
