import { expect, test } from 'vitest'
import {
  callTickets,
  cases,
  chatTickets,
  phoneForms,
  pictureTickets,
  quietTag,
  ruleIds,
  sharedWriters,
  sideTickets,
  tracedTickets,
} from '../../sandbox/zendesk/sample/case-people.ts'
import { tracesFound } from '../../src/flows/index.ts'
import { agentDoes } from './support/account.ts'
import { type Desk, desk } from './support/desk.ts'
import { confirmed, opened } from './support/way.ts'

/** What is found of a person of the sample account, told apart by address. */
async function foundOf(d: Desk, { id: user, email }: { id: number; email: string }) {
  const id = await opened(d, email)
  await confirmed(d, id, user)
  const { index, tickets } = await tracesFound(id, d.hands)
  return { index, tickets, of: (ticket: number) => tickets.find((find) => find.id === ticket) }
}

const redacting = { policy: { ownTickets: 'redact' } } as const

test('every recorded call and every file is a find of its own, with the comment it is in', async () => {
  const d = await desk()
  const caller = await foundOf(d, cases.caller)
  expect(callTickets.map((ticket) => caller.of(ticket)?.calls)).toEqual(
    callTickets.map(() => [{ id: expect.any(String), comment: expect.any(Number) }]),
  )
  expect(caller.of(callTickets[1])?.passages.map(({ where }) => where)).toContain('transcript')
  const pictured = await foundOf(d, cases.pictured)
  const files = pictured.of(pictureTickets.closed)?.attachments ?? []
  expect(files.map(({ name, inline }) => [name, inline])).toEqual([
    ['fermeture.jpg', true],
    ['IMG_2041.png', false],
  ])
})

test('what was written from one mailbox under other names is asked, and the names are proposed', async () => {
  const d = await desk()
  const { index, of } = await foundOf(d, cases.shared)
  for (const { ticket, name } of sharedWriters) {
    expect(of(ticket)?.proposal).toEqual({ action: 'ask', code: 'other-sender' })
    expect(of(ticket)?.evidence).toContainEqual({ code: 'other-sender-name', speaks: 'against' })
    const proposed = index.proposedTerms.find(({ term }) => term.value === name)
    expect(proposed?.term).toEqual({ kind: 'name', value: name, strength: 'weak' })
  }
})

test('a rating that names the person is found, and named as out of reach', async () => {
  const d = await desk()
  const { of, index } = await foundOf(d, cases.traced)
  expect(of(tracedTickets.rated)?.passages.map(({ where }) => where)).toContain('rating')
  expect(index.sources.find(({ code }) => code === 'ratings')?.found).toBe(1)
})

test('a phone number is found in every written form', async () => {
  const d = await desk()
  const { of } = await foundOf(d, cases.phoned)
  expect(phoneForms.filter(({ ticket }) => !of(ticket)?.passages.length)).toEqual([])
})

test('messages of a chat carry what their redaction is asked for by, where the ticket stays', async () => {
  const d = await desk(redacting)
  const { of } = await foundOf(d, cases.chatter)
  const { passages = [], messages = {}, attachments = [] } = of(chatTickets.ended) ?? {}
  expect(attachments.map(({ name }) => name)).toEqual(['receipt-reyes.pdf'])
  const chat = passages.filter(({ where }) => where === 'chat')
  expect(chat.map(({ hit }) => hit)).toContain(cases.chatter.email)
  const there = chat.map(({ chat: at, spans }) =>
    spans.map(({ start, end }) => messages[`${at?.id}/${at?.message}`]?.slice(start, end)).join(''),
  )
  expect(there).toEqual(chat.map(({ hit }) => hit))
})

test('rules that mail or push what the plan does are named, except those that leave the tag alone', async () => {
  const loud = await foundOf(await desk(), cases.aside)
  expect(loud.index.rules.map(({ id, does }) => [id, does])).toEqual([
    [ruleIds.answer, 'mail'],
    [ruleIds.mailing, 'mail'],
    [ruleIds.pushing, 'push'],
    [ruleIds.survey, 'mail'],
  ])
  const quiet = await foundOf(await desk({ policy: { tag: quietTag } }), cases.aside)
  expect(quiet.index.rules.map(({ id }) => id)).toEqual([ruleIds.answer])
})

test('every place that was looked at is told, with what it gave and when', async () => {
  const d = await desk()
  const { index } = await foundOf(d, cases.aside)
  const told = Object.fromEntries(index.sources.map(({ code, found }) => [code, found]))
  expect(told).toMatchObject({ requested: 1, ccd: 0, commented: 1, suspended: 0 })
  expect(told['search']).toBeGreaterThan(0)
  expect(index.sources.filter(({ at }) => at === undefined)).toEqual([])
})

test('an old subject and a side conversation are named as out of reach, and what is closed to us is said', async () => {
  const redacted = { ...redacting, account: { sideConversations: 'on' } } as const
  const d = await desk(redacted)
  await agentDoes(d, 'PUT', `/tickets/${sideTickets.own}`, {
    ticket: { subject: 'Ski de Grégoire Pinel' },
  })
  await agentDoes(d, 'PUT', `/tickets/${sideTickets.own}`, { ticket: { subject: 'Ski' } })
  const { of, index } = await foundOf(d, cases.aside)
  const history = of(sideTickets.own)?.passages.filter(({ where }) => where === 'history')
  expect(history?.map(({ hit }) => hit)).toEqual(['Grégoire Pinel'])
  expect(index.sources.find(({ code }) => code === 'side-conversations')?.refused).toBeUndefined()
})

test.each([
  ['forbidden', '403'],
  ['absent', '404'],
] as const)('side conversations that are %s are said to be unread', async (how, refused) => {
  const d = await desk({ ...redacting, account: { sideConversations: how } })
  const { index } = await foundOf(d, cases.aside)
  expect(index.sources).toContainEqual(
    expect.objectContaining({ code: 'side-conversations', found: 0, refused }),
  )
})

test('of tickets that go, and of those that only mention the person, nothing but the comments is read', async () => {
  const d = await desk()
  await foundOf(d, cases.aside)
  const paths = d.account.log().map(({ path }) => path)
  expect(paths.filter((path) => /audits|side_conversations/.test(path))).toEqual([])
})
