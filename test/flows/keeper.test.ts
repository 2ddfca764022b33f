import { describe, expect, test } from 'vitest'
import type { Step } from '../../src/flows/flow.ts'
import { newId, opened, sealed } from '../records/support/entries.ts'
import { gated, inAnHour, keeperOf, until } from './support/keeper.ts'

describe('waking a request', () => {
  test('takes it as far as it goes, and tells where it rests', async () => {
    const { keeper, rests, open } = await keeperOf(async () => inAnHour)
    const id = await open()

    expect(await keeper.wake(id)).toEqual({ on: 'time', until: inAnHour, step: 'work' })
    expect(rests).toEqual([[id, 'time']])
  })

  test('while it is on its way runs it once more, however many wake it, and never twice at once', async () => {
    const { seen, work, letGo } = gated()
    const { keeper, rests, open } = await keeperOf(work)
    const id = await open()

    const first = keeper.wake(id)
    await until(() => seen.runs === 1)
    const others = [keeper.wake(id), keeper.wake(id), keeper.wake(id)]
    letGo()

    expect(new Set((await Promise.all([first, ...others])).map(({ on }) => on))).toEqual(
      new Set(['time']),
    )
    expect(seen).toMatchObject({ runs: 2, most: 1 })
    expect(rests).toHaveLength(1)
  })

  test('at the very moment it comes to rest is not missed', async () => {
    const { seen, work, letGo } = gated()
    const { keeper, heard, open } = await keeperOf(work)
    const id = await open()
    letGo()
    let woken: Promise<unknown> | undefined
    heard.rested = () => {
      woken ??= keeper.wake(id)
    }

    await keeper.wake(id)
    await woken

    expect(seen.runs).toBe(2)
  })

  test('does not keep another one waiting', async () => {
    const { seen, work, letGo } = gated()
    const { keeper, open } = await keeperOf(work)

    const both = [keeper.wake(await open()), keeper.wake(await open())]
    await until(() => seen.atOnce === 2)
    letGo()
    await Promise.all(both)

    expect(seen.runs).toBe(2)
  })

  test('throws what no step expected at who woke it, and it can be woken again', async () => {
    let broken = true
    const { keeper, open } = await keeperOf(async () => {
      if (broken) throw new Error('our fault')
      return inAnHour
    })
    const id = await open()

    await expect(keeper.wake(id)).rejects.toThrow('our fault')
    broken = false
    expect((await keeper.wake(id)).on).toBe('time')
  })

  test('of a right without a flow says so', async () => {
    const { keeper, store } = await keeperOf(async () => inAnHour)
    const id = newId()
    await store.append(id, 0, [{ ...opened(), right: 'access' }])

    expect(await keeper.wake(id)).toEqual({ on: 'halt', code: 'no-flow' })
  })
})

describe('an alarm', () => {
  test('rings when the request may go on, and takes it up', async () => {
    const { seen, work, letGo } = gated()
    const { keeper, alarms, rests, open } = await keeperOf(work)
    letGo()
    await keeper.wake(await open())
    expect(alarms.map(({ ms }) => ms)).toEqual([3_600_000])

    alarms[0]?.ring()
    await until(() => rests.length === 2)

    expect(seen.runs).toBe(2)
  })

  test.each([
    ['at once for a date that has passed', '2026-11-22T09:00:00.000Z', 0],
    ['as late as a timer can hold for one far away', '2027-11-23T09:00:00.000Z', 2 ** 31 - 1],
  ])('is set %s', async (_, date, ms) => {
    const { keeper, alarms, open } = await keeperOf(async () => date)

    await keeper.wake(await open())

    expect(alarms.map((alarm) => alarm.ms)).toEqual([ms])
  })

  test('is taken back when something happens before', async () => {
    const { keeper, alarms, open } = await keeperOf(async () => inAnHour)
    const id = await open()

    await keeper.wake(id)
    await keeper.wake(id)

    expect(alarms.map(({ cancelled }) => cancelled)).toEqual([true, false])
  })

  test('whose work fails troubles the desk, and nobody else', async () => {
    let broken = false
    const { keeper, alarms, troubles, open } = await keeperOf(async () => {
      if (broken) throw new Error('our fault')
      return inAnHour
    })
    const id = await open()
    await keeper.wake(id)
    broken = true

    alarms[0]?.ring()
    await until(() => troubles.length > 0)

    expect(troubles).toEqual([[id, 'our fault']])
  })
})

describe('a start', () => {
  test('takes up whatever is not sealed, one in trouble or not', async () => {
    const taken: string[] = []
    const { keeper, store, troubles, open } = await keeperOf(async (id) => {
      taken.push(id)
      if (taken.length === 1) throw new Error('our fault')
      return inAnHour
    })
    const ids = [await open(), await open(), await open()]
    const over = await open()
    await store.append(over, 1, [sealed()])

    await keeper.takeUp()

    expect(taken.toSorted()).toEqual(ids.toSorted())
    expect(troubles).toHaveLength(1)
  })
})

describe('a stop', () => {
  test('waits for the step in hand, takes back alarms and sets none', async () => {
    const { seen, work, letGo, shut } = gated()
    const { keeper, alarms, rests, open } = await keeperOf(work)
    letGo()
    await keeper.wake(await open())
    shut()
    const running = keeper.wake(await open())
    await until(() => seen.atOnce === 1)
    const order: string[] = []
    const wait = async (what: string, promise: Promise<unknown>) => {
      await promise
      order.push(what)
    }

    const both = [wait('stopped', keeper.stop()), wait('rested', running)]
    await new Promise((resolve) => setImmediate(resolve))
    expect(order).toEqual([])
    letGo()
    await Promise.all(both)

    expect(alarms.map(({ cancelled }) => cancelled)).toEqual([true])
    expect(rests).toHaveLength(2)
  })

  test('starts no further step', async () => {
    const { seen, work, letGo } = gated()
    let first = true
    const once: Step = {
      kind: 'act',
      name: 'first',
      done: () => !first,
      run: async ({ id }: { id: string }) => {
        await work(id)
        first = false
        return undefined
      },
    }
    const later: string[] = []
    const { keeper, open } = await keeperOf(
      async (id) => {
        later.push(id)
        return inAnHour
      },
      [once],
    )

    const running = keeper.wake(await open())
    await until(() => seen.runs === 1)
    const stop = keeper.stop()
    letGo()

    expect(await running).toEqual({ on: 'shutdown' })
    await stop
    expect(later).toEqual([])
  })

  test('leaves late wakes, alarms and starts without effect, also when the store is closed', async () => {
    const { seen, work, letGo } = gated()
    const { keeper, store, alarms, troubles, open } = await keeperOf(work)
    letGo()
    const id = await open()
    await keeper.wake(id)
    await keeper.stop()
    await store.close()

    expect(await keeper.wake(id)).toEqual({ on: 'shutdown' })
    alarms[0]?.ring()
    await new Promise((resolve) => setImmediate(resolve))

    expect(seen.runs).toBe(1)
    expect(troubles).toEqual([])
  })
})
