import { expect, test } from 'vitest'
import { approveLess } from '../../src/flows/index.ts'
import { effectsOf, writesOf } from './support/account.ts'
import { officer, second } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { faultsOf, outcomesOf, refuses, told } from './support/journal.ts'
import { policyWith, quorumOf } from './support/rules.ts'
import { approved, planned, wordOf } from './support/way.ts'

const hour = 3_600_000

/** What happens in the account right after the desk's first write. */
function afterFirstWrite(d: Desk, then: () => void): void {
  d.onWrite = () => {
    d.onWrite = () => {}
    then()
  }
}

test('an officer who loses the role in the pause stops everything, and another one mends it', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  expect(await d.go(id, 'pause')).toMatchObject({ on: 'time', step: 'pause' })
  d.people.set(officer, { active: false })

  expect(await d.go(id)).toEqual({ on: 'human', step: 'approve' })
  expect(writesOf(d)).toEqual([])
  expect(await told(d, id)).toEqual(
    expect.arrayContaining(['revoked role-lost', 'lapsed role-lost']),
  )

  await approved(d, id, second)
  expect(await d.go(id)).toEqual({ on: 'nothing' })
  expect(await faultsOf(d)).toEqual([])
})

test('a new approval after a lapse gives a new pause, in which Stop still saves all', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  await d.go(id, 'pause')
  d.people.set(officer, { active: false })
  await d.go(id)
  d.clock.pass(60_000)
  await approved(d, id, second)
  const agreed = d.clock.ms

  const resting = await d.go(id, 'pause')

  expect(resting).toEqual({
    on: 'time',
    step: 'pause',
    until: new Date(agreed + 900_000).toISOString(),
  })
  expect(writesOf(d)).toEqual([])
})

test('an officer who loses the role between two writes stops the second one', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  afterFirstWrite(d, () => d.people.set(officer, { guest: true }))

  expect(await d.go(id)).toEqual({ on: 'human', step: 'approve' })
  expect((await told(d, id)).filter((line) => line === 'intended')).toHaveLength(1)
  expect(await told(d, id)).toContain('lapsed role-lost')

  await approved(d, id, second)
  expect(await d.go(id)).toEqual({ on: 'nothing' })
  expect(await outcomesOf(d, id)).toEqual({ done: 9 })
  expect(await faultsOf(d)).toEqual([])
})

test('a quorum raised after the approval asks for one more officer', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  d.policy = policyWith(quorumOf(2))

  expect(await d.go(id)).toEqual({ on: 'human', step: 'approve' })
  expect(await told(d, id)).not.toContain('intended')

  await approved(d, id, second)
  expect(await d.go(id)).toEqual({ on: 'nothing' })
})

test('a quorum raised in the pause is asked for before the first write', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  await d.go(id, 'pause')
  d.policy = policyWith(quorumOf(2))

  expect(await d.go(id)).toEqual({ on: 'human', step: 'approve' })

  expect(await told(d, id)).toContain('lapsed quorum-raised')
  expect(writesOf(d)).toEqual([])
})

test('an approval that expires before the start must be given again', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  await d.go(id, 'pause')
  d.clock.pass(73 * hour)

  expect(await d.go(id)).toEqual({ on: 'human', step: 'approve' })
  expect(await told(d, id)).toEqual(expect.arrayContaining(['revoked expired', 'lapsed expired']))
  expect(writesOf(d)).toEqual([])

  await approved(d, id)
  expect(await d.go(id)).toEqual({ on: 'nothing' })
})

test('after the first write an approval does not expire any more', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  afterFirstWrite(d, () => d.clock.pass(100 * hour))

  expect(await d.go(id)).toEqual({ on: 'nothing' })
  expect(await told(d, id)).not.toContain('revoked expired')
})

test('a plan of which something is done is not cut any more', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  afterFirstWrite(d, () => d.people.set(officer, { active: false }))
  await d.go(id)
  const request = await d.request(id)
  const rest = [...Array(request.plan?.operations ?? 0).keys()].map((n) => n + 1)
  const word = await wordOf(d, id, second)

  const cut = approveLess({ ...word, without: rest.slice(0, 1) }, d.hands)

  await refuses(cut, 'already-begun')
  expect(await d.go(id)).toEqual({ on: 'human', step: 'approve' })
})

test('while policy or directory cannot be read nothing is written, and it goes on by itself', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  const { policy } = d
  await d.go(id, 'pause')
  d.clock.pass(hour)
  d.policy = undefined
  expect(await d.step(id)).toMatchObject({ on: 'time', step: 'policy-unreadable' })
  d.policy = policy
  d.people.down = true
  expect(await d.go(id, 'people-unknown')).toMatchObject({ on: 'time', step: 'people-unknown' })
  expect(writesOf(d)).toEqual([])

  d.people.down = false

  expect(await d.go(id)).toEqual({ on: 'nothing' })
  expect(effectsOf(d)).toContain('user.deleted 360001150428')
})
