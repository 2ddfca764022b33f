import type { TermKind, TermRecord } from '../../records/finds.ts'
import { searchQueries } from '../matching/index.ts'

/** One search of the account, and what is said to have led to what it brings. */
export type Search = { readonly via: string; readonly query: string }

/** Values of one search by keyword. */
const most = 20

/** Words of one search: Zendesk takes 64 (https://support.zendesk.com/hc/en-us/articles/4408886879258). */
const mostWords = 60

/** Where the texts of a ticket stand, by Zendesk's keywords for them. */
const places = ['description', 'subject', 'fieldvalue'] as const

/**
 * The searches for all terms. Free words are joined by AND, values of one keyword by OR (the search
 * reference): so the first form of each term is searched for freely, everywhere and as the beginning
 * of a word, and its other written forms together in each place where texts stand. Of many terms all
 * forms are searched for together. See decision 0005.
 */
export function searchesFor(terms: readonly TermRecord[], country: string): Search[] {
  const free: Search[] = []
  const together = new Map<TermKind, string[]>()
  for (const term of terms) {
    const [first, ...rest] = searchQueries([term], { country })
    if (first === undefined) continue
    const isFree = terms.length <= most
    if (isFree) free.push({ via: `search-${term.kind}`, query: first })
    const forms = isFree ? rest : [first, ...rest]
    together.set(term.kind, [...(together.get(term.kind) ?? []), ...forms])
  }
  return [...distinct(free), ...[...together].flatMap(([kind, forms]) => joined(kind, forms))]
}

const joined = (kind: TermKind, forms: readonly string[]): Search[] =>
  groupsOf([...new Set(forms)]).flatMap((group) =>
    places.map((place) => ({
      via: `search-${kind}`,
      query: group.map((form) => `${place}:${form}`).join(' '),
    })),
  )

/** One search for everything that these users have written: a keyword that is repeated means OR. */
export const searchesForWriters = (users: Iterable<number>): Search[] =>
  groupsOf([...users].map(String)).map((group) => ({
    via: 'commented',
    query: group.map((user) => `commenter:${user}`).join(' '),
  }))

/** As many values as one search takes, punctuation counted as if it parted words. */
function groupsOf(values: readonly string[]): string[][] {
  const groups: string[][] = []
  let words = 0
  for (const value of values) {
    const needed = value.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 1
    const group = groups.at(-1)
    if (group && group.length < most && words + needed <= mostWords) group.push(value)
    else {
      groups.push([value])
      words = 0
    }
    words += needed
  }
  return groups
}

const distinct = (searches: readonly Search[]): Search[] => [
  ...new Map(searches.map((search) => [search.query, search])).values(),
]
