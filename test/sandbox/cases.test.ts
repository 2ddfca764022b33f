import { expect, test } from 'vitest'
import {
  absent,
  callTickets,
  cases,
  leaverTickets,
  pictureTickets,
  sharedWriters,
  sideTickets,
  tracedTickets,
} from '../../sandbox/zendesk/sample/case-people.ts'
import { camille, commentId, staff } from '../../sandbox/zendesk/sample/people.ts'
import { account, as, query, readOnly } from './account.ts'

const shared = readOnly()

test('a recording plays until it is deleted by an admin; what the comment says of the call stays', async () => {
  const { get, call } = await account()
  const comments = await get(`/tickets/${callTickets[1]}/comments`)
  const id = String(comments.at('comments', 0, 'data', 'call_id'))
  const url = String(comments.at('comments', 0, 'data', 'recording_url'))
  const path = `/channels/voice/calls/${id}/recordings`

  const plays = await call('GET', url)
  const agent = await call('DELETE', path, undefined, as.agent)
  const wrongKind = await call('DELETE', `${path}/call`)
  const deleted = await call('DELETE', `${path}/voicemail`)
  const silent = await call('GET', url)
  const again = await call('DELETE', path)
  const after = await get(`/tickets/${callTickets[1]}/comments`)

  expect([plays, agent, wrongKind, deleted, silent, again].map(({ status }) => status)).toEqual([
    200, 403, 404, 204, 404, 404,
  ])
  expect(after.at('comments', 0)).toMatchObject({
    type: 'VoiceComment',
    data: { call_id: id, transcription_text: expect.stringContaining('Marguerite Faure') },
  })
})

test('a side conversation tells of a third person, and a plan without them says so', async () => {
  const { get } = shared()
  const path = `/tickets/${sideTickets.others}/side_conversations`

  const list = await get(path)
  const none = await get(`/tickets/${sideTickets.own}/side_conversations`)
  const id = String(list.at('side_conversations', 0, 'id'))
  const events = await get(`${path}/${id}/events`)
  const absentHere = await (await account({ account: { sideConversations: 'absent' } })).get(path)
  const forbidden = await (await account({ account: { sideConversations: 'forbidden' } })).get(path)

  expect(list.at('side_conversations', 0, 'preview_text')).toContain('Pinel, 8 chemin des Sources')
  expect(none.rows('side_conversations')).toEqual([])
  expect(events.at('events', 0, 'message', 'body')).toContain('Grégoire Pinel')
  expect([absentHere.status, absentHere.at('error'), forbidden.status]).toEqual([
    404,
    'InvalidEndpoint',
    403,
  ])
})

test('a rating, an old subject and a removed CC still name somebody', async () => {
  const { get, call } = shared()

  const ratings = await get('/satisfaction_ratings?score=good_with_comment')
  const agent = await call('GET', '/satisfaction_ratings', undefined, as.agent)
  const ticket = await get(`/tickets/${tracedTickets.rated}`)
  const subject = await get(`/tickets/${tracedTickets.subject}/audits`)
  const cc = await get(`/tickets/${tracedTickets.cc}/audits`)

  expect(ratings.all('satisfaction_ratings', 'ticket_id')).toEqual([tracedTickets.rated])
  expect(ticket.at('ticket', 'satisfaction_rating', 'comment')).toContain(cases.traced.name)
  expect(agent.status).toBe(403)
  expect(subject.at('audits', 1, 'events', 0)).toMatchObject({
    type: 'Change',
    field_name: 'subject',
    previous_value: 'Complaint of Denis Kovac',
  })
  expect(subject.at('audits', 0, 'events', 1)).toMatchObject({
    type: 'Create',
    field_name: 'subject',
    value: 'Complaint of Denis Kovac',
  })
  expect(subject.at('audits', 1, 'metadata', 'system', 'ip_address')).toBe('203.0.113.77')
  expect(cc.at('audits', 1, 'events', 0, 'previous_value')).toEqual([cases.traced.id])
})

test('one mailbox, three who write', async () => {
  const { get } = shared()

  const { tickets } = await get(`/users/${cases.shared.id}/tickets/requested`).then(({ rows }) => ({
    tickets: rows('tickets'),
  }))

  expect(tickets.map(({ via }) => (via as { source: { from: object } }).source.from)).toEqual(
    sharedWriters.map(() => ({ address: cases.shared.email, name: cases.shared.name })),
  )
  const comments = await Promise.all(
    sharedWriters.map(async ({ ticket }) => await get(`/tickets/${ticket}/comments`)),
  )
  expect(comments.map(({ at }) => at('comments', 0, 'via', 'source', 'from', 'name'))).toEqual(
    sharedWriters.map(({ name }) => name),
  )
})

