import { expect, test } from 'vitest'
import {
  camille,
  commentId,
  deliveryPhoneField,
  homonym,
  orderField,
  ownTickets,
  requestTicket,
} from '../../sandbox/zendesk/sample/people.ts'
import { account, as, query } from './account.ts'

const hers = `/tickets/${requestTicket}`

test('the list of tickets leaves out archived ones, show and show_many do not', async () => {
  const { get } = await account()

  const list = await get('/tickets?page[size]=100')
  const shown = await get(
    `/tickets/show_many${query({ ids: '48213,23117,999999', include: 'comment_count' })}`,
  )
  const related = await get('/tickets/23117/related')

  expect(list.all('tickets', 'id')).not.toContain(23117)
  expect(shown.rows('tickets').map(({ id, comment_count }) => [id, comment_count])).toEqual([
    [23117, 3],
    [48213, 1],
  ])
  expect(related.at('from_archive')).toBe(true)
})

test('a ticket is answered in public and noted in private', async () => {
  const { put, get, log } = await account()

  const answer = await put(hers, { ticket: { comment: { body: 'Bonjour,\n\nc’est fait.' } } })
  await put(hers, {
    ticket: { comment: { html_body: '<p>Vu avec <b>Marc</b></p>', public: false } },
  })
  const { rows } = await get(`${hers}/comments`)

  expect(answer.at('audit', 'events', 0)).toMatchObject({ type: 'Comment', public: true })
  expect(
    rows('comments')
      .map(({ body, public: open }) => [body, open])
      .slice(1),
  ).toEqual([
    ['Bonjour,\n\nc’est fait.', true],
    ['Vu avec Marc', false],
  ])
  expect(log()[0]?.effect).toMatchObject([{ kind: 'comment.created' }])
})

test('closing through the API is final', async () => {
  const { put } = await account()

  const closed = await put(hers, { ticket: { status: 'closed' } })
  const later = await put(hers, { ticket: { tags: ['late'] } })

  expect(closed.at('ticket', 'status')).toBe('closed')
  expect([later.status, later.at('details', 'status', 0, 'description')]).toEqual([
    422,
    'Status: closed prevents ticket update',
  ])
})

test('subject, fields and tags change; the rest stays', async () => {
  const { put, get } = await account()
  const before = await get('/tickets/48151')

  const after = await put('/tickets/48151', {
    ticket: {
      subject: 'Livraison',
      custom_fields: [{ id: deliveryPhoneField, value: null }],
      additional_tags: ['rgpd'],
    },
  })

  expect(after.at('ticket')).toMatchObject({
    subject: 'Livraison',
    custom_fields: [
      { id: orderField, value: null },
      { id: deliveryPhoneField, value: null },
    ],
    tags: ['rgpd'],
  })
  expect(after.at('ticket', 'requester_id')).toBe(before.at('ticket', 'requester_id'))
})

test('a safe update is refused when somebody was faster', async () => {
  const { put, get, clock } = await account()
  const seen = (await get(hers)).at('ticket', 'updated_at')

  clock.pass(60_000)
  const first = await put(hers, { ticket: { tags: ['a'], safe_update: true, updated_stamp: seen } })
  const second = await put(hers, {
    ticket: { tags: ['b'], safe_update: true, updated_stamp: seen },
  })

  expect([first.status, second.status, second.at('error')]).toEqual([200, 409, 'UpdateConflict'])
})

test.each([
  ['an unknown status', { status: 'done' }],
  ['an empty comment', { comment: { body: '  ' } }],
  ['a requester who does not exist', { requester_id: 1 }],
])('%s is refused', async (_, ticket) => {
  const { put, log } = await account()

  expect((await put(hers, { ticket })).status).toBe(422)
  expect(log()[0]?.effect).toEqual([])
})

test('a deleted ticket is gone for agents, listed after a while, and comes back when restored', async () => {
  const { del, get, put, clock } = await account()

  const deleted = await del(hers)
  const gone = await get(hers)
  const early = await get('/deleted_tickets')
  clock.pass(400)
  const listed = await get('/deleted_tickets')
  const restored = await put(`/deleted_tickets/${requestTicket}/restore`)
  const again = await put(`/deleted_tickets/${requestTicket}/restore`)

  expect([deleted.status, gone.status, restored.status, again.status]).toEqual([204, 404, 200, 404])
  expect(early.rows('deleted_tickets')).toEqual([])
  expect(listed.rows('deleted_tickets')).toMatchObject([
    { id: requestTicket, previous_state: 'open', actor: { name: 'Marc Delaunay' } },
  ])
  expect((await get(hers)).status).toBe(200)
})

test('a deleted archived ticket is never listed nor restored, but can go for good', async () => {
  const { del, get, put, clock } = await account()

  await del('/tickets/23117')
  clock.pass(5000)
  const listed = await get('/deleted_tickets')
  const restored = await put('/deleted_tickets/23117/restore')
  const purged = await del('/deleted_tickets/23117')

  expect([listed.rows('deleted_tickets'), restored.status, purged.status]).toEqual([[], 404, 200])
})

