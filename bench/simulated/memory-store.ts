import type { Entry } from '../../src/records/entry.ts'
import { StoreConflict } from '../../src/records/errors.ts'
import type { Store } from '../../src/records/store.ts'

/** A store without a disk: here the calls are counted, and what durability costs is row 10. */
export function memoryStore(): Store {
  const journals = new Map<string, Entry[]>()
  const parts = new Map<string, unknown>()
  const journal = (owner: string): Entry[] => journals.get(owner) ?? []

  return {
    close: nothing,
    list: none,
    load: async (owner) => {
      const entries = journal(owner)
      return await Promise.resolve({ version: entries.length, entries })
    },
    append: async (owner, version, entries, { vault = new Map<string, unknown>() } = {}) => {
      const before = journal(owner)
      if (before.length !== version) throw new StoreConflict(owner, version, before.length)
      for (const [part, value] of vault) parts.set(`${owner}/${part}`, value)
      before.push(...entries)
      journals.set(owner, before)
      return await Promise.resolve(before.length)
    },
    read: async (id, part) => await Promise.resolve(parts.get(`${id}/${part}`)),
    exclusive: async (_, work) => await work(),
    seal: nothing,
    stub: nothing,
    dropStub: nothing,
    head: unused,
    anchor: unused,
  }
}

async function* none(): AsyncGenerator<never, void, undefined> {}

const nothing = async (): Promise<undefined> => await Promise.resolve(undefined)

const unused = async (): Promise<never> =>
  await Promise.reject(new TypeError('no measurement asks for the head of this log'))
