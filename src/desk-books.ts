import { ulid } from 'ulid'
import type { Entry } from './records/entry.ts'
import { StoreConflict } from './records/errors.ts'
import { observed } from './records/observed.ts'
import { isPaused } from './records/pauses.ts'
import type { Policy } from './records/policy.ts'
import { readPolicy } from './records/policy-file.ts'
import type { Sha } from './records/primitives.ts'
import type { Owner, Store } from './records/store.ts'

/** The records as the flows use them, and what the desk's own journal says now. */
export type Books = { readonly store: Store; readonly paused: () => boolean }

/** Told of entries once they are durable. */
export type Appended = (owner: Owner, entries: readonly Entry[]) => void

/** Opens the books of a store: from here on its pause is known, and `appended` hears of every entry. */
export async function openBooks(store: Store, appended: Appended): Promise<Books> {
  let paused = isPaused((await store.load('desk')).entries)
  const books = observed(store, (owner, entries) => {
    if (owner === 'desk') paused = isPaused(entries, paused)
    appended(owner, entries)
  })
  return { store: books, paused: () => paused }
}

/** The policy as its file says at each asking; a change of it stands in the desk's own journal. */
export function journalled(path: string, store: Store, now: () => string): () => Promise<Policy> {
  let known: string | undefined
  return async () => {
    const policy = await readPolicy(path, Date.now)
    if (policy.digest === known) return policy
    await store.exclusive('desk', async () => {
      while (policy.digest !== known) known = await ruled(policy.digest, store, now)
    })
    return policy
  }
}

/** Which policy the desk's journal names last, having it name this one unless it grew meanwhile. */
async function ruled(policy: Sha, store: Store, now: () => string): Promise<Sha | undefined> {
  const { version, entries } = await store.load('desk')
  const last = entries.findLast((entry) => entry.kind === 'ruled')
  if (last?.policy === policy) return policy
  try {
    await store.append('desk', version, [
      { id: ulid(), at: now(), by: 'bot', kind: 'ruled', policy },
    ])
    return policy
  } catch (error) {
    // Somebody was turned away at this very moment.
    if (error instanceof StoreConflict) return last?.policy
    throw error
  }
}
