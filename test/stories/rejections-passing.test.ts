import { expect, test } from 'vitest'
import type { Fault } from '../../sandbox/zendesk/faults.ts'
import { cases, chatTickets, pictureTickets } from '../../sandbox/zendesk/sample/case-people.ts'
import { goOn, restoreTickets, stop, tracesFound } from '../../src/flows/index.ts'
import { type Words, wordsFor } from '../../src/words/index.ts'
import { effectsOf } from './support/account.ts'
import { lead, officer } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { faultsOf, told } from './support/journal.ts'
import { leadSees } from './support/lead-sees.ts'
import { approved, confirmed, decided, opened, planned } from './support/way.ts'

const languages = ['en', 'fr'] as const
const redacting = { ownTickets: 'redact' } as const

/** Both languages say this in the thread. */
async function expectTold(d: Desk, id: string, say: (words: Words) => string): Promise<void> {
  const seen = await leadSees(d, id)
  for (const language of languages)
    expect(seen[language].thread.join('\n')).toContain(say(wordsFor(language)))
}

const rejected = (code: keyof Words['desk']['event']['rejected']) => (words: Words) =>
  words.desk.event.rejected[code]

const passing: readonly (readonly [string, Partial<Fault>])[] = [
  [
    'is limited, in plain text',
    {
      kind: 'too-many',
      seconds: 27,
      says: 'Rate limit for ticket updates exceeded, please wait before updating this ticket again',
      times: 3,
    },
  ],
  [
    'is one job too many',
    { kind: 'too-many', seconds: 10, says: '{"error":"TooManyJobs","description":"x"}', times: 3 },
  ],
  ['meets maintenance', { status: 503, seconds: 10, says: 'Down for maintenance', times: 3 }],
  ['collides', { status: 409, says: 'Requester creation collision - please try again', times: 3 }],
  ['is answered by a page', { status: 200, says: '<html>hi</html>', times: 3 }],
]

test.each(passing)(
  'when every kind of write %s, nobody is called and all of it is done once',
  async (_, fault) => {
    const d = await desk()
    const id = await planned(d)
    await approved(d, id)
    for (const method of ['PUT', 'DELETE'])
      d.account.fault({ kind: 'error-before', method, ...fault })
    expect(await d.go(id)).toEqual({ on: 'nothing' })
    const { en } = await leadSees(d, id)
    expect(en.card).toContain(wordsFor('en').desk.end.done)
    expect(en.thread.join('\n')).not.toContain(wordsFor('en').desk.state.halted)
    const gone = effectsOf(d).filter((effect) => effect.startsWith('ticket.purged'))
    expect(gone).toHaveLength(3)
    expect(new Set(gone).size).toBe(3)
    expect(await faultsOf(d)).toEqual([])
  },
)

test('a job that Zendesk has forgotten is settled by looking, and one that never ends is told', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  const forgotten = '{"error":"RecordNotFound","description":"Not found"}'
  d.account.fault({ kind: 'error-before', status: 404, says: forgotten, path: '/job_statuses/' })
  d.account.fault({ kind: 'stuck-job', path: '/deleted_tickets/destroy_many$' })
  expect(await d.go(id)).toMatchObject({ on: 'halt' })
  await expectTold(d, id, ({ halt }) => halt['job-stuck'])
  expect((await leadSees(d, id)).fr.buttons).toContain('go-on')
})

test('a purge whose job refuses again and again halts, and is done after Go on', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  d.account.fault({ kind: 'job-fails', path: '/deleted_tickets/', times: 0 })
  expect(await d.go(id)).toMatchObject({ on: 'halt' })
  d.account.clearFaults()
  await expectTold(d, id, ({ halt }) => halt['not-getting-through'])
  await goOn({ id, by: lead }, d.hands)
  expect(await d.go(id)).toEqual({ on: 'nothing' })
  expect(await told(d, id)).toContain('closed done')
})

