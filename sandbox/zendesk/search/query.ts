import { wordsOf } from './words.ts'

/** One condition of a query. */
export type Term = {
  readonly key: string | null
  readonly op: ':' | '<' | '>' | '<=' | '>='
  readonly value: string
  readonly phrase: boolean
  readonly not: boolean
}

/** A query, read: HC:4408886879258. */
export type Query = {
  readonly terms: readonly Term[]
  readonly types: readonly string[]
  readonly order: { readonly by: string; readonly down: boolean } | undefined
}

const known = new Set([
  'subject',
  'description',
  'comment',
  'fieldvalue',
  'tags',
  'status',
  'priority',
  'ticket_type',
  'via',
  'requester',
  'submitter',
  'assignee',
  'cc',
  'commenter',
  'organization',
  'satisfaction',
  'created',
  'updated',
  'name',
  'email',
  'phone',
  'notes',
  'details',
  'external_id',
  'role',
  'is_suspended',
  'user',
  'type',
  'order_by',
  'sort',
])

/** Reads a query. A keyword that does not exist is searched for as text. */
export function readQuery(text: string): Query {
  const terms = [...text.matchAll(/(-?)(?:(\w+)(<=|>=|[:<>]))?(?:"([^"]*)"|([^\s"]+))/g)].map(
    readTerm,
  )
  const value = (key: string): string | undefined => terms.find((term) => term.key === key)?.value
  const by = value('order_by')
  return {
    terms: terms.filter(({ key }) => key === null || !['type', 'order_by', 'sort'].includes(key)),
    types: terms.filter(({ key }) => key === 'type').map((term) => term.value.toLowerCase()),
    order: by ? { by, down: value('sort') !== 'asc' } : undefined,
  }
}

function readTerm(match: RegExpMatchArray): Term {
  const [, minus, word, op, quoted, bare] = match
  const value = quoted ?? bare ?? ''
  const plainTerm = { value, phrase: quoted !== undefined, not: minus === '-' }
  if (!word || !op) return { key: null, op: ':', ...plainTerm }
  if (!known.has(word.toLowerCase()))
    return { ...plainTerm, key: null, op: ':', value: `${word} ${value}`, phrase: true }
  return { key: word.toLowerCase(), op: op as Term['op'], ...plainTerm }
}

/** The words of a term. */
export const termWords = (term: Term): string[] => wordsOf(term.value)
