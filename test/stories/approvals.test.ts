import { expect, test } from 'vitest'
import { approve, type RefusalCode, turnBack } from '../../src/flows/index.ts'
import { effectsOf, writesOf } from './support/account.ts'
import {
  bot,
  both,
  foreigner,
  guest,
  lead,
  leaver,
  officer,
  second,
  stranger,
} from './support/cast.ts'
import { desk } from './support/desk.ts'
import { faultsOf, refuses, told } from './support/journal.ts'
import { policyWith, quorumOf } from './support/rules.ts'
import {
  approved,
  confirmed,
  decided,
  finished,
  nadias,
  opened,
  planned,
  wordOf,
} from './support/way.ts'

const refused: readonly (readonly [string, typeof officer, RefusalCode])[] = [
  ['the lead without that role', lead, 'own-request'],
  ['a stranger', stranger, 'role-missing'],
  ['a guest', guest, 'not-a-member'],
  ['a bot', bot, 'not-a-member'],
  ['somebody who has left', leaver, 'not-a-member'],
  ['somebody of another workspace', foreigner, 'not-a-member'],
  [
    'somebody the directory has never heard of',
    { user: 'U0NOBODY', team: 'T0NORDLYS' },
    'people-unknown',
  ],
]

test('nobody but an officer can approve, and each attempt is written down', async () => {
  const d = await desk()
  const id = await planned(d)

  for (const [, by, code] of refused) {
    await refuses(approve(await wordOf(d, id, by), d.hands), code)
    expect((await told(d, id)).at(-1)).toBe(`turned-away ${code}`)
  }

  expect(await d.go(id)).toEqual({ on: 'human', step: 'approve' })
  expect(writesOf(d)).toEqual([])
  expect(await finished(d, id)).toEqual({ on: 'nothing' })
})

test('the opener cannot approve, not even as an officer, nor from another workspace', async () => {
  const d = await desk()
  const id = await opened(d, nadias.subject, both)
  await confirmed(d, id, nadias.user)
  await decided(d, id)

  await refuses(approved(d, id, both), 'own-request')
  await refuses(approved(d, id, { ...both, team: 'T0GRID' }), 'own-request')

  expect(await d.go(id)).toEqual({ on: 'human', step: 'approve' })
  expect(writesOf(d)).toEqual([])
})

test('one officer is not two, however often and from wherever he clicks', async () => {
  const d = await desk({ policy: quorumOf(2) })
  const id = await planned(d)
  await approved(d, id)

  await refuses(approved(d, id), 'already-approved')
  await refuses(approved(d, id, { ...officer, team: 'T0GRID' }), 'already-approved')
  expect(await d.go(id)).toEqual({ on: 'human', step: 'approve' })

  await approved(d, id, second)
  expect(await d.go(id)).toEqual({ on: 'nothing' })
})

test('two clicks of one officer at once count once', async () => {
  const d = await desk({ policy: quorumOf(2) })
  const id = await planned(d)
  const word = await wordOf(d, id)

  const clicks = await Promise.allSettled([approve(word, d.hands), approve(word, d.hands)])

  expect(clicks.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await told(d, id)).filter((line) => line.startsWith('approved'))).toHaveLength(1)
})

test('two officers at once are both heard', async () => {
  const d = await desk({ policy: quorumOf(2) })
  const id = await planned(d)

  await Promise.all([approved(d, id, officer), approved(d, id, second)])

  expect(await d.go(id)).toEqual({ on: 'nothing' })
})

test('a wrong count of tickets and an outdated plan are not approved', async () => {
  const d = await desk()
  const id = await planned(d)
  const old = await wordOf(d, id)
  await refuses(approve({ ...old, ticketsToGo: old.ticketsToGo + 1 }, d.hands), 'count-wrong')
  await refuses(approve({ ...old, ticketsToGo: Number.NaN }, d.hands), 'count-wrong')
  await decided(d, id, { tickets: { 47310: { action: 'keep', code: 'contract' } } })

  await refuses(approve(old, d.hands), 'digest-outdated')

  expect((await d.request(id)).plan?.approvals).toEqual([])
  expect(writesOf(d)).toEqual([])
})

test('somebody whom the policy excludes is not heard, before and after his click', async () => {
  const d = await desk({ policy: { exclusions: [officer.user] } })
  const id = await planned(d)
  await refuses(approved(d, id), 'excluded')
  await approved(d, id, second)
  d.policy = policyWith({ exclusions: [second.user] })

  expect(await d.go(id)).toEqual({ on: 'human', step: 'approve' })

  expect(await told(d, id)).toContain('revoked excluded')
  expect(writesOf(d)).toEqual([])
})

test('a plan sent back goes to the lead, and what he decides then needs a new approval', async () => {
  const d = await desk()
  const id = await planned(d)
  await turnBack({ ...(await wordOf(d, id)), how: 'sent-back', code: 'keep-one' }, d.hands)
  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })

  await decided(d, id, { tickets: { 47310: { action: 'keep', code: 'contract' } } })
  await finished(d, id)

  expect(effectsOf(d)).not.toContain('ticket.deleted 47310')
  expect(effectsOf(d)).toContain('ticket.updated 47310')
  expect(await told(d, id)).toContain('closed done')
  expect(await faultsOf(d)).toEqual([])
})
