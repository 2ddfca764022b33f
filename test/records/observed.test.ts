import { expect, test } from 'vitest'
import { StoreConflict } from '../../src/records/errors.ts'
import { observed } from '../../src/records/observed.ts'
import { storeContract } from './store-contract.ts'
import { halted, newId, opened } from './support/entries.ts'
import { folder, openStore } from './support/folder.ts'

storeContract('an observed store', async () => {
  const dir = await folder()
  let store = await openStore(dir)
  return {
    store: observed(store, () => {}),
    restart: async () => {
      await store.close()
      store = await openStore(dir)
      return observed(store, () => {})
    },
  }
})

test('an observer hears of what was written, once it is, and of nothing else', async () => {
  const heard: [string, string[], number][] = []
  const store = await openStore(await folder(), { sync: async () => {} })
  const watched = observed(store, (owner, entries) => {
    heard.push([owner, entries.map(({ kind }) => kind), heard.length])
  })
  const id = newId()

  await watched.append(id, 0, [opened(), halted()])
  await watched.append(id, 2, [], { vault: new Map([['draft', 1]]) })
  await expect(watched.append(id, 0, [halted()])).rejects.toThrow(StoreConflict)
  await watched.append('desk', 1, [halted()])

  expect(heard).toEqual([
    [id, ['opened', 'halted'], 0],
    ['desk', ['halted'], 1],
  ])
})
