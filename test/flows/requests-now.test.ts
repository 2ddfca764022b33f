import { expect, test } from 'vitest'
import { requestsNow } from '../../src/flows/index.ts'
import type { Store } from '../../src/records/store.ts'
import { halted, newId, opened, sealed } from '../records/support/entries.ts'
import { folder, openStore } from '../records/support/folder.ts'
import { wrapped } from '../stories/support/wrapped.ts'

/** A real folder, and how often a journal was read in it. */
async function counted() {
  const real = await openStore(await folder(), { sync: async () => {} })
  const read: string[] = []
  const store: Store = {
    ...wrapped(real, () => {}),
    load: async (owner) => {
      read.push(owner)
      return await real.load(owner)
    },
  }
  return { store, read }
}

test('every request is there, the newest number first, sealed ones too', async () => {
  const { store } = await counted()
  const numbers = ['R-2026-9999', 'R-2025-0001', 'R-2026-10000', 'R-2026-0042']
  for (const number of numbers) await store.append(newId(), 0, [opened(number)])
  await store.append(newId(), 0, [opened('R-2024-0007'), sealed()])

  expect((await requestsNow({ store })).map(({ number }) => number)).toEqual([
    'R-2026-10000',
    'R-2026-9999',
    'R-2026-0042',
    'R-2025-0001',
    'R-2024-0007',
  ])
})

test('asked again, only the journals that have grown are read, and what they say is new', async () => {
  const { store, read } = await counted()
  const ids = Array.from({ length: 200 }, newId)
  for (const [i, id] of ids.entries()) {
    await store.append(id, 0, [opened(`R-2026-${String(i + 1).padStart(4, '0')}`)])
  }
  const [first = ''] = ids
  await store.append(first, 1, [sealed()])

  await requestsNow({ store })
  expect(read).toHaveLength(200)
  await requestsNow({ store })
  expect(read).toHaveLength(200)

  await store.append(ids[7] ?? '', 1, [halted('job-stuck')])
  const now = await requestsNow({ store })

  expect(read.slice(200)).toEqual([ids[7]])
  expect(now.find(({ id }) => id === ids[7])?.halted?.code).toBe('job-stuck')
  expect(now.at(-1)?.sealed).toBeDefined()
})

test('two desks do not remember each other’s requests', async () => {
  const [one, other] = [await counted(), await counted()]
  await one.store.append(newId(), 0, [opened()])

  expect(await requestsNow(one)).toHaveLength(1)
  expect(await requestsNow(other)).toEqual([])
})
