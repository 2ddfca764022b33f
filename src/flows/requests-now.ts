import { fold } from '../records/fold.ts'
import type { Id } from '../records/primitives.ts'
import type { Request } from '../records/request.ts'
import type { Store } from '../records/store.ts'
import type { Hands } from './hands.ts'

/** What was worked out before, by store: a journal of the same version says the same. */
const memories = new WeakMap<Store, Map<Id, Request>>()

/**
 * Every request there is, sealed ones too, the newest number first. Only what has changed since the
 * last asking is read and worked out again.
 */
export async function requestsNow({ store }: Pick<Hands, 'store'>): Promise<Request[]> {
  const memory = memories.get(store) ?? new Map<Id, Request>()
  memories.set(store, memory)
  const all: Request[] = []
  for await (const { id, version } of store.list()) {
    const known = memory.get(id)
    const request = known?.version === version ? known : await worked(id, store)
    if (!request) continue
    memory.set(id, request)
    all.push(request)
  }
  return all.toSorted((a, b) => orderOf(b) - orderOf(a))
}

async function worked(id: Id, store: Store): Promise<Request | undefined> {
  return fold(id, (await store.load(id)).entries)
}

/** `R-2026-10000` comes after `R-2026-9999`, which no order of letters says. */
function orderOf({ number }: Request): number {
  const [, year, n] = number.split('-').map(Number)
  return (year ?? 0) * 1e9 + (n ?? 0)
}
