import type { Store } from '../../../src/records/store.ts'

type Append = Parameters<Store['append']>

/** A store in which something happens before each append. */
export const wrapped = (
  store: Store,
  before: (...append: Append) => Promise<void> | void,
): Store => ({
  append: async (...append) => {
    await before(...append)
    return await store.append(...append)
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
})
