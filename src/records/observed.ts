import type { Entry } from './entry.ts'
import type { Owner, Store } from './store.ts'

/**
 * The same store, which calls back after each append that wrote entries, once they are durable and
 * before whoever appended them goes on. What has been written cannot be unsaid: `onAppended` must not
 * throw.
 */
export function observed(
  store: Store,
  onAppended: (owner: Owner, entries: readonly Entry[]) => void,
): Store {
  return {
    append: async (owner, version, entries, options) => {
      const reached = await store.append(owner, version, entries, options)
      if (entries.length > 0) onAppended(owner, entries)
      return reached
    },
    close: async () => await store.close(),
    list: () => store.list(),
    load: async (owner) => await store.load(owner),
    read: async (id, part) => await store.read(id, part),
    exclusive: async (owner, work) => await store.exclusive(owner, work),
    seal: async (id, person, stub) => await store.seal(id, person, stub),
    stub: async (id) => await store.stub(id),
    dropStub: async (id) => await store.dropStub(id),
    head: async () => await store.head(),
    anchor: async () => await store.anchor(),
  }
}
