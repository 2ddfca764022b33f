import { expect, test } from 'vitest'
import { approve, cancel, goOn, handOver, stop, turnBack, view } from '../../src/flows/index.ts'
import { agentDoes, effectsOf, writesOf } from './support/account.ts'
import { lead, officer, second, stranger } from './support/cast.ts'
import { desk } from './support/desk.ts'
import { faultsOf, refuses, told } from './support/journal.ts'
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

test('Stop in the pause saves all; once it may go on, the pause is not begun anew', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  await d.go(id, 'pause')
  await stop({ id, by: officer, code: 'legal-hold' }, d.hands)
  d.clock.pass(10_000_000)

  expect(await d.go(id)).toEqual({ on: 'halt', code: 'legal-hold' })
  expect(writesOf(d)).toEqual([])
  await refuses(goOn({ id, by: stranger }, d.hands), 'role-missing')

  await goOn({ id, by: officer }, d.hands)
  expect(await d.go(id)).toEqual({ on: 'nothing' })
  await refuses(goOn({ id, by: lead }, d.hands), 'closed')
  expect(await faultsOf(d)).toEqual([])
})

test('a declined plan can only be decided otherwise or cancelled', async () => {
  const d = await desk()
  const id = await planned(d)
  const word = await wordOf(d, id)
  await turnBack({ ...word, how: 'declined', code: 'manifestly-unfounded' }, d.hands)

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
  expect((await d.request(id)).returned).toMatchObject({ declined: true })
  await refuses(approve(word, d.hands), 'digest-outdated')

  await cancel({ id, by: lead, code: 'cancelled' }, d.hands)
  expect(await d.go(id)).toEqual({ on: 'nothing' })
  expect(writesOf(d)).toEqual([])
  expect(await faultsOf(d)).toEqual([])
})

test('nothing can be said of a request that is over, and saying it does not harm the log', async () => {
  const d = await desk()
  const id = await planned(d)
  const word = await wordOf(d, id)
  await stop({ id, by: lead, code: 'stopped' }, d.hands)
  await cancel({ id, by: lead, code: 'cancelled' }, d.hands)
  await d.go(id)

  await refuses(view(word, d.hands), 'closed')
  await refuses(approve(word, d.hands), 'closed')
  await refuses(goOn({ id, by: lead }, d.hands), 'closed')
  await refuses(stop({ id, by: lead, code: 'stopped' }, d.hands), 'closed')
  await refuses(cancel({ id, by: lead, code: 'cancelled' }, d.hands), 'closed')
  await refuses(handOver({ id, by: lead }, d.hands), 'closed')

  expect(await faultsOf(d)).toEqual([])
})

test('a request of which something is done cannot be cancelled', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  d.onWrite = async () => {
    d.onWrite = () => {}
    await stop({ id, by: lead, code: 'stopped' }, d.hands)
  }
  await d.go(id)

  await refuses(cancel({ id, by: lead, code: 'cancelled' }, d.hands), 'already-begun')

  expect(await d.go(id)).toEqual({ on: 'halt', code: 'stopped' })
})

test('a ticket under legal hold before the decision is kept, and cannot be chosen otherwise', async () => {
  const d = await desk()
  await agentDoes(d, 'PUT', '/tickets/47310', {
    ticket: { status: 'closed', tags: ['legal_hold'] },
  })
  const id = await opened(d, nadias.subject)
  await confirmed(d, id, nadias.user)
  await refuses(decided(d, id, { tickets: { 47310: { action: 'delete' } } }), 'action-impossible')

  await decided(d, id)
  await finished(d, id)

  expect(effectsOf(d).filter((effect) => effect.endsWith('47310'))).toEqual([])
  expect(await told(d, id)).toContain('closed partly-done')
})

test('a hold that is tagged after the approval halts, and lifting it lets all go on', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  await agentDoes(d, 'PUT', '/tickets/47310', { ticket: { tags: ['legal_hold'] } })

  expect(await d.go(id)).toEqual({ on: 'halt', code: 'legal-hold' })
  expect(writesOf(d)).toEqual([])

  await agentDoes(d, 'PUT', '/tickets/47310', { ticket: { tags: [] } })
  await goOn({ id, by: officer }, d.hands)
  expect(await d.go(id)).toEqual({ on: 'nothing' })
  expect(effectsOf(d)).toContain('ticket.purged 47310')
})

test('a rehearsal looks at everything and writes nothing', async () => {
  const d = await desk({ rehearsal: true })
  const id = await planned(d)
  await approved(d, id)

  expect(await d.go(id)).toEqual({ on: 'nothing' })

  expect(writesOf(d)).toEqual([])
  expect(await told(d, id)).toEqual(expect.arrayContaining(['closed rehearsed', 'sealed']))
  expect((await d.request(id)).closed?.counts).toEqual({
    'would-go': 5,
    'would-drift': 0,
    held: 0,
    gone: 0,
  })
  expect(await faultsOf(d)).toEqual([])
})

test('a desk that is set to rehearse writes nothing, not even for a request from before', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  d.rehearsal = true

  expect(await d.go(id)).toEqual({ on: 'halt', code: 'rehearsal' })
  expect(writesOf(d)).toEqual([])

  d.rehearsal = false
  await goOn({ id, by: second }, d.hands)
  expect(await d.go(id)).toEqual({ on: 'nothing' })
})
