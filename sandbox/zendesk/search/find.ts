import type { Account } from '../account/account.ts'
import type { Doc } from './lag.ts'
import { type Asker, matches } from './match.ts'
import { readQuery, type Term, termWords } from './query.ts'
import { hasPhrase } from './words.ts'

const tables = { ticket: 'tickets', user: 'users', organization: 'organizations' } as const
const types = ['ticket', 'user', 'organization'] as const

/** Everything that answers a query: newest first unless the query says otherwise. */
export function findDocs(account: Account, text: string, by: { type?: string; me: number }): Doc[] {
  const query = readQuery(text)
  const asked = by.type ? [by.type] : query.types
  const wanted = types.filter((type) => asked.length === 0 || asked.includes(type))
  const asker = askerOf(account, by.me)
  const found = wanted
    .flatMap((type) => docsOf(account, type))
    .filter((doc) => matches(doc, query, asker))
  const order = query.order ?? { by: 'created', down: true }
  return inOrder(found, order.by.startsWith('updated') ? 'updated' : 'created', order.down)
}

/** Sorted by a date, then by id. */
export function inOrder(docs: readonly Doc[], key: 'created' | 'updated', down: boolean): Doc[] {
  const sorted = docs.toSorted((a, b) => a[key].localeCompare(b[key]) || a.id - b.id)
  return down ? sorted.toReversed() : sorted
}

// Deleted records are asked for too: the index may not know yet.
const docsOf = ({ store, index }: Account, type: Doc['type']): Doc[] =>
  index.docs(
    type,
    store.all(tables[type]).map(({ id }) => id),
  )

function askerOf(account: Account, me: number): Asker {
  const known = new Map<Term, ReadonlySet<string>>()
  return {
    me,
    users: (term) => {
      const found = known.get(term) ?? usersFor(account, term, me)
      known.set(term, found)
      return found
    },
  }
}

function usersFor(account: Account, term: Term, me: number): ReadonlySet<string> {
  const value = term.value.toLowerCase()
  if (value === 'me') return new Set([String(me)])
  const words = termWords(term)
  const hits = docsOf(account, 'user').filter(
    ({ keys }) => keys['email']?.includes(value) || hasPhrase(keys['name'] ?? [], words),
  )
  return new Set(hits.map(({ id }) => String(id)))
}
