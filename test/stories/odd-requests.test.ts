import { expect, test } from 'vitest'
import { camille, others } from '../../sandbox/zendesk/sample/people.ts'
import {
  handOver,
  openRequest,
  planShown,
  stop,
  tracesFound,
  turnBack,
} from '../../src/flows/index.ts'
import { decideNow } from '../support/deeds.ts'
import { agentDoes, effectsOf, writes, writesOf } from './support/account.ts'
import { lead } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { faultsOf, refuses, told } from './support/journal.ts'
import {
  approved,
  camilles,
  confirmed,
  decided,
  finished,
  nadias,
  opened,
  planned,
  wordOf,
} from './support/way.ts'

/** Lead and officer do what they are asked for, however often. */
async function throughAsks(d: Desk, id: string): Promise<void> {
  for (let asks = 0; asks < 10; asks += 1) {
    const resting = await d.go(id)
    if (resting.on !== 'human') return
    if (resting.step === 'decide-traces') await decided(d, id)
    else if (resting.step === 'approve') await approved(d, id)
    else if (resting.step === 'hand-over') await handOver({ id, by: lead }, d.hands)
    else throw new Error(`nobody knows what to do at ${resting.step}`)
  }
}

test('two requests for one person at once: each effect happens once, and both come to an end', async () => {
  const d = await desk()
  const [first, second] = [await planned(d), await planned(d)]
  await approved(d, first)
  await approved(d, second)

  await Promise.all([throughAsks(d, first), throughAsks(d, second)])

  const effects = effectsOf(d).filter((effect) => !effect.startsWith('comment.'))
  expect(effects).toEqual([...new Set(effects)])
  expect([await told(d, first), await told(d, second)].map((lines) => lines.at(-1))).toEqual([
    'sealed',
    'sealed',
  ])
  expect(await faultsOf(d)).toEqual([])
})

test('two accounts of one person go together', async () => {
  const d = await desk()
  const id = await opened(d, 'name:Emma Whitfield')
  await confirmed(d, id, others.twiceA.id, others.twiceB.id)
  await decided(d, id)
  await approved(d, id)

  expect(await d.go(id)).toEqual({ on: 'human', step: 'hand-over' })
  expect((await d.request(id)).plan?.counts['users']).toBe(2)
})

test('from so many people on, the quorum of many people is asked for', async () => {
  const d = await desk({ policy: { manyPeople: 2 } })
  const id = await opened(d, 'name:Emma Whitfield')
  await confirmed(d, id, others.twiceA.id, others.twiceB.id)
  await decided(d, id)
  await approved(d, id)

  expect(await d.go(id)).toEqual({ on: 'human', step: 'approve' })
  expect(writesOf(d)).toEqual([])
})

test('somebody else’s ticket that is to go needs a second officer', async () => {
  const d = await desk()
  const id = await planned(d, camilles, {
    tickets: { 47771: { action: 'delete', code: 'all-about-her' } },
  })
  await approved(d, id)

  expect(await d.go(id)).toEqual({ on: 'human', step: 'approve' })
  expect(writesOf(d)).toEqual([])
})

test('texts of every kind are matched, blacked out and proved', async () => {
  const d = await desk()
  const odd = [
    `🗻🗻 ${camille.email} 🗻 ﬁn`,
    `\u202E${camille.email}\u202C \u0000 <script>alert("${camille.email}")</script>`,
    `${'x'.repeat(20_000)} ${camille.email} ${'y'.repeat(20_000)}`,
    `&lt;${camille.email}&gt; &amp;amp; <redact>${camille.email}</redact>`,
    `C\u0327amille Lefe\u0300vre, CAMILLE LEFÈVRE, camille\u00A0lefèvre`,
  ]
  for (const text of odd) await writes(d, 47771, text)
  const id = await planned(d, camilles)

  expect(await finished(d, id)).toEqual({ on: 'nothing' })

  expect(await told(d, id)).toContain('closed done')
  const bodies = d.account.state().comments.filter((c) => c.ticket_id === 47771)
  expect(bodies.filter(({ html_body }) => /camille\.lefevre@/i.test(html_body))).toEqual([])
})

test('reasons and dates that are none are refused', async () => {
  const d = await desk()
  const id = await planned(d)
  const asked = { right: 'erasure', subject: '#48213', by: lead } as const

  await refuses(stop({ id, by: lead, code: 'Mme Benali a appelé' }, d.hands), 'reason-missing')
  const sentBack = { ...(await wordOf(d, id)), how: 'sent-back', code: 'Nadia!' } as const
  await refuses(turnBack(sentBack, d.hands), 'reason-missing')
  for (const received of ['yesterday', '2027-01-01T00:00:00.000Z']) {
    await refuses(openRequest({ ...asked, received }, d.hands), 'received-unclear')
  }
  await refuses(
    stop({ id: '01M83T4CM0N4QBBSWMGQ0PXMG5', by: lead, code: 'stopped' }, d.hands),
    'unknown-request',
  )

  expect(JSON.stringify(await d.journal(id))).not.toMatch(/Benali|Nadia/)
  expect(await faultsOf(d)).toEqual([])
})

test('her own open ticket under hold is neither closed nor deleted, and she stays with it', async () => {
  const d = await desk()
  await agentDoes(d, 'PUT', '/tickets/47310', { ticket: { tags: ['legal_hold'] } })
  const id = await opened(d, nadias.subject)
  await confirmed(d, id, nadias.user)
  const { tickets } = await tracesFound(id, d.hands)
  expect(tickets.find((t) => t.id === 47310)?.proposal).toEqual({
    action: 'keep',
    code: 'legal-hold',
  })
  await decideNow({ id, by: lead, choices: {} }, d.hands)
  await d.go(id)
  const { items } = await planShown(id, d.hands)
  expect(items.map(({ operation: { kind }, address }) => [kind, address.ticket])).toEqual([
    ['ticket.delete', 26845],
    ['ticket.purge', 26845],
    ['answer.send', 48090],
    ['ticket.delete', 48090],
    ['ticket.purge', 48090],
  ])

  expect(await finished(d, id)).toEqual({ on: 'nothing' })

  expect((await told(d, id)).slice(-3)).toEqual([
    'proved legal-hold',
    'closed partly-done',
    'sealed',
  ])
  expect(effectsOf(d).filter((effect) => effect.startsWith('user.'))).toEqual([])
})
