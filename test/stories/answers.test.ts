import { expect, test } from 'vitest'
import { others } from '../../sandbox/zendesk/sample/people.ts'
import { answersToHandOver, handOver, tracesFound } from '../../src/flows/index.ts'
import { decideNow } from '../support/deeds.ts'
import { agentDoes, effectsOf, writesOf } from './support/account.ts'
import { lead } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { faultsOf, refuses, told } from './support/journal.ts'
import {
  approved,
  type Case,
  confirmed,
  decided,
  finished,
  nadias,
  opened,
  planned,
} from './support/way.ts'

/** What was sent to the person. */
const answersOf = (d: Desk): string[] =>
  writesOf(d).flatMap(({ body }) => {
    const text = JSON.stringify(body)
    return /R-2026-\d{4} · /.test(text) ? [text] : []
  })

const margauxs: Case = { subject: '#48168', user: 360001304386 }
const liams: Case = { subject: '#48262', user: 360001306033 }

test.each([
  ['French', margauxs, 'Vous nous avez demandé l’effacement'],
  ['English', liams, 'You asked us to erase your personal data'],
] as const)(
  'the person is answered in %s, once, with a receipt that opens her own request',
  async (_, whose, words) => {
    const d = await desk()
    const id = await planned(d, whose)
    const opening = Object.values(
      (await d.hands.store.read(id, 'subject')) as Record<string, { salt: string }>,
    )[0]

    expect(await finished(d, id)).toEqual({ on: 'nothing' })

    const answers = answersOf(d)
    expect(answers).toHaveLength(1)
    expect(answers[0]).toContain(words)
    expect(answers[0]).toContain(`R-2026-0001 · ${opening?.salt}`)
  },
)

test('before the user goes there is always an answer; the own ticket goes only after it', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  expect(await d.go(id, 'answer-leaves')).toMatchObject({ on: 'time', step: 'answer-leaves' })

  expect(answersOf(d)).toHaveLength(1)
  expect(effectsOf(d).filter((effect) => /48090|user/.test(effect))).toEqual([])
})

const obstacles: readonly (readonly [string, object, string])[] = [
  [
    'somebody is in copy',
    { email_ccs: [{ user_id: others.julien.id, action: 'put' }] },
    'others-in-copy',
  ],
  ['the ticket is closed', { status: 'closed' }, 'ticket-closed'],
]

test.each(obstacles)(
  'where %s, the lead hands the answer over himself',
  async (_, change, code) => {
    const d = await desk()
    await agentDoes(d, 'PUT', '/tickets/48090', { ticket: change })
    const id = await opened(d, nadias.subject)
    await confirmed(d, id, nadias.user)
    expect((await tracesFound(id, d.hands)).index.answer).toMatchObject({ how: 'by-hand', code })
    const reply = { answer: { how: 'reply' } } as const
    await refuses(decideNow({ id, by: lead, choices: reply }, d.hands), 'action-impossible')
    await decided(d, id)
    await refuses(handOver({ id, by: lead }, d.hands), 'not-waiting')
    await approved(d, id)

    expect(await d.go(id)).toEqual({ on: 'human', step: 'hand-over' })
    expect(effectsOf(d).filter((effect) => /48090|user/.test(effect))).toEqual([])

    await handOver({ id, by: lead }, d.hands)
    expect(await d.go(id)).toEqual({ on: 'nothing' })
    expect(answersOf(d)).toEqual([])
    expect(await told(d, id)).toContain('closed done')
    expect(await faultsOf(d)).toEqual([])
  },
)

test('without a ticket of hers the lead hands the answer over himself', async () => {
  const d = await desk()
  const id = await planned(d, { subject: others.hanna.email, user: others.hanna.id })
  await approved(d, id)

  expect(await d.go(id)).toEqual({ on: 'human', step: 'hand-over' })
  const { answers } = await answersToHandOver(id, d.hands)
  expect(answers).toHaveLength(1)
  const words = await answers[0]?.text()
  expect(words).toMatch(/^Hello,/)
  expect(words).toMatch(/R-2026-0001 · [0-9a-f]{64}/)

  await handOver({ id, by: lead }, d.hands)
  expect(await d.go(id)).toEqual({ on: 'nothing' })
})

test('to a suspended person Zendesk sends nothing, so the lead hands the answer over', async () => {
  const d = await desk()
  await agentDoes(d, 'PUT', `/users/${nadias.user}`, { user: { suspended: true } })
  const id = await opened(d, nadias.subject)
  await confirmed(d, id, nadias.user)

  expect((await tracesFound(id, d.hands)).index.answer).toMatchObject({
    how: 'by-hand',
    code: 'requester-suspended',
  })
})

test('somebody who comes into copy in the last moment does not read the answer either', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  const { reply } = d.hands.zendesk.tickets
  Object.assign(d.hands.zendesk.tickets, {
    reply: async (...asked: Parameters<typeof reply>) => {
      d.clock.pass(1_000)
      const ccs = { email_ccs: [{ user_id: others.julien.id, action: 'put' }] }
      await agentDoes(d, 'PUT', '/tickets/48090', { ticket: ccs })
      Object.assign(d.hands.zendesk.tickets, { reply })
      return await reply(...asked)
    },
  })

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })

  expect(effectsOf(d).filter((effect) => effect.startsWith('comment.created'))).toEqual([])
})

test('somebody who comes into copy after the approval does not read the answer', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  await agentDoes(d, 'PUT', '/tickets/48090', {
    ticket: { email_ccs: [{ user_id: others.julien.id, action: 'put' }] },
  })

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
  expect(answersOf(d)).toEqual([])

  await decided(d, id)
  expect(await finished(d, id)).toEqual({ on: 'human', step: 'hand-over' })
  expect(answersOf(d)).toEqual([])
})

test('the lead’s own words go out as he wrote them, with the receipt', async () => {
  const d = await desk()
  const text = 'Chère Nadia, c’est fait. 🗑️ "<b>&" \u202E fin'
  const id = await planned(d, nadias, { answer: { text } })
  let sent = ''
  d.onWrite = ({ path }) => {
    if (!path.endsWith('/tickets/48090')) return
    sent = d.account.state().comments.findLast((c) => c.ticket_id === 48090)?.body ?? ''
  }

  await finished(d, id)

  expect(sent).toContain('Chère Nadia, c’est fait. 🗑️')
  expect(sent).toMatch(/R-2026-0001 · [0-9a-f]{64}/)
})

test('an answer whose reply is lost and lands late is not sent a second time', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  d.account.fault({ kind: 'late', ms: 32_500, method: 'PUT', path: '/tickets/48090$' })
  d.account.fault({ kind: 'error-before', method: 'PUT', path: '/tickets/48090$' })

  expect(await d.go(id)).toEqual({ on: 'nothing' })

  expect(effectsOf(d).filter((effect) => effect.startsWith('comment.created'))).toHaveLength(1)
  expect(await told(d, id)).toContain('closed done')
  expect(await faultsOf(d)).toEqual([])
})