test('somebody without a user is named by others and in the suspended queue', async () => {
  const { get } = shared()

  const users = await get(`/users/search${query({ query: absent.name })}`)
  const tickets = await get(`/search/export${query({ query: 'Castan', 'filter[type]': 'ticket' })}`)
  const suspended = await get('/suspended_tickets?page[size]=100')

  expect(users.rows('users')).toEqual([])
  expect(tickets.all('results', 'id')).toEqual([...absent.tickets])
  expect(suspended.all('suspended_tickets', 'id')).toContain(absent.suspended)
})

test('pictures: inline ones only when asked for, and both are there to be opened', async () => {
  const { get, call } = shared()
  const path = `/tickets/${pictureTickets.closed}/comments`

  const usual = await get(path)
  const all = await get(`${path}?include_inline_images=true`)
  const inline = await call('GET', String(all.at('comments', 0, 'attachments', 0, 'content_url')))

  expect(usual.at('comments', 0, 'attachments')).toHaveLength(1)
  expect(all.at('comments', 0, 'attachments')).toHaveLength(2)
  expect([inline.status, inline.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
})

test('a leaver keeps the tickets, only an admin removes her, and nobody the owner', async () => {
  const { get, del, call } = await account()

  const assigned = await get(`/users/${staff.leaver.id}/tickets/assigned?page[size]=100`)
  const byAgent = await call('DELETE', `/users/${staff.leaver.id}`, undefined, as.agent)
  const owner = await del(`/users/${staff.owner.id}`)
  const byAdmin = await del(`/users/${staff.leaver.id}`)

  expect(assigned.all('tickets', 'id')).toEqual(leaverTickets.toSorted((a, b) => a - b))
  expect([byAgent.status, owner.status, byAdmin.status]).toEqual([403, 422, 200])
})

test('a deleted phone identity leaves the number on the profile', async () => {
  const { get, del } = await account()
  const { phoned } = cases
  const list = await get(`/users/${phoned.id}/identities?type[]=phone_number`)

  const { status } = await del(
    `/users/${phoned.id}/identities/${String(list.at('identities', 0, 'id'))}`,
  )

  expect(status).toBe(204)
  expect((await get(`/users/${phoned.id}`)).at('user', 'phone')).toBe(phoned.phone)
})

test('users are asked for by several addresses at once, by their external ids and by date', async () => {
  const { get } = shared()

  const both = await get(
    `/users/search${query({ query: `email:${cases.caller.email} email:${cases.traced.email}` })}`,
  )
  const external = await get(`/users/show_many?external_ids=${camille.externalId.toLowerCase()},x`)
  const young = await get(
    `/search/export${query({ query: 'created>2026-11-20', 'filter[type]': 'user' })}`,
  )

  expect(both.all('users', 'id')).toEqual([cases.caller.id, cases.traced.id])
  expect(external.all('users', 'id')).toEqual([camille.id])
  expect(young.rows('results')).toEqual([])
})

test('redactions use up the updates of the account with all other updates of tickets', async () => {
  const { put, clock } = await account({ account: { ticketUpdatesPerMinute: 2 } })
  const redact = async (position: number): Promise<{ status: number; text: string }> =>
    await put(`/tickets/48090/comments/${commentId(48090, position)}/redact`, { text: 'colis' })

  await put('/tickets/48213', { ticket: { type: 'task' } })
  await redact(0)
  const refused = await redact(1)
  clock.pass(60_000)

  expect([refused.status, (await redact(1)).status]).toEqual([429, 200])
  expect(refused.text).toContain('Rate limit for ticket updates exceeded')
})

test('a restored ticket is back, an archived one cannot be', async () => {
  const { put, del, get } = await account()
  await del('/tickets/48004')
  await del('/tickets/22310')

  const many = await put('/deleted_tickets/restore_many?ids=48004')
  const archived = await put('/deleted_tickets/22310/restore')

  expect([many.status, archived.status]).toEqual([200, 404])
  expect((await get('/tickets/48004')).status).toBe(200)
})