test('permanent deletion is a job whose result is an object', async () => {
  const { del, get, settle, state } = await account()
  await del('/tickets/44120')

  const queued = await del('/deleted_tickets/44120')
  const id = String(queued.at('job_status', 'id'))
  settle()
  const done = await get(`/job_statuses/${id}`)

  expect(queued.at('job_status')).toMatchObject({
    status: 'queued',
    total: null,
    progress: null,
    results: null,
  })
  expect(done.at('job_status')).toMatchObject({
    status: 'completed',
    total: null,
    results: { success: true },
  })
  expect(state().comments.filter(({ ticket_id }) => ticket_id === 44120)).toEqual([])
  expect((await del('/deleted_tickets/44120')).status).toBe(404)
})

test('many at once: one that is not deleted makes the whole say false, the others go', async () => {
  const { del, get, settle, state } = await account()
  await del('/tickets/44120')

  const { at } = await del('/deleted_tickets/destroy_many?ids=44120,48213')
  settle()
  const done = await get(`/job_statuses/${String(at('job_status', 'id'))}`)

  expect(done.at('job_status', 'results')).toEqual({ success: false })
  expect(state().tickets.find(({ id }) => id === 44120)?.purged).toBe(true)
  expect(state().tickets.find(({ id }) => id === 48213)?.purged).toBe(false)
})

test('a soft deletion in bulk calls itself an update, item by item', async () => {
  const { del, get, settle, log } = await account()

  const { at } = await del(`/tickets/destroy_many?ids=${ownTickets.slice(0, 2).join(',')},1`)
  settle()
  const done = await get(`/job_statuses/${String(at('job_status', 'id'))}`)
  const job = log().find(({ method }) => method === 'JOB')

  expect(at('job_status', 'job_type')).toBe('Bulk Update Ticket')
  expect(done.at('job_status', 'results')).toMatchObject([
    { id: 23117, action: 'update', status: 'Updated', success: true },
    { id: 27604, action: 'update', success: true },
    { id: 1, action: 'update', success: false, error: 'RecordNotFound' },
  ])
  expect(job?.effect).toEqual([
    { kind: 'ticket.deleted', id: 23117 },
    { kind: 'ticket.deleted', id: 27604 },
  ])
  expect(job?.cause).toBe(1)
})

test('comments show inline images only when asked, and their authors', async () => {
  const { get } = await account()

  const plain = await get('/tickets/44120/comments?page[size]=100')
  const full = await get(
    `/tickets/44120/comments${query({ 'page[size]': '1', include_inline_images: 'true', include: 'users' })}`,
  )
  const second = await fetch(String(full.at('links', 'next')), {
    headers: { authorization: as.admin },
  })
  const rest = JSON.stringify(await second.json())

  expect(plain.at('comments', 0, 'attachments')).toMatchObject([
    { file_name: 'ticket-de-caisse.jpg' },
  ])
  expect(full.at('comments', 0, 'attachments')).toHaveLength(2)
  expect(full.all('users', 'id')).toEqual([camille.id])
  expect(full.at('meta', 'has_more')).toBe(true)
  expect(rest).toContain(String(commentId(44120, 1)))
})

test('a call has its data, and its recording goes with one call', async () => {
  const { get, del, url, call } = await account()
  const { at } = await get('/tickets/31482/comments')
  const data = at('comments', 0, 'data') as { call_id: string; recording_url: string }

  const sound = await call('GET', data.recording_url)
  const wrong = await del(`/channels/voice/calls/${data.call_id}/recordings/voicemail`)
  const removed = await del(`/channels/voice/calls/${data.call_id}/recordings`)
  const silent = await call('GET', data.recording_url)

  expect(data.recording_url.startsWith(url)).toBe(true)
  expect([sound.status, wrong.status, removed.status, silent.status]).toEqual([200, 404, 204, 404])
})

test('history holds comments, changes and what was written first', async () => {
  const { get, put } = await account()
  await put(hers, { ticket: { subject: 'Effacement' } })

  const { rows } = await get(`${hers}/audits`)

  expect(rows('audits')).toHaveLength(2)
  expect(rows('audits')[1]?.['events']).toMatchObject([
    {
      type: 'Change',
      field_name: 'subject',
      previous_value: 'Suppression de mes données personnelles',
    },
  ])
})

test('suspended tickets are listed, shown and deleted', async () => {
  const { get, del } = await account()

  const list = await get('/suspended_tickets?page[size]=2')
  const id = Number(list.rows('suspended_tickets')[0]?.['id'])
  const one = await get(`/suspended_tickets/${id}`)
  const first = await del(`/suspended_tickets/${id}`)
  const second = await del(`/suspended_tickets/${id}`)
  const many = await del(
    `/suspended_tickets/destroy_many?ids=${String(list.at('suspended_tickets', 1, 'id'))}`,
  )

  expect(one.at('suspended_ticket', 'author')).toEqual({
    id: null,
    name: camille.name,
    email: camille.second,
  })
  expect([first.status, second.status, many.status]).toEqual([204, 404, 204])
  expect((await get('/suspended_tickets')).rows('suspended_tickets')).toHaveLength(3)
})

test('what is not modelled is said so and logged', async () => {
  const { get, log } = await account()

  const { status, body } = await get(`/users/${homonym.id}/compliance_deletion_requests`)

  expect([status, body]).toEqual([404, { error: 'InvalidEndpoint', description: 'Not found' }])
  expect(log()[0]).toMatchObject({ unmodelled: true, effect: [] })
})
