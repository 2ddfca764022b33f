import { expect, test } from 'vitest'
import {
  cases,
  chatTickets,
  pictureTickets,
  sharedWriters,
} from '../../sandbox/zendesk/sample/case-people.ts'
import {
  addToDraft,
  draftOf,
  handOver,
  planShown,
  restoreTickets,
  stop,
  tracesFound,
  turnBack,
} from '../../src/flows/index.ts'
import { decideNow, seenNow } from '../support/deeds.ts'
import { writesOf } from './support/account.ts'
import { lead, officer } from './support/cast.ts'
import { desk } from './support/desk.ts'
import { refuses, told } from './support/journal.ts'
import { approved, confirmed, decided, opened, planned, wordOf } from './support/way.ts'

const redacting = { ownTickets: 'redact' } as const

test('a ticket that waits for its people to close it still waits when the plan comes back', async () => {
  const d = await desk({ policy: redacting })
  const id = await opened(d, cases.pictured.email)
  await confirmed(d, id, cases.pictured.id)
  await decided(d, id, {
    tickets: {
      [pictureTickets.open]: { action: 'keep', code: 'contract', unclosed: 'wait' },
    },
  })
  await turnBack({ ...(await wordOf(d, id)), how: 'sent-back', code: 'other' }, d.hands)
  await d.go(id)
  await decideNow({ id, by: lead, choices: {} }, d.hands)
  await d.go(id)
  const { plan, items } = await planShown(id, d.hands)
  expect(items.map(({ operation }) => operation.kind)).not.toContain('ticket.close')
  expect(plan.kept.map(({ code }) => code)).toContain('waits-for-closing')
})

test('what somebody has seen in a file is not forgotten by another word on its ticket', async () => {
  const d = await desk({ policy: redacting })
  const id = await opened(d, cases.pictured.email)
  await confirmed(d, id, cases.pictured.id)
  const { tickets } = await tracesFound(id, d.hands)
  const find = tickets.find((one) => one.id === pictureTickets.open)
  const [file] = find?.attachments ?? []
  const passages = (find?.passages ?? []).map(({ key }) => key)
  const word = { action: 'redact', passages } as const
  const files = { [String(file?.id)]: { verdict: 'redact', by: lead.user } } as const
  await decided(d, id, { tickets: { [pictureTickets.open]: { ...word, files } } })
  await turnBack({ ...(await wordOf(d, id)), how: 'sent-back', code: 'other' }, d.hands)
  await d.go(id)

  await decideNow({ id, by: lead, choices: { tickets: { [pictureTickets.open]: word } } }, d.hands)
  await d.go(id)

  const { items } = await planShown(id, d.hands)
  const going = items.flatMap(({ change }) => JSON.stringify(change ?? '')).join(' ')
  expect(going).toContain(`"id":${file?.id}`)
})

test('what was chosen about finds is not applied to later ones by way of who the person is', async () => {
  const d = await desk()
  const id = await planned(d)
  const traces = await seenNow(id, 'traces', d.hands)
  const people = await seenNow(id, 'people', d.hands)
  const classes = [{ relation: 'own', action: 'keep', code: 'contract' }] as const
  await addToDraft({ id, by: lead, seen: traces, more: { classes } }, d.hands)
  await addToDraft({ id, by: lead, seen: people, more: { users: [1] } }, d.hands)
  expect((await draftOf(id, d.hands))?.classes).toBeUndefined()
})

test('a word on many answers what was asked of each of them', async () => {
  const d = await desk({ policy: redacting })
  const id = await opened(d, cases.chatter.email)
  await confirmed(d, id, cases.chatter.id)
  const { tickets } = await tracesFound(id, d.hands)
  expect(tickets.map(({ proposal }) => proposal.action)).toEqual(['ask', 'ask', 'ask'])
  const classes = [{ proposed: ['ask'], action: 'keep', code: 'contract' }] as const

  await decideNow({ id, by: lead, choices: { classes } }, d.hands)
  await d.go(id)

  const { plan } = await planShown(id, d.hands)
  expect(plan.kept.filter(({ code }) => code === 'contract')).toHaveLength(3)
})

