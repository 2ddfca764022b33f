import { expect, test } from 'vitest'
import { camille } from '../../sandbox/zendesk/sample/people.ts'
import { forgetStubs, lookForReturned, returnedUsers } from '../../src/flows/index.ts'
import { agentDoes } from './support/account.ts'
import { type Desk, desk } from './support/desk.ts'
import { faultsOf, told } from './support/journal.ts'
import { camilles, finished, planned } from './support/way.ts'

const day = 86_400_000

async function erased(): Promise<{ d: Desk; id: string }> {
  const d = await desk()
  const id = await planned(d, camilles)
  await finished(d, id)
  return { d, id }
}

const comesBack = async (d: Desk): Promise<number> => {
  const user = { name: 'C. L.', email: camille.email }
  const answer = (await agentDoes(d, 'POST', '/users', { user })) as { user: { id: number } }
  d.clock.pass(60_000)
  return answer.user.id
}

test('a week and a month after an erasure it is looked whether the person is back, once each', async () => {
  const { d, id } = await erased()
  expect(await lookForReturned(d.hands)).toBe(0)

  d.clock.pass(7 * day)
  expect(await lookForReturned(d.hands)).toBe(1)
  expect(await lookForReturned(d.hands)).toBe(0)
  d.clock.pass(23 * day)
  expect(await lookForReturned(d.hands)).toBe(1)
  d.clock.pass(100 * day)
  expect(await lookForReturned(d.hands)).toBe(0)

  expect((await told(d, id)).slice(-2)).toEqual(['looked-again gone', 'looked-again gone'])
  expect(await returnedUsers(id, d.hands)).toEqual([])
  expect(await faultsOf(d)).toEqual([])
})

test('a person who is back is recognised by the address, and only the stub knows who it is', async () => {
  const { d, id } = await erased()
  const user = await comesBack(d)
  d.clock.pass(7 * day)
  await lookForReturned(d.hands)

  const last = (await d.journal(id)).at(-1)
  expect(last).toMatchObject({ kind: 'looked-again', code: 'returned', days: 7 })
  expect(JSON.stringify(last)).not.toContain(String(user))
  expect(await returnedUsers(id, d.hands)).toEqual([user])

  d.clock.pass(365 * day)
  await forgetStubs(d.hands)
  expect(await returnedUsers(id, d.hands)).toEqual([])
})

test('a desk that was off for two months looks once, for both days', async () => {
  const { d, id } = await erased()
  d.clock.pass(60 * day)
  expect(await lookForReturned(d.hands)).toBe(1)
  expect(await lookForReturned(d.hands)).toBe(0)
  expect((await d.journal(id)).at(-1)).toMatchObject({ days: 30 })
})
