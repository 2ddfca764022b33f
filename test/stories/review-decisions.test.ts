import { expect, test } from 'vitest'
import { camille, others } from '../../sandbox/zendesk/sample/people.ts'
import { planShown, tracesFound } from '../../src/flows/index.ts'
import { decideNow } from '../support/deeds.ts'
import { writes } from './support/account.ts'
import { lead } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { refuses, told } from './support/journal.ts'
import {
  approved,
  camilles,
  confirmed,
  decided,
  finished,
  nadias,
  opened,
  planned,
} from './support/way.ts'

const another = { kind: 'email', value: 'offers@example.org', strength: 'strong' } as const

const proposalOf = async (d: Desk, id: string, ticket: number) =>
  (await tracesFound(id, d.hands)).tickets.find((find) => find.id === ticket)?.proposal

/** The lead keeps a ticket of Nadia's for a claim, and asks for another round by a new term. */
async function keptForAClaim(d: Desk): Promise<string> {
  const id = await opened(d, nadias.subject)
  await confirmed(d, id, nadias.user)
  const tickets = { 47310: { action: 'keep', code: 'legal-claim' } } as const
  await decideNow({ id, by: lead, choices: { tickets, acceptTerms: [another] } }, d.hands)
  return id
}

test('a ticket that was kept for a claim is proposed to be kept for it in the next round', async () => {
  const d = await desk()
  const id = await keptForAClaim(d)
  await d.go(id)

  expect(await proposalOf(d, id, 47310)).toEqual({ action: 'keep', code: 'legal-claim' })
  await decided(d, id)
  const { items, plan } = await planShown(id, d.hands)
  const deleted = items.filter(({ operation }) => operation.kind === 'ticket.delete')
  expect(deleted.map(({ address }) => address.ticket)).toEqual([26845, 48090])
  expect(plan.kept.map(({ code }) => code)).toContain('legal-claim')
})

test('a kept ticket in which more is written since is asked about', async () => {
  const d = await desk()
  const id = await keptForAClaim(d)
  await writes(d, 47310, 'Et encore une chose.', others.nadia.id)
  await d.go(id)

  expect(await proposalOf(d, id, 47310)).toEqual({ action: 'ask', code: 'changed-since-kept' })
  await refuses(decideNow({ id, by: lead, choices: {} }, d.hands), 'still-undecided')
})

test('a question that nobody answered before the next round is asked in it', async () => {
  const d = await desk()
  const id = await opened(d, camilles.subject)
  await confirmed(d, id, camilles.user)
  await decideNow({ id, by: lead, choices: { acceptTerms: [another] } }, d.hands)
  await d.go(id)

  expect(await proposalOf(d, id, 47771)).toEqual({ action: 'ask', code: 'weak-passages' })
})

test('what a human left when the rest was redacted stays without being asked about again', async () => {
  const d = await desk()
  const comment = 21004794000128
  const passages = [`c${comment}-2`, `c${comment}-3`]
  const id = await planned(d, camilles, { tickets: { 47940: { action: 'redact', passages } } })
  await approved(d, id)
  await d.go(id, 'answer-leaves')
  await writes(d, 48027, `Et dites-le aussi à ${camille.email}, merci.`)

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
  expect(await proposalOf(d, id, 47940)).toEqual({ action: 'keep', code: 'left-before' })
  await decideNow({ id, by: lead, choices: {} }, d.hands)
  await d.go(id)
  expect(await finished(d, id)).toEqual({ on: 'nothing' })
  expect(await told(d, id)).toContain('closed done')
})

test('more about her in a ticket where names were left is taken out, and the names stay', async () => {
  const d = await desk()
  const comment = 21004794000128
  const passages = [`c${comment}-2`, `c${comment}-3`]
  const id = await planned(d, camilles, { tickets: { 47940: { action: 'redact', passages } } })
  await approved(d, id)
  await d.go(id, 'answer-leaves')
  await writes(d, 47940, `Elle écrit de ${camille.email}.`)
  await d.go(id)

  expect(await proposalOf(d, id, 47940)).toMatchObject({ action: 'redact' })
  await decideNow({ id, by: lead, choices: {} }, d.hands)
  await d.go(id)
  expect(await finished(d, id)).toEqual({ on: 'nothing' })
  const left = d.account.state().comments.filter(({ ticket_id: ticket }) => ticket === 47940)
  const text = left.map(({ body }) => body).join(' ')
  expect(text).toContain('Camille Lefèvre')
  expect(text).not.toContain(camille.email)
})
