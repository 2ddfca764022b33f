import { expect, test } from 'vitest'
import type { Fault } from '../../sandbox/zendesk/faults.ts'
import { goOn } from '../../src/flows/index.ts'
import { effectsOf } from './support/account.ts'
import { lead } from './support/cast.ts'
import { desk } from './support/desk.ts'
import { faultsOf, told } from './support/journal.ts'
import { approved, planned } from './support/way.ts'

const nadia = 360001150428

/** What the whole of Nadia's erasure does to the account, however badly it goes. */
const whole = [
  'ticket.deleted 26845',
  'ticket.deleted 47310',
  'ticket.purged 26845',
  'ticket.purged 47310',
  'comment.created',
  'ticket.deleted 48090',
  'ticket.purged 48090',
  `user.deleted ${nadia}`,
  `user.purge_requested ${nadia}`,
  `user.purged ${nadia}`,
]

const writes = [
  ['the deletion of tickets', 'DELETE', '/tickets/destroy_many$'],
  ['their purge', 'DELETE', '/deleted_tickets/destroy_many$'],
  ['the answer', 'PUT', '/tickets/48090$'],
  ['the deletion of the own ticket', 'DELETE', '/api/v2/tickets/48090$'],
  ['its purge', 'DELETE', '/deleted_tickets/48090$'],
  ['the deletion of the user', 'DELETE', '/api/v2/users/'],
  ['the purge of the user', 'DELETE', '/deleted_users/'],
] as const

const spoiled: readonly (readonly [string, Fault])[] = [
  ['is asked to wait', { kind: 'too-many', seconds: 7 }],
  ['is refused by a passing fault', { kind: 'error-before' }],
  ['is done, and answered with a fault', { kind: 'error-after' }],
  ['is lost on its way', { kind: 'drop-before' }],
  ['is done, and its answer lost', { kind: 'drop-after' }],
  ['is done late', { kind: 'late', ms: 20_000 }],
  ['is lost three times', { kind: 'drop-before', times: 3 }],
]

test.each(spoiled)('each write has its effect exactly once when it %s', async (_, fault) => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  for (const [, method, path] of writes) d.account.fault({ ...fault, method, path })

  expect(await d.go(id)).toEqual({ on: 'nothing' })

  const effects = effectsOf(d).map((effect) => effect.replace(/(comment\.created) .*/, '$1'))
  expect(effects.toSorted()).toEqual(whole.toSorted())
  expect(await told(d, id)).toContain('closed done')
  expect(await faultsOf(d)).toEqual([])
})

test('reads that fail for a while only cost time', async () => {
  const d = await desk()
  for (const kind of ['too-many', 'error-before', 'drop-before'] as const) {
    d.account.fault({ kind, method: 'GET', times: 7 })
  }
  const id = await planned(d)
  d.account.fault({ kind: 'drop-before', method: 'GET', times: 11 })
  await approved(d, id)

  expect(await d.go(id)).toEqual({ on: 'nothing' })
})

test('a ticket that somebody deletes while it is looked at stops nobody', async () => {
  const d = await desk()
  const gone = { kind: 'error-before', status: 404, method: 'GET' } as const
  d.account.fault({ ...gone, path: '/tickets/26845/comments$' })
  const id = await planned(d)
  await approved(d, id)
  d.account.fault({ ...gone, path: '/tickets/48090/comments$' })

  expect(await d.go(id)).toEqual({ on: 'nothing' })
})

test('a job of which half fails is finished item by item', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  d.account.fault({ kind: 'job-fails', path: '/tickets/destroy_many$', ids: [47310] })
  d.account.fault({ kind: 'job-fails', path: '/deleted_tickets/destroy_many$', ids: [26845] })

  expect(await d.go(id)).toEqual({ on: 'nothing' })

  const effects = effectsOf(d).map((effect) => effect.replace(/(comment\.created) .*/, '$1'))
  expect(effects.toSorted()).toEqual(whole.toSorted())
  expect(await faultsOf(d)).toEqual([])
})

test('a job that never ends is put before a human; nothing more is sent meanwhile', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  d.account.fault({ kind: 'stuck-job', path: '/tickets/destroy_many$' })

  expect(await d.go(id)).toMatchObject({ on: 'halt' })
  expect(await told(d, id)).toContain('halted job-stuck')
  await goOn({ id, by: lead }, d.hands)
  expect(await d.go(id)).toMatchObject({ on: 'halt' })

  expect(effectsOf(d)).toEqual([])
})

test('a product that never reports makes the certificate say so, at the policy’s date', async () => {
  const d = await desk({ policy: { statusesGiveUpDays: 0.01 } })
  const id = await planned(d)
  await approved(d, id)
  d.account.fault({ kind: 'product-stuck', application: 'chat' })

  expect(await d.go(id, 'prove')).toMatchObject({ on: 'time', step: 'prove' })
  expect(await d.go(id)).toEqual({ on: 'nothing' })

  expect(await told(d, id)).toEqual(
    expect.arrayContaining(['proved products-open', 'closed partly-done', 'sealed']),
  )
  expect((await d.request(id)).proved?.counts['products-open']).toBe(1)
})
