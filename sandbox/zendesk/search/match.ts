import type { Doc } from './lag.ts'
import { type Query, type Term, termWords } from './query.ts'
import { hasPhrase, hasWord } from './words.ts'

const ranks: Readonly<Record<string, number>> = {
  new: 0,
  open: 1,
  pending: 2,
  hold: 3,
  solved: 4,
  closed: 5,
}
const exact = new Set([
  'status',
  'priority',
  'ticket_type',
  'via',
  'role',
  'is_suspended',
  'organization',
  'external_id',
  'satisfaction',
  'tags',
])
const people = new Set(['requester', 'submitter', 'assignee', 'cc', 'commenter', 'user'])

/** Who is asking, and how a name or an address in a query becomes users. */
export type Asker = { readonly me: number; readonly users: (term: Term) => ReadonlySet<string> }

/** Whether a record answers a query: free terms all, a keyword given twice either (facts 5). */
export function matches(doc: Doc, query: Query, asker: Asker): boolean {
  const wanted = query.terms.filter(({ not }) => !not)
  const free = wanted.filter(({ key }) => key === null)
  const byKey = grouped(wanted.filter((term) => term.key !== null))
  return (
    query.terms.every((term) => !term.not || !holds(doc, term, asker)) &&
    free.every((term) => holds(doc, term, asker)) &&
    [...byKey.values()].every((terms) => terms.some((term) => holds(doc, term, asker)))
  )
}

function grouped(terms: readonly Term[]): Map<string, Term[]> {
  const groups = new Map<string, Term[]>()
  for (const term of terms) groups.set(groupOf(term), [...(groups.get(groupOf(term)) ?? []), term])
  return groups
}

// Two comparisons make a range and both hold; two equal signs offer a choice.
const groupOf = (term: Term): string =>
  term.op === ':' ? `${term.key}` : `${term.key}${term.op}${term.value}`

function holds(doc: Doc, term: Term, asker: Asker): boolean {
  if (term.key === null) return hasText(doc.words, term)
  if (term.key === 'created' || term.key === 'updated') return compareTime(doc[term.key], term)
  const values = doc.keys[term.key]
  return values !== undefined && holdsValue(values, term, asker)
}

function holdsValue(values: readonly string[], term: Term, asker: Asker): boolean {
  const { key, op } = term
  const value = term.value.toLowerCase()
  if (op !== ':') return compareRank(values[0] ?? '', term)
  if (people.has(key ?? ''))
    return values.some((one) => one === value || asker.users(term).has(one))
  if (exact.has(key ?? '')) return values.includes(value)
  return key === 'phone' ? hasWord(values, value) : hasText(values, term)
}

function hasText(words: readonly string[], term: Term): boolean {
  const wanted = termWords(term)
  if (term.phrase || wanted.length > 1) return hasPhrase(words, wanted)
  const star = term.value.startsWith('*') ? '*' : ''
  return wanted[0] !== undefined && hasWord(words, `${star}${wanted[0]}`)
}

function compareRank(status: string, { op, value }: Term): boolean {
  const [left, right] = [ranks[status], ranks[value.toLowerCase()]]
  return left !== undefined && right !== undefined && compare(left, right, op)
}

function compareTime(at: string, { op, value }: Term): boolean {
  if (op === ':') return at.startsWith(value)
  const [left, right] = [Date.parse(at), Date.parse(value)]
  return !Number.isNaN(right) && compare(left, right, op)
}

function compare(left: number, right: number, op: Term['op']): boolean {
  if (left === right) return op === '<=' || op === '>='
  return left < right ? op.startsWith('<') : op.startsWith('>')
}