test('a redaction whose answer is yes and whose text stays is told, and so is a role that may not redact', async () => {
  const d = await desk({ policy: redacting })
  const id = await planned(d, { subject: cases.caller.email, user: cases.caller.id })
  await approved(d, id)
  const old = '{"comment":{"id":1,"type":"Comment"}}'
  const redactions = { kind: 'error-before', method: 'PUT', path: '/comment_redactions/' } as const
  d.account.fault({ ...redactions, status: 200, says: old, times: 0 })
  expect(await d.go(id)).toMatchObject({ on: 'human' })
  await expectTold(d, id, rejected('still-there'))
  d.account.clearFaults()
  d.account.fault({ ...redactions, status: 403, says: '{"error":{"title":"Forbidden"}}', times: 0 })
  await decided(d, id)
  await approved(d, id)
  expect(await d.go(id)).toMatchObject({ on: 'human' })
  await expectTold(d, id, rejected('zendesk-403'))
  d.account.clearFaults()
  expect(effectsOf(d).filter((effect) => effect.startsWith('user.'))).toEqual([])
  await decided(d, id)
  await approved(d, id)
  expect(await d.go(id)).toEqual({ on: 'human', step: 'hand-over' })
})

test('a chat that goes on, and a ticket that does not close, each tell their way out', async () => {
  const d = await desk({ policy: redacting })
  const chat = await planned(d, { subject: cases.chatter.email, user: cases.chatter.id })
  await approved(d, chat)
  await d.go(chat)
  await expectTold(d, chat, rejected('chat-goes-on'))
  expect(chatTickets.active).toBeGreaterThan(0)

  const id = await opened(d, cases.pictured.email)
  await confirmed(d, id, cases.pictured.id)
  await decided(d, id)
  await approved(d, id)
  const required =
    '{"error":"RecordInvalid","details":{"base":[{"description":"A field is required"}]}}'
  d.account.fault({
    kind: 'error-before',
    method: 'PUT',
    path: `/tickets/${pictureTickets.open}$`,
    status: 422,
    says: required,
    times: 0,
  })
  expect(await d.go(id)).toMatchObject({ on: 'human' })
  await expectTold(d, id, rejected('closing-refused'))
  expect((await tracesFound(id, d.hands)).tickets.length).toBeGreaterThan(0)
})

test('a product that never reports is said with the date, and what cannot be restored is counted', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  d.account.fault({ kind: 'product-stuck', application: 'chat' })
  d.account.fault({
    kind: 'error-before',
    method: 'GET',
    path: '/compliance_deletion_statuses$',
    status: 404,
    says: '{"error":"RecordNotFound"}',
    times: 2,
  })
  expect(await d.go(id, 'prove')).toMatchObject({ on: 'time', step: 'prove' })
  for (let looks = 0; looks < 9; looks += 1) {
    if ((await told(d, id)).includes('slept products')) break
    d.clock.pass(120_000)
    await d.step(id)
  }
  await expectTold(d, id, ({ desk: { event } }) => event.products('|').split('|')[0] ?? '')

  const other = await desk()
  const stopped = await planned(other)
  await approved(other, stopped)
  other.onWrite = async ({ method, path }) => {
    if (method !== 'DELETE' || path.includes('deleted_tickets')) return
    other.onWrite = () => {}
    await stop({ id: stopped, by: officer, code: 'stopped' }, other.hands)
  }
  expect(await other.go(stopped)).toMatchObject({ on: 'halt' })
  other.account.fault({
    kind: 'error-before',
    method: 'PUT',
    path: '/restore',
    status: 404,
    says: '{"error":"RecordNotFound"}',
    times: 0,
  })
  const { restored, left } = await restoreTickets({ id: stopped, by: officer }, other.hands)
  expect(left).toBeGreaterThan(0)
  await expectTold(other, stopped, ({ desk: { event } }) => event.restored(restored, left))
  other.account.clearFaults()
  await goOn({ id: stopped, by: lead }, other.hands)
  expect(await told(other, stopped)).toContain('restored done')
})
