import { expect, test } from 'vitest'
import { type Hands, pause } from '../../src/flows/index.ts'
import { writesOf } from './support/account.ts'
import { lead, officer, stranger } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { faultsOf, outcomesOf, refuses, told } from './support/journal.ts'
import { approved, planned } from './support/way.ts'
import { wrapped } from './support/wrapped.ts'

const paused = { on: 'human', step: 'paused' }

const sentOf = async (d: Desk, id: string): Promise<number> =>
  (await told(d, id)).filter((line) => line === 'intended').length

test('a paused desk sends nothing, of no request, also after a restart; resumed, it goes on', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)

  await pause({ by: officer, on: true }, d.hands)
  expect(await d.go(id)).toEqual(paused)
  await d.restart()
  expect(await d.go(id)).toEqual(paused)

  expect(writesOf(d)).toEqual([])
  expect(await sentOf(d, id)).toBe(0)
  expect((await d.request(id)).halted).toBeUndefined()

  await pause({ by: lead, on: false }, d.hands)
  expect(await d.go(id)).toEqual({ on: 'nothing' })
  expect(await faultsOf(d)).toEqual([])
  expect((await d.journal('desk')).slice(1, 4)).toMatchObject([
    { kind: 'paused', by: officer, role: 'privacy' },
    { kind: 'started' },
    { kind: 'resumed', by: lead, role: 'lead' },
  ])
})

test('a pause in the middle lets the call that is out be settled, and no other go', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  d.onWrite = async () => {
    d.onWrite = () => {}
    await pause({ by: officer, on: true }, d.hands)
  }

  expect(await d.go(id)).toEqual(paused)
  const before = writesOf(d).length
  expect(await sentOf(d, id)).toBe(1)
  expect((await d.request(id)).open).toBeUndefined()

  await pause({ by: officer, on: false }, d.hands)
  await d.go(id)
  expect(writesOf(d).length).toBeGreaterThan(before)
  expect(await faultsOf(d)).toEqual([])
})

test('a pause that comes while an intent is being written keeps it from being sent, and is no try', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  let pauses = 0
  d.wrap = (store) =>
    wrapped(store, async (_owner, _version, [entry]) => {
      if (entry?.kind !== 'intended' || pauses > 0) return
      pauses += 1
      await pause({ by: officer, on: true }, { ...d.hands, store })
    })

  expect(await d.go(id)).toEqual(paused)
  expect(writesOf(d)).toEqual([])
  expect((await d.journal(id)).at(-1)).toMatchObject({
    kind: 'settled',
    how: 'look',
    code: 'paused',
    outcomes: [
      [1, 'not-applied'],
      [2, 'not-applied'],
    ],
  })
  expect((await d.request(id)).plan?.attempts.size).toBe(0)

  await pause({ by: officer, on: false }, d.hands)
  expect(await d.go(id)).toEqual({ on: 'nothing' })
  expect((await outcomesOf(d, id))['not-applied']).toBeUndefined()
  expect(await faultsOf(d)).toEqual([])
})

test('only who may stop a request may pause the desk, and only a pause can be ended', async () => {
  const d = await desk()

  await refuses(pause({ by: stranger, on: true }, d.hands), 'role-missing')
  await refuses(pause({ by: lead, on: false }, d.hands), 'not-paused')
  await pause({ by: lead, on: true }, d.hands)
  await refuses(pause({ by: officer, on: true }, d.hands), 'already-paused')

  expect((await told(d, 'desk')).slice(1)).toEqual([
    'turned-away role-missing',
    'turned-away not-paused',
    'paused',
    'turned-away already-paused',
  ])
  expect(await faultsOf(d)).toEqual([])
})

test('of ten who pause at once one pauses, and nine are told that it is paused', async () => {
  const d = await desk()
  const policy: Hands['policy'] = async () => await d.hands.store.exclusive('desk', d.hands.policy)
  const hands = { ...d.hands, policy }

  const ended = await Promise.allSettled(
    Array.from({ length: 10 }, async () => await pause({ by: lead, on: true }, hands)),
  )

  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await told(d, 'desk')).filter((line) => line === 'paused')).toHaveLength(1)
})
