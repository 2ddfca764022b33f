import type { Account } from '../account/account.ts'
import type { Doc } from './lag.ts'
import { matches } from './match.ts'
import { readQuery } from './query.ts'

const types = ['ticket', 'user', 'organization'] as const

/** Everything that answers a query, in the order asked for: newest first unless the query says otherwise. */
export function findDocs(
  account: Account,
  text: string,
  by: { type?: string | undefined; me: number },
): Doc[] {
  const query = readQuery(text)
  const wanted = types.filter((type) =>
    by.type ? by.type === type : query.types.length === 0 || query.types.includes(type),
  )
  const found = wanted
    .flatMap((type) => account.index.docs(type, idsOf(account, type)))
    .filter((doc) => matches(doc, query, by.me))
  const order = query.order ?? { by: 'created', down: true }
  const key = order.by.startsWith('updated') ? 'updated' : 'created'
  const sorted = found.toSorted((a, b) => a[key].localeCompare(b[key]) || a.id - b.id)
  return order.down ? sorted.toReversed() : sorted
}

// Deleted records are asked for too: the index may not know yet.
function idsOf({ store }: Account, type: Doc['type']): number[] {
  const table = type === 'ticket' ? 'tickets' : type === 'user' ? 'users' : 'organizations'
  return store.all(table).map(({ id }) => id)
}
