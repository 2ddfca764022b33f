import { expect, test } from 'vitest'
import { cases, pictureTickets, sharedWriters } from '../../sandbox/zendesk/sample/case-people.ts'
import { addToDraft, draftOf, planShown, tracesFound, turnBack } from '../../src/flows/index.ts'
import { decideNow, seenNow } from '../support/deeds.ts'
import { lead } from './support/cast.ts'
import { desk } from './support/desk.ts'
import { refuses } from './support/journal.ts'
import { confirmed, decided, opened, planned, wordOf } from './support/way.ts'

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
