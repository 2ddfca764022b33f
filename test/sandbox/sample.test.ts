import { expect, test } from 'vitest'
import {
  camille,
  ccdTickets,
  homonym,
  homonymTickets,
  mentions,
  ownTickets,
  suspendedTicket,
  weakMention,
} from '../../sandbox/zendesk/sample/people.ts'
import { account, monday, query } from './account.ts'

const folded = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ')
const digits = (text: string): string => text.replaceAll(/\D/g, '')
const age = (at: string): number => (monday - Date.parse(at)) / 86_400_000
const speaksOfHer = (text: string): boolean =>
  /camille lefevre|lefevre camille|camille\.lefevre@example\.com|c\.lefevre@example\.net/.test(
    folded(text),
  ) || digits(text).includes('639981234')

test('the sample has a hundred and seven users and six hundred tickets, the same each time', async () => {
  const [first, second] = [await account(), await account()]

  const { users, tickets } = first.state()

  expect([users.length, tickets.length]).toEqual([107, 600])
  expect(Math.max(...tickets.map(({ id }) => id))).toBeGreaterThan(48_300)
  expect(second.state()).toEqual(first.state())
})

test('her tickets, and nobody else has one of them', async () => {
  const { state } = await account()
  const { tickets } = state()

  expect(
    tickets
      .filter(({ requester_id }) => requester_id === camille.id)
      .map(({ id }) => id)
      .toSorted((a, b) => a - b),
  ).toEqual([...ownTickets])
  expect(
    tickets.filter(({ email_cc_ids }) => email_cc_ids.includes(camille.id)).map(({ id }) => id),
  ).toEqual([...ccdTickets])
  expect(
    tickets
      .filter(({ requester_id }) => requester_id === homonym.id)
      .map(({ id }) => id)
      .toSorted((a, b) => a - b),
  ).toEqual([...homonymTickets])
})

test('she is mentioned exactly where the story says', async () => {
  const { state } = await account()
  const { tickets, comments } = state()
  const aside = new Set<number>([...ownTickets, ...homonymTickets])
  const others = tickets.filter(({ id }) => !aside.has(id))

  const inComments = comments.filter(
    ({ ticket_id, html_body, body }) =>
      !aside.has(ticket_id) && speaksOfHer(`${html_body}\n${body}`),
  )
  const inTickets = others.filter(({ subject, custom_fields }) =>
    speaksOfHer([subject, ...custom_fields.map(({ value }) => value)].join('\n')),
  )

  const told = new Set(mentions.flatMap(({ comment }) => comment ?? []))
  expect(new Set(inComments.map(({ id }) => id))).toEqual(told)
  expect(inTickets.map(({ id }) => id)).toEqual([48151])
  expect(told).not.toContain(weakMention.comment)
})

test('every ticket that mentions her can be reached by a list or a search', async () => {
  const { get } = await account()
  const asked = [
    '"Camille Lefèvre"',
    '"LEFEVRE Camille"',
    camille.email,
    '"06 39 98 12 34"',
    '0639981234',
    '33.6.39.98.12.34',
    '"0033 6 39 98 12 34"',
    `cc:${camille.id}`,
  ]

  const pages = await Promise.all(
    asked.map(
      async (text) =>
        await get(
          `/search/export${query({ query: text, 'filter[type]': 'ticket', 'page[size]': '1000' })}`,
        ),
    ),
  )

  const reached = new Set(pages.flatMap(({ all }) => all('results', 'id')))
  expect(mentions.map(({ ticket }) => ticket).filter((id) => !reached.has(id))).toEqual([])
})

test('her request is open, in French, from her address and without a copy', async () => {
  const { get } = await account()

  const { at } = await get('/tickets/48213')
  const user = await get(`/users/${camille.id}`)

  expect(at('ticket')).toMatchObject({
    status: 'open',
    requester_id: camille.id,
    email_cc_ids: [],
    via: { channel: 'email', source: { from: { address: camille.email } } },
  })
  expect(user.at('user')).toMatchObject({ locale: 'fr', role: 'end-user', phone: camille.phone })
})

test('archived tickets are closed and old, recent ones are not archived', async () => {
  const { state } = await account()
  const { tickets } = state()

  const archived = tickets.filter((ticket) => ticket.archived)

  expect(archived.every(({ status }) => status === 'closed')).toBe(true)
  expect(archived.every(({ updated_at }) => age(updated_at) > 120)).toBe(true)
  expect(
    tickets.filter((ticket) => !ticket.archived).every(({ updated_at }) => age(updated_at) < 150),
  ).toBe(true)
  expect(archived.length).toBeGreaterThan(300)
})

test('addresses and numbers are of the kinds that nobody has', async () => {
  const { state } = await account()
  const { users, identities, suspended_tickets } = state()
  const addresses = [
    ...users.flatMap(({ email }) => email ?? []),
    ...identities.filter(({ type }) => type === 'email').map(({ value }) => value),
  ]
  const numbers = identities.filter(({ type }) => type === 'phone_number').map(({ value }) => value)

  expect(addresses.filter((address) => !/[@.]example\.(com|org|net)$/.test(address))).toEqual([])
  expect(
    numbers.filter(
      (number) => !/^(\+1555-?01\d\d|\+3363998\d{4}|\+3319900\d{4}|\+447700900\d{3})$/.test(number),
    ),
  ).toEqual([])
  expect(
    suspended_tickets.some(
      ({ id, author }) => id === suspendedTicket && author.email === camille.second,
    ),
  ).toBe(true)
})
