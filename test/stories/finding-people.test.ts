import { expect, test } from 'vitest'
import {
  absent,
  cases,
  formattedTickets,
  phoneForms,
} from '../../sandbox/zendesk/sample/case-people.ts'
import { confirmPeople, decideTraces, openRequest, tracesFound } from '../../src/flows/index.ts'
import { seenNow } from '../support/deeds.ts'
import { lead } from './support/cast.ts'
import { desk } from './support/desk.ts'
import { confirmed } from './support/way.ts'

test('of two people in one request, each ticket says whom it is about', async () => {
  const d = await desk()
  const { phoned, formatted } = cases
  const subject = `${phoned.email}\n${formatted.email}`
  const { id } = await openRequest({ right: 'erasure', subject, by: lead }, d.hands)
  await d.go(id)
  await confirmed(d, id, phoned.id, formatted.id)

  const { tickets } = await tracesFound(id, d.hands)
  const about = (ticket: number) => tickets.find((find) => find.id === ticket)?.people
  expect(phoneForms.map(({ ticket }) => about(ticket))).toEqual(phoneForms.map(() => [0]))
  expect(formattedTickets.map(about)).toEqual(formattedTickets.map(() => [1]))
})

test('a person without any user is looked for by what the lead knows, in others’ tickets and held-back mails', async () => {
  const d = await desk()
  const subject = `name:${absent.name}`
  const { id } = await openRequest({ right: 'erasure', subject, by: lead }, d.hands)
  await d.go(id)
  const terms = [
    { kind: 'name', value: absent.name },
    { kind: 'email', value: absent.email },
    { kind: 'phone', value: absent.phone },
  ] as const
  const seen = await seenNow(id, 'people', d.hands)
  await confirmPeople({ id, by: lead, seen, users: [], terms }, d.hands)
  await d.go(id)

  const { index, tickets } = await tracesFound(id, d.hands)
  expect(tickets.map((find) => find.id)).toEqual([...absent.tickets])
  expect(tickets.filter(({ relation }) => relation === 'own')).toEqual([])
  expect(index.suspended.map((mail) => mail.id)).toEqual([absent.suspended])
  expect(index.answer.how).toBe('by-hand')
})

test('a second round says of each ticket in which round it was found first', async () => {
  const d = await desk()
  const { aside } = cases
  const { id } = await openRequest({ right: 'erasure', subject: aside.email, by: lead }, d.hands)
  await d.go(id)
  await confirmed(d, id, aside.id)
  const before = await tracesFound(id, d.hands)
  const term = { kind: 'email', value: absent.email, strength: 'strong' } as const
  const choices = { acceptTerms: [term] }
  await decideTraces({ id, by: lead, seen: before.seen, choices }, d.hands)
  await d.go(id)

  const { tickets } = await tracesFound(id, d.hands)
  const rounds = new Map(tickets.map((find) => [find.id, find.round]))
  expect(before.tickets.map((find) => rounds.get(find.id))).toEqual(before.tickets.map(() => 1))
  expect(rounds.get(absent.tickets[2])).toBe(2)
})
