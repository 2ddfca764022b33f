import { expect, test } from 'vitest'
import { maskFor } from '../../src/exports/bundle/mask.ts'
import { namedBeside } from '../../src/exports/bundle/named-beside.ts'
import { redrawn } from '../../src/exports/bundle/redrawn.ts'
import type { CollectedTicket } from '../../src/records/collected.ts'
import { wordsFor } from '../../src/words/index.ts'

const own = ['Camille Martin', 'camille@example.com']
const ticket: CollectedTicket = {
  kind: 'ticket',
  gives: 'whole',
  id: 1,
  as: ['requester'],
  ticket: {
    id: 1,
    via: { source: { from: { name: 'Camille M.', address: 'Camille@example.com' } } },
  },
  comments: [],
  audits: [
    {
      id: 5,
      events: [
        { id: 6, type: 'Change', field_name: 'assignee_id', value: '8', previous_value: '9' },
      ],
    },
    { id: 7, events: [{ id: 8, type: 'Notification', recipients: [9] }] },
  ],
  sideConversations: [
    {
      id: 'a',
      participants: [{ name: 'Karim Haddad', email: 'karim@example.org' }],
      preview_text: 'Karim, could you look?',
    },
  ],
  ratings: [],
  parties: [
    { id: 8, name: 'Inès Aubry', identifiers: ['ines@example.com'], is: 'staff' },
    { id: 9, name: 'Paul Durand', identifiers: [], is: 'other' },
  ],
  files: [],
}
const words = wordsFor('en').bundle
const order = { regime: 'gdpr' as const, lifted: [], country: 'FR' }
const mask = maskFor([...ticket.parties, ...namedBeside(ticket, own)], { order, words, own })

test('who is only written to in a side conversation is masked there', () => {
  const text = JSON.stringify(redrawn(ticket.sideConversations, mask))
  expect(text).not.toMatch(/Karim|Haddad/)
  expect(JSON.stringify(redrawn(ticket.ticket, mask))).toContain('Camille M.')
})

test('a ticket’s history names nobody by his number in the account', () => {
  const [change, notice] = ticket.audits.map((audit) => JSON.stringify(redrawn(audit, mask)))
  expect(change).toContain(`"value":"${words.staff}"`)
  expect(change).toContain(`"previous_value":"${words.somebodyElse(1)}"`)
  expect(notice).toContain(`"recipients":["${words.somebodyElse(1)}"]`)
})
