import type { Account } from '../account/account.ts'
import { candidates } from './candidates.ts'
import type { Doc, Hit } from './lag.ts'
import { type Asker, matches } from './match.ts'
import { type Query, readQuery, type Term, termWords } from './query.ts'
import { hasPhrase } from './words.ts'

const tables = { ticket: 'tickets', user: 'users', organization: 'organizations' } as const
const types = ['ticket', 'user', 'organization'] as const

/** Everything that answers a query: newest first unless the query says otherwise. */
export function findDocs(account: Account, text: string, by: { type?: string; me: number }): Hit[] {
  const query = readQuery(text)
  const asked = by.type ? [by.type] : query.types
  const wanted = types.filter((type) => asked.length === 0 || asked.includes(type))
  const asker = askerOf(account, by.me)
  const found = account.index.once(`${wanted.join()} ${by.me} ${text}`, () =>
    wanted.flatMap((type) => [...hits(docsOf(account, type, { query, asker }), { query, asker })]),
  )
  const order = query.order ?? { by: 'created', down: true }
  return inOrder(found, order.by.startsWith('updated') ? 'updated' : 'created', order.down)
}

type Asking = { readonly query: Query; readonly asker: Asker }

function* hits(docs: Iterable<Doc>, { query, asker }: Asking): Generator<Hit> {
  for (const doc of docs) {
    const { type, id, created, updated } = doc
    if (matches(doc, query, asker)) yield { type, id, created, updated }
  }
}

/** Sorted by a date, then by id. */
export function inOrder(docs: readonly Hit[], key: 'created' | 'updated', down: boolean): Hit[] {
  const sorted = docs.toSorted((a, b) => compare(a[key], b[key]) || a.id - b.id)
  return down ? sorted.toReversed() : sorted
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

// Deleted records are asked for too: the index may not know yet.
function docsOf(account: Account, type: Doc['type'], asking?: Asking): Iterable<Doc> {
  const ids =
    type === 'ticket' && asking
      ? candidates(account, asking.query, asking.asker)
      : account.store.all(tables[type]).map(({ id }) => id)
  return account.index.docs(type, ids)
}

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
  const found = new Set<string>()
  for (const { id, keys } of docsOf(account, 'user'))
    if (keys['email']?.includes(value) || hasPhrase(keys['name'] ?? [], words))
      found.add(String(id))
  return found
}
