import { expect, test } from 'vitest'
import { camille, others } from '../../sandbox/zendesk/sample/people.ts'
import { approveLess, planShown, tracesFound, turnBack } from '../../src/flows/index.ts'
import { decideNow } from '../support/deeds.ts'
import { agentDoes, effectsOf, writes } from './support/account.ts'
import { lead, officer, second } from './support/cast.ts'
import { desk } from './support/desk.ts'
import { told } from './support/journal.ts'
import {
  approved,
  carefully,
  confirmed,
  decided,
  nadias,
  opened,
  planned,
  wordOf,
} from './support/way.ts'

test('what the lead kept stays kept when the plan comes back, without being said again', async () => {
  const d = await desk()
  const id = await opened(d, nadias.subject)
  await confirmed(d, id, nadias.user)
  const { tickets } = await carefully(d, id)
  const keep = { 26845: { action: 'keep', code: 'contract' } } as const
  await decideNow({ id, by: lead, choices: { tickets: { ...tickets, ...keep } } }, d.hands)
  await d.go(id)
  await turnBack({ ...(await wordOf(d, id)), how: 'sent-back', code: 'other' }, d.hands)
  await d.go(id)

  await decideNow({ id, by: lead, choices: {} }, d.hands)
  await d.go(id)

  const { items } = await planShown(id, d.hands)
  expect(items.filter(({ address }) => address.ticket === 26845)).toEqual([])
})

test('what an approver left out is not proposed again after a drift', async () => {
  const d = await desk()
  const id = await planned(d)
  const { digest, plan, items } = await planShown(id, d.hands)
  const left = items.find(
    ({ operation, address }) => operation.kind === 'ticket.delete' && address.ticket === 26845,
  )
  const ticketsToGo = plan.operations.filter(({ kind }) => kind === 'ticket.purge').length - 1
  const word = { id, by: officer, digest, without: [left?.n ?? 0], ticketsToGo }
  await approveLess(word, d.hands)
  await writes(d, 47310, 'One more question.', others.nadia.id)
  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })

  const { tickets } = await tracesFound(id, d.hands)

  expect(tickets.find((find) => find.id === 26845)?.proposal).toMatchObject({ action: 'keep' })
})

test('a hold on the person halts also where a hold on a ticket keeps her already', async () => {
  const d = await desk()
  await agentDoes(d, 'PUT', '/tickets/47310', { ticket: { tags: ['legal_hold'] } })
  const id = await planned(d)
  await approved(d, id)
  await agentDoes(d, 'PUT', `/users/${nadias.user}`, { user: { tags: ['legal_hold'] } })

  expect(await d.go(id)).toEqual({ on: 'halt', code: 'legal-hold' })

  expect(effectsOf(d)).toEqual([])
})

test('what is written in a kept ticket after the decision stands against the proof', async () => {
  const d = await desk()
  const id = await opened(d, '#48213')
  await confirmed(d, id, camille.id)
  const keep = { 46988: { action: 'keep', code: 'contract' } } as const
  await decided(d, id, { tickets: keep })
  await approved(d, id)
  await writes(d, 46988, `Her address is ${camille.email}.`)

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })

  expect(await told(d, id)).toContain('proved unexplained')
})

test('a begun plan that has lost its quorum can be sent back', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  d.onWrite = () => {
    d.onWrite = () => {}
    d.people.set(officer, { active: false })
  }
  expect(await d.go(id)).toEqual({ on: 'human', step: 'approve' })

  const back = { ...(await wordOf(d, id, second)), how: 'sent-back', code: 'other' } as const
  await turnBack(back, d.hands)

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
})
