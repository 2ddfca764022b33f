import { expect, test } from 'vitest'
import { confirmNow, decideNow } from '../support/deeds.ts'
import { lead } from './support/cast.ts'
import { desk } from './support/desk.ts'
import { approved, confirmed, decided, nadias, opened } from './support/way.ts'
import { wrapped } from './support/wrapped.ts'

test('a policy that cannot be read for a while stops no request for good, wherever it stands', async () => {
  const d = await desk()
  const { policy } = d
  const id = await opened(d, nadias.subject)
  await confirmNow({ id, by: lead, users: [nadias.user] }, d.hands)
  const waits = async (): Promise<void> => {
    d.policy = undefined
    expect(await d.step(id)).toMatchObject({ on: 'time', step: 'policy-unreadable' })
    d.policy = policy
  }

  await waits() // before the look for traces
  await d.go(id)
  await decideNow({ id, by: lead, choices: {} }, d.hands)
  await waits() // before the plan
  await d.go(id)
  await approved(d, id)
  await waits() // before the quorum is counted
  await d.go(id, 'prove')
  d.clock.pass(60_000)
  await waits() // before the proof

  expect(await d.go(id)).toEqual({ on: 'nothing' })
})

test('nor at the very end, before the seal', async () => {
  const d = await desk()
  const { policy } = d
  const id = await opened(d, nadias.subject)
  await confirmed(d, id, nadias.user)
  await decided(d, id)
  await approved(d, id)
  d.wrap = (store) =>
    wrapped(store, (_, __, entries) => {
      if (entries.some(({ kind }) => kind === 'closed')) d.policy = undefined
    })

  expect(await d.go(id, 'policy-unreadable')).toMatchObject({ on: 'time' })

  d.policy = policy
  expect(await d.go(id)).toEqual({ on: 'nothing' })
})