test('a word on all tickets of a mailbox deletes none that somebody else has signed', async () => {
  const d = await desk()
  const id = await opened(d, cases.shared.email)
  await confirmed(d, id, cases.shared.id)
  const classes = [{ relation: 'own', action: 'delete' }] as const
  await refuses(decideNow({ id, by: lead, choices: { classes } }, d.hands), 'still-undecided')

  const asked = [{ proposed: ['ask'], why: ['other-sender'], action: 'delete' }] as const
  await decideNow({ id, by: lead, choices: { classes: asked } }, d.hands)
  await d.go(id)
  const { items } = await planShown(id, d.hands)
  const gone = items.filter(({ operation }) => operation.kind === 'ticket.purge')
  expect(gone.map(({ address }) => address.ticket)).toEqual(
    expect.arrayContaining(sharedWriters.map(({ ticket }) => ticket)),
  )
})

/** Messages of a chat are blacked out, and the rest of the person's tickets stays. */
async function chatDone(again: (text: string) => string): Promise<string[]> {
  const d = await desk({ policy: redacting })
  const id = await opened(d, cases.chatter.email)
  await confirmed(d, id, cases.chatter.id)
  const keep = { action: 'keep', code: 'contract' } as const
  const { tickets } = await tracesFound(id, d.hands)
  const { active, closed, ended } = chatTickets
  const messages = tickets
    .filter((find) => find.id === ended)
    .flatMap(({ passages }) => passages.filter(({ where }) => where === 'chat'))
  const redact = { action: 'redact', passages: messages.map(({ key }) => key) } as const
  await decided(d, id, { tickets: { [active]: keep, [closed]: keep, [ended]: redact } })
  await approved(d, id)
  expect(await d.go(id)).toEqual({ on: 'human', step: 'hand-over' })
  const { chats } = d.hands.zendesk
  const inTicket = chats.inTicket.bind(chats)
  chats.inTicket = async function* (ticket) {
    for await (const chat of inTicket(ticket)) {
      const said = chat.messages.map((one) => ({ ...one, text: again(one.text ?? '') }))
      yield ticket === ended ? { ...chat, messages: said } : chat
    }
  }
  await handOver({ id, by: lead }, d.hands)
  await d.go(id)
  return await told(d, id)
}

test('what a chat still says when all is done is found by the proof, also where its comments say nothing', async () => {
  const still = await chatDone(() => `Write to ${cases.chatter.email}`)
  expect(still).toContain('proved unexplained')
})

test('messages that were left in a chat by a human’s word are explained by it', async () => {
  const over = await chatDone((text) => text)
  expect(over).toContain('proved proved')
})

test('a desk that only rehearses takes nothing back in the account either', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  d.onWrite = async ({ method, path }) => {
    if (method !== 'DELETE' || path.includes('deleted_tickets')) return
    d.onWrite = () => {}
    await stop({ id, by: officer, code: 'stopped' }, d.hands)
  }
  expect(await d.go(id)).toMatchObject({ on: 'halt' })
  const before = writesOf(d).length
  d.rehearsal = true
  await refuses(restoreTickets({ id, by: officer }, d.hands), 'paused')
  expect(writesOf(d)).toHaveLength(before)
})

test('the messages of a chat of the person’s own go also where it was to be deleted and stays after all', async () => {
  const d = await desk()
  const id = await opened(d, cases.chatter.email)
  await confirmed(d, id, cases.chatter.id)
  const { tickets } = await tracesFound(id, d.hands)
  const ended = tickets.find((find) => find.id === chatTickets.ended)
  expect(ended?.proposal.action).toBe('delete')
  const passages = (ended?.passages ?? []).map(({ key }) => key)
  await decided(d, id, { tickets: { [chatTickets.ended]: { action: 'redact', passages } } })
  const { items } = await planShown(id, d.hands)
  expect(items.map(({ operation }) => operation.kind)).toContain('chat.redact')
})
