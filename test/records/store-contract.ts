import { array, assert, asyncProperty } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorLine, readAnchorLine } from '../../src/records/anchors.ts'
import { Sealed, StoreConflict } from '../../src/records/errors.ts'
import type { Listed, Store } from '../../src/records/store.ts'
import { deferred } from './support/deferred.ts'
import { halted, newId, opened, sealed } from './support/entries.ts'
import { Model, step } from './support/model.ts'

/** A store under test. `restart` closes it and opens what it has left behind. */
export type UnderTest = { readonly store: Store; readonly restart: () => Promise<Store> }

/** What every store must do. */
export function storeContract(name: string, make: () => Promise<UnderTest>): void {
  describe(`${name} keeps journals`, () => {
    test('a request that nobody opened has version 0 and no entries', async () => {
      const { store } = await make()

      expect(await store.load(newId())).toEqual({ version: 0, entries: [] })
    })

    test('what was appended is loaded, in order, also after a restart', async () => {
      const { store, restart } = await make()
      const id = newId()
      const entries = [opened(), halted('one'), halted('two')]

      expect(await store.append(id, 0, entries.slice(0, 2))).toBe(2)
      expect(await store.append(id, 2, entries.slice(2))).toBe(3)

      expect(await store.load(id)).toEqual({ version: 3, entries })
      expect(await (await restart()).load(id)).toEqual({ version: 3, entries })
    })

    test('of twenty appends at one version exactly one is written, with its own vault part', async () => {
      const { store, restart } = await make()
      const id = newId()
      await store.append(id, 0, [opened()])

      const race = await Promise.allSettled(
        Array.from({ length: 20 }, async (_, i) => {
          await store.append(id, 1, [halted(`c${i}`)], { vault: new Map([['terms', i]]) })
          return i
        }),
      )

      const won = race.filter((result) => result.status === 'fulfilled')
      const lost = race.filter((result) => result.status === 'rejected')
      expect(won).toHaveLength(1)
      for (const { reason } of lost) expect(reason).toBeInstanceOf(StoreConflict)
      const winner = won[0]?.value
      expect((await store.load(id)).entries[1]).toMatchObject({ code: `c${winner}` })
      expect(await (await restart()).read(id, 'terms')).toBe(winner)
    })

    test('a version that is too high is a conflict, too', async () => {
      const { store } = await make()

      await expect(store.append(newId(), 3, [halted()])).rejects.toThrow(StoreConflict)
    })

    test('two hundred requests append at once, and none is lost', async () => {
      const { store, restart } = await make()
      const ids = Array.from({ length: 200 }, newId)

      await Promise.all(ids.map(async (id) => await store.append(id, 0, [opened(), halted()])))

      const again = await restart()
      for (const id of ids) expect((await again.load(id)).version).toBe(2)
    })

    test('an entry that is none is refused with everything beside it', async () => {
      const { store } = await make()
      const id = newId()
      const wrong = { ...halted(), code: 'Ana Example asked for it' }

      await expect(
        store.append(id, 0, [opened(), wrong], { vault: new Map([['terms', 1]]) }),
      ).rejects.toThrow(/not a code/)

      expect(await store.load(id)).toEqual({ version: 0, entries: [] })
      expect(await store.read(id, 'terms')).toBeUndefined()
    })

    test('nobody changes an entry by changing what he gave or got', async () => {
      const { store } = await make()
      const id = newId()
      const given = opened()
      await store.append(id, 0, [given])

      Object.assign(given, { name: 'other name' })
      const { entries } = await store.load(id)
      expect(() => Object.assign(entries[0] ?? {}, { name: 'third name' })).toThrow(TypeError)

      expect((await store.load(id)).entries[0]).toMatchObject({ name: 'amber heron' })
    })

    test('the desk has a journal of its own, and no vault', async () => {
      const { store } = await make()
      const { version } = await store.load('desk')

      expect(await store.append('desk', version, [halted()])).toBe(version + 1)

      await expect(
        store.append('desk', version + 1, [halted()], { vault: new Map([['terms', 1]]) }),
      ).rejects.toThrow(TypeError)
    })

    test('the list shows every request with its number and version, and which are sealed', async () => {
      const { store, restart } = await make()
      const [first, second] = [newId(), newId()]
      await store.append(first, 0, [opened('R-2026-0001')])
      await store.append(second, 0, [opened('R-2026-0002'), sealed()])
      const both = [
        { id: first, number: 'R-2026-0001', version: 1, sealed: false },
        { id: second, number: 'R-2026-0002', version: 2, sealed: true },
      ]

      expect(await listed(store)).toEqual(both)
      expect(await listed(await restart())).toEqual(both)
    })

    test('the head counts the entries and changes with each', async () => {
      const { store } = await make()
      const before = await store.head()

      await store.append(newId(), 0, [opened(), halted()])

      const after = await store.head()
      expect(after.size).toBe(before.size + 2)
      expect(after.hash).not.toBe(before.hash)
    })
  })

  test(`${name} anchors the head that it has, in words that are read back`, async () => {
    const { store } = await make()
    await store.append(newId(), 0, [opened(), halted()])

    const [anchor, { size, hash }] = [await store.anchor(), await store.head()]

    expect(anchor).toMatchObject({ size, head: hash })
    expect(readAnchorLine(anchorLine(anchor))).toEqual(anchor)
  })

  describe(`${name} keeps personal values`, () => {
    test('a part is read as it was last written, also after a restart', async () => {
      const { store, restart } = await make()
      const id = newId()
      const parts = new Map<string, unknown>([
        ['terms', { mail: 'ana@example.com' }],
        ['p1/finds-1', ['a', { b: null }]],
      ])
      await store.append(id, 0, [opened()], { vault: parts })

      await store.append(id, 1, [halted()], { vault: new Map([['terms', 'newer']]) })

      for await (const open of nowAndLater(store, restart)) {
        expect(await open.read(id, 'terms')).toBe('newer')
        expect(await open.read(id, 'p1/finds-1')).toEqual(['a', { b: null }])
        expect(await open.read(id, 'p2/finds-1')).toBeUndefined()
        expect(await open.read(id, 'never')).toBeUndefined()
      }
    })

    test('a part may be written with no entries, over and over, for a version that stands', async () => {
      const { store, restart } = await make()
      const id = newId()
      await store.append(id, 0, [opened()], { vault: new Map([['draft', 1]]) })

      expect(await store.append(id, 1, [], { vault: new Map([['draft', 2]]) })).toBe(1)
      expect(await store.append(id, 1, [], { vault: new Map([['draft', 3]]) })).toBe(1)
      await expect(store.append(id, 0, [], { vault: new Map([['draft', 4]]) })).rejects.toThrow(
        StoreConflict,
      )

      for await (const open of nowAndLater(store, restart)) {
        expect(await open.read(id, 'draft')).toBe(3)
        expect((await open.load(id)).version).toBe(1)
      }
    })

    test.each(['../terms', 'Terms', 'a/b/c', '', 'a/', 'a.b'])(
      'no part is named %j',
      async (part) => {
        const { store } = await make()
        const id = newId()

        await expect(
          store.append(id, 0, [opened()], { vault: new Map([[part, 1]]) }),
        ).rejects.toThrow(TypeError)
        await expect(store.read(id, part)).rejects.toThrow(TypeError)
      },
    )

    test('sealing one person leaves the others, and lasts', async () => {
      const { store, restart } = await make()
      const id = newId()
      const parts = new Map([
        ['p1/finds', 1],
        ['p2/finds', 2],
        ['terms', 3],
      ])
      await store.append(id, 0, [opened()], { vault: parts })

      await store.seal(id, 'p1')
      await store.seal(id, 'p1')

      for await (const open of nowAndLater(store, restart)) {
        await expect(open.read(id, 'p1/finds')).rejects.toThrow(Sealed)
        expect(await open.read(id, 'p2/finds')).toBe(2)
        expect(await open.read(id, 'terms')).toBe(3)
        await expect(
          open.append(id, 1, [halted()], { vault: new Map([['p1/finds', 1]]) }),
        ).rejects.toThrow(Sealed)
        expect((await open.load(id)).version).toBe(1)
      }
    })

    test('sealing all of a request forgets every part of it, and its stub lives on', async () => {
      const { store, restart } = await make()
      const id = newId()
      const parts = new Map([
        ['p1/finds', 1],
        ['terms', 3],
      ])
      await store.append(id, 0, [opened()], { vault: parts })

      await store.seal(id, 'all', { user: '77' })
      await store.append(id, 1, [sealed()])
      await store.seal(id, 'all')

      for await (const open of nowAndLater(store, restart)) {
        await expect(open.read(id, 'terms')).rejects.toThrow(Sealed)
        await expect(open.read(id, 'p1/finds')).rejects.toThrow(Sealed)
        await expect(
          open.append(id, 2, [halted()], { vault: new Map([['terms', 1]]) }),
        ).rejects.toThrow(Sealed)
        expect(await open.stub(id)).toEqual({ user: '77' })
        expect((await open.load(id)).version).toBe(2)
      }
    })

    test('a stub that was dropped is gone, also after a restart', async () => {
      const { store, restart } = await make()
      const id = newId()
      await store.append(id, 0, [opened()])
      expect(await store.stub(id)).toBeUndefined()
      await store.seal(id, 'all', { user: '77' })

      await store.dropStub(id)
      await store.dropStub(id)

      for await (const open of nowAndLater(store, restart))
        expect(await open.stub(id)).toBeUndefined()
    })

    test('a stub that is written again after it was dropped can be read after a restart', async () => {
      const { store, restart } = await make()
      const id = newId()
      await store.append(id, 0, [opened()])
      await store.seal(id, 'all', { user: '77' })
      await store.dropStub(id)

      await store.seal(id, 'all', { user: '78' })

      expect(await (await restart()).stub(id)).toEqual({ user: '78' })
    })
  })

  describe(`${name} gives turns`, () => {
    test('one owner works on one thing at a time, in the order of asking', async () => {
      const { store } = await make()
      const id = newId()
      const seen: string[] = []
      const work = (what: string) => async () => {
        seen.push(`${what} begins`)
        await store.append(id, (await store.load(id)).version, [halted()])
        seen.push(`${what} ends`)
      }

      await Promise.all(['a', 'b'].map(async (what) => await store.exclusive(id, work(what))))

      expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
    })

    test('work that fails gives the turn on; another owner does not wait', async () => {
      const { store } = await make()
      const [id, other] = [newId(), newId()]
      const { promise, reject } = deferred()
      const stuck = store.exclusive(id, async () => await promise)
      const next = store.exclusive(id, async () => 'next')

      expect(await store.exclusive(other, async () => 'other')).toBe('other')
      reject(new Error('broken'))

      await expect(stuck).rejects.toThrow('broken')
      expect(await next).toBe('next')
    })
  })

  test(`${name} agrees with a model, whatever is asked of it`, async () => {
    const differences: string[] = []
    await assert(
      asyncProperty(array(step, { maxLength: 12 }), async (steps) => {
        const { store, restart } = await make()
        const model = new Model(store, restart)
        for (const each of steps) await model.take(each)
        differences.push(...(await model.differences()))
        return differences.length === 0
      }),
      { numRuns: 15 },
    )

    expect(differences).toEqual([])
  })
}

/** The store as it is, and as it is after a restart. */
async function* nowAndLater(store: Store, restart: () => Promise<Store>): AsyncGenerator<Store> {
  yield store
  yield await restart()
}

async function listed(store: Store): Promise<Listed[]> {
  const found: Listed[] = []
  for await (const one of store.list()) found.push(one)
  return found
}
