import { expect, test } from 'vitest'
import { others } from '../../sandbox/zendesk/sample/people.ts'
import { handOver, peopleFound, planShown, tracesFound } from '../../src/flows/index.ts'
import { confirmNow } from '../support/deeds.ts'
import { agentDoes, effectsOf } from './support/account.ts'
import { lead } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { faultsOf, told } from './support/journal.ts'
import {
  approved,
  candidatesOf,
  confirmed,
  decided,
  finished,
  opened,
  planned,
} from './support/way.ts'
import { wrapped } from './support/wrapped.ts'

/** As soon as she is deleted, somebody else's account gets this identity. */
function getsIdentity(d: Desk, user: number, identity: { type: string; value: string }): void {
  d.onWrite = async ({ effect }) => {
    if (!effect.some(({ kind }) => kind === 'user.purge_requested')) return
    d.onWrite = () => {}
    await agentDoes(d, 'POST', `/users/${user}/identities`, {
      identity: { ...identity, skip_verify_email: true },
    })
  }
}

test('a user who has her address after the proof is somebody else, if the lead says so', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  getsIdentity(d, others.hanna.id, { type: 'email', value: others.nadia.email })

  expect(await d.go(id)).toEqual({ on: 'human', step: 'confirm-people' })
  expect(await candidatesOf(d, id)).toMatchObject([{ id: others.hanna.id, via: 'same-identity' }])
  await confirmNow({ id, by: lead, users: [] }, d.hands)
  await d.go(id)
  await decided(d, id)

  expect((await planShown(id, d.hands)).items).toEqual([])
  expect(await finished(d, id)).toEqual({ on: 'nothing' })
  expect((await told(d, id)).slice(-3)).toEqual(['proved proved', 'closed done', 'sealed'])
  expect(effectsOf(d).filter((effect) => effect.endsWith(String(others.hanna.id)))).toEqual([])
  expect(await faultsOf(d)).toEqual([])
})

test('a user who was created again is erased, too, once the lead confirms him', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  getsIdentity(d, others.suspended.id, { type: 'email', value: others.nadia.email })
  await d.go(id)

  await confirmed(d, id, others.suspended.id)
  const { index } = await tracesFound(id, d.hands)
  expect(index.users).toEqual([others.suspended.id, others.nadia.id])
  expect(index.terms.map(({ value }) => value)).toContain(others.nadia.email)
  await decided(d, id)
  expect(await finished(d, id)).toEqual({ on: 'nothing' })

  expect(effectsOf(d)).toContain(`user.purged ${others.suspended.id}`)
  expect(await told(d, id)).toContain('closed done')
})

test('a user is met again by a phone number, however it is written there', async () => {
  const d = await desk()
  await agentDoes(d, 'POST', `/users/${others.nadia.id}/identities`, {
    identity: { type: 'phone_number', value: '+33639980101' },
  })
  const id = await planned(d)
  await approved(d, id)
  getsIdentity(d, others.hanna.id, { type: 'phone_number', value: '+33 6 39 98 01 01' })

  expect(await d.go(id)).toEqual({ on: 'human', step: 'confirm-people' })
  expect(await candidatesOf(d, id)).toMatchObject([{ id: others.hanna.id }])
})

test('of two accounts the one that is deleted already stays part of the person', async () => {
  const d = await desk()
  const { twiceA, twiceB } = others
  const id = await opened(d, 'name:Emma Whitfield')
  await confirmed(d, id, twiceA.id, twiceB.id)
  await decided(d, id)
  await approved(d, id)
  await d.go(id)
  await agentDoes(d, 'POST', `/users/${twiceB.id}/identities`, {
    identity: { type: 'email', value: 'emma@example.net', skip_verify_email: true },
  })
  await handOver({ id, by: lead }, d.hands)

  expect(await d.go(id)).toEqual({ on: 'human', step: 'confirm-people' })
  expect((await candidatesOf(d, id)).map((candidate) => candidate.id)).toEqual([twiceB.id])
  await confirmed(d, id, twiceB.id)

  const { index } = await tracesFound(id, d.hands)
  expect(index.terms.map(({ value }) => value)).toEqual(
    expect.arrayContaining([twiceA.email, twiceB.email, 'emma@example.net']),
  )
  await decided(d, id)
  expect(await finished(d, id)).toEqual({ on: 'nothing' })
  expect(effectsOf(d)).toEqual(
    expect.arrayContaining([`user.purged ${twiceA.id}`, `user.purged ${twiceB.id}`]),
  )
  expect(await told(d, id)).toContain('closed done')
})

test('where all of the person is deleted already nobody is asked who it is', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  await agentDoes(d, 'POST', `/users/${others.nadia.id}/identities`, {
    identity: { type: 'email', value: 'nadia.b@example.net', skip_verify_email: true },
  })
  // She drifts, and an agent deletes her before anybody looks again.
  d.wrap = (store) =>
    wrapped(store, async (_, __, entries) => {
      const drifted = entries.some(
        (entry) => entry.kind === 'settled' && entry.outcomes.some(([, how]) => how === 'drifted'),
      )
      if (!drifted) return
      d.wrap = (same) => same
      await agentDoes(d, 'DELETE', `/users/${others.nadia.id}`)
    })

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
  expect(await peopleFound(id, d.hands)).toMatchObject({
    candidates: [],
    gone: [{ id: others.nadia.id, active: false }],
  })
  await decided(d, id)
  expect(await finished(d, id)).toEqual({ on: 'nothing' })
  expect(effectsOf(d)).toContain(`user.purged ${others.nadia.id}`)
  expect(await told(d, id)).toContain('closed done')
})
