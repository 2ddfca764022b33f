import { expect, test } from 'vitest'
import type { Zendesk } from '../../src/zendesk/index.ts'
import { all, client } from './support/client.ts'
import { sampleComment, sampleJob, sampleTicket, sampleUser } from './support/samples.ts'
import { type Reply, serve } from './support/server.ts'

const job = { body: { job_status: sampleJob } }
const gone = { status: 404, body: { error: 'RecordNotFound', description: 'Not found' } }
const statuses = [
  {
    action: 'request_deletion',
    application: 'all',
    account_subdomain: 'acme',
    user_id: 11,
    executer_id: 1,
    created_at: '2026-01-01T00:00:00Z',
  },
  {
    action: 'started',
    application: 'support',
    account_subdomain: 'acme',
    user_id: 11,
    executer_id: null,
    created_at: '2026-01-01T00:00:00Z',
  },
]
const deletedUser = {
  id: 11,
  name: 'Permanently Deleted User',
  email: null,
  phone: null,
  active: false,
}

type Case = [string, (zendesk: Zendesk) => Promise<unknown>, Reply, object, unknown]

const CASES: Case[] = [
  [
    'GET /users/11',
    async ({ users }) => await users.show(11),
    { body: { user: sampleUser } },
    {},
    expect.objectContaining({ email: 'ana@example.com' }),
  ],
  ['GET /users/11', async ({ users }) => await users.show(11), gone, {}, undefined],
  [
    'GET /users/show_many',
    async ({ users }) => await users.showMany([11, 12, 11]),
    { body: { users: [sampleUser] } },
    { ids: '11,12' },
    [expect.objectContaining({ id: 11 })],
  ],
  [
    'PUT /users/11',
    async ({ users }) => await users.update(11, { suspended: true }),
    { body: { user: sampleUser } },
    { user: { suspended: true } },
    expect.objectContaining({ id: 11 }),
  ],
  [
    'DELETE /users/11',
    async ({ users }) => await users.remove(11),
    { body: { user: { ...sampleUser, active: false } } },
    {},
    expect.objectContaining({ active: false }),
  ],
  [
    'DELETE /users/destroy_many',
    async ({ users }) => await users.removeMany([11, 12]),
    job,
    { ids: '11,12' },
    expect.objectContaining({ id: 'V3-1', status: 'queued' }),
  ],
  [
    'GET /deleted_users/11',
    async ({ users }) => await users.deleted(11),
    { body: { deleted_user: deletedUser } },
    {},
    expect.objectContaining({ email: null }),
  ],
  ['GET /deleted_users/11', async ({ users }) => await users.deleted(11), gone, {}, undefined],
  [
    'DELETE /deleted_users/11',
    async ({ users }) => await users.purge(11),
    { body: { deleted_user: deletedUser } },
    {},
    undefined,
  ],
  [
    'GET /users/11/compliance_deletion_statuses',
    async ({ users }) => await users.deletionStatuses(11),
    { body: { compliance_deletion_statuses: statuses } },
    {},
    statuses,
  ],
  [
    'GET /users/11/compliance_deletion_statuses',
    async ({ users }) => await users.deletionStatuses(11),
    gone,
    {},
    undefined,
  ],
  [
    'GET /tickets/21',
    async ({ tickets }) => await tickets.show(21, { commentCount: true }),
    { body: { ticket: { ...sampleTicket, comment_count: 3 } } },
    { include: 'comment_count' },
    expect.objectContaining({ comment_count: 3 }),
  ],
  ['GET /tickets/21', async ({ tickets }) => await tickets.show(21), gone, {}, undefined],
  [
    'PUT /tickets/21',
    async ({ tickets }) =>
      await tickets.update(21, { status: 'closed', safe_update: true, updated_stamp: 'x' }),
    { body: { ticket: sampleTicket, audit: {} } },
    { ticket: { status: 'closed', safe_update: true, updated_stamp: 'x' } },
    expect.objectContaining({ id: 21 }),
  ],
  [
    'PUT /tickets/21',
    async ({ tickets }) =>
      await tickets.reply(21, {
        htmlBody: '<p>Done</p>',
        public: true,
        status: 'solved',
        updatedStamp: 'x',
      }),
    {
      body: {
        ticket: sampleTicket,
        audit: {
          id: 1,
          events: [
            { id: 2, type: 'Change' },
            { id: 3, type: 'Comment' },
          ],
        },
      },
    },
    {
      ticket: {
        comment: { html_body: '<p>Done</p>', public: true },
        status: 'solved',
        safe_update: true,
        updated_stamp: 'x',
      },
    },
    { ticket: expect.objectContaining({ id: 21 }), commentId: 3 },
  ],
  [
    'PUT /tickets/21',
    async ({ tickets }) => await tickets.reply(21, { body: 'Note', public: false }),
    { body: { ticket: sampleTicket } },
    { ticket: { comment: { body: 'Note', public: false } } },
    expect.objectContaining({ commentId: undefined }),
  ],
  [
    'DELETE /tickets/21',
    async ({ tickets }) => await tickets.remove(21),
    { status: 204 },
    {},
    undefined,
  ],
  [
    'DELETE /tickets/destroy_many',
    async ({ tickets }) => await tickets.removeMany([21, 22]),
    job,
    { ids: '21,22' },
    expect.objectContaining({ id: 'V3-1' }),
  ],
  [
    'DELETE /deleted_tickets/21',
    async ({ tickets }) => await tickets.purge(21),
    job,
    {},
    expect.objectContaining({ id: 'V3-1' }),
  ],
  [
    'DELETE /deleted_tickets/destroy_many',
    async ({ tickets }) => await tickets.purgeMany([21]),
    job,
    { ids: '21' },
    expect.objectContaining({ results: null }),
  ],
  [
    'PUT /deleted_tickets/21/restore',
    async ({ tickets }) => await tickets.restore(21),
    { body: {} },
    {},
    undefined,
  ],
  [
    'GET /tickets/21/related',
    async ({ tickets }) => await tickets.isArchived(21),
    { body: { from_archive: true, incidents: 0 } },
    {},
    true,
  ],
  [
    'GET /deleted_tickets',
    async ({ tickets }) => await all(tickets.deletedList()),
    {
      body: {
        deleted_tickets: [
          {
            id: 21,
            subject: 'x',
            actor: { id: -1, name: 'System' },
            deleted_at: '20140704T15:37:04Z',
            previous_state: 'open',
          },
        ],
        count: 1,
        next_page: null,
      },
    },
    { per_page: '100', page: '1' },
    [expect.objectContaining({ deleted_at: '20140704T15:37:04Z' })],
  ],
  [
    'GET /tickets/21/comments',
    async ({ comments }) => await all(comments.list(21)),
    { body: { comments: [sampleComment], meta: { has_more: false } } },
    { include_inline_images: 'true', 'page[size]': '100' },
    [expect.objectContaining({ metadata: { system: { ip_address: '203.0.113.10' } } })],
  ],
  [
    'PUT /comment_redactions/31',
    async ({ comments }) =>
      await comments.redact({
        ticketId: 21,
        commentId: 31,
        htmlBody: '<redact>x</redact>',
        attachmentUrls: ['https://f/1'],
      }),
    { body: { comment: { id: 31, type: 'Comment', author_id: 1, plain_body: '▇▇' } } },
    { ticket_id: 21, html_body: '<redact>x</redact>', external_attachment_urls: ['https://f/1'] },
    { id: 31, type: 'Comment', plain_body: '▇▇' },
  ],
  [
    'PUT /tickets/21/comments/31/redact',
    async ({ comments }) => await comments.redactText(21, 31, 'secret'),
    { body: { comment: sampleComment } },
    { text: 'secret' },
    expect.objectContaining({ id: 31 }),
  ],
  [
    'PUT /tickets/21/comments/31/attachments/41/redact',
    async ({ comments }) => await comments.redactAttachment(21, 31, 41),
    { body: { attachment: { id: 41 } } },
    {},
    undefined,
  ],
  [
    'GET /search/count',
    async ({ search }) => await search.count('type:ticket ana'),
    { body: { count: 6 } },
    { query: 'type:ticket ana' },
    6,
  ],
  [
    'DELETE /suspended_tickets/51',
    async ({ suspended }) => await suspended.remove(51),
    { status: 204 },
    {},
    undefined,
  ],
  [
    'DELETE /suspended_tickets/destroy_many',
    async ({ suspended }) => await suspended.removeMany([51, 52]),
    { status: 204 },
    { ids: '51,52' },
    undefined,
  ],
  [
    'GET /job_statuses/V3-1',
    async ({ jobs }) => await jobs.show('V3-1'),
    job,
    {},
    expect.objectContaining({ status: 'queued' }),
  ],
  [
    'GET /job_statuses/show_many',
    async ({ jobs }) => await jobs.showMany(['a', 'b']),
    { body: { job_statuses: [{ id: 'a', status: 'completed' }] } },
    { ids: 'a,b' },
    [expect.objectContaining({ id: 'a', results: null })],
  ],
  [
    'GET /account/settings',
    async ({ account }) => await account.settings(),
    {
      body: {
        settings: { agents: { agent_workspace: true }, tickets: { agent_ticket_deletion: false } },
      },
    },
    {},
    { agentWorkspace: true, agentTicketDeletion: false, privateAttachments: 'unknown' },
  ],
]

test.each(CASES)('%s asks and understands', async (line, call, reply, sent, result) => {
  const { url, requests } = await serve(() => reply)

  expect(await call(client(url))).toEqual(result)

  const request = requests[0]
  expect(requests).toHaveLength(1)
  expect(`${request?.method} ${request?.path}`).toBe(line.replace(' ', ' /api/v2'))
  expect(request?.body ?? request?.query).toEqual(sent)
})

test('more than 100 ids are shown in several calls, each id once', async () => {
  const { url, requests } = await serve(({ query }) => ({
    body: {
      tickets: (query.ids ?? '').split(',').map((id) => ({ ...sampleTicket, id: Number(id) })),
    },
  }))
  const ids = Array.from({ length: 250 }, (_, index) => index + 1)

  const found = await client(url).tickets.showMany([...ids, 1, 2], { commentCount: true })

  expect(found.map(({ id }) => id)).toEqual(ids)
  expect(requests.map(({ query }) => query.ids?.split(',').length)).toEqual([100, 100, 50])
  expect(requests[0]?.query.include).toBe('comment_count')
})

test('showing no ids asks nothing', async () => {
  const { url, requests } = await serve(() => ({ body: {} }))
  const { users, tickets, jobs } = client(url)

  expect([await users.showMany([]), await tickets.showMany([]), await jobs.showMany([])]).toEqual([
    [],
    [],
    [],
  ])
  expect(requests).toEqual([])
})

test('an account that says nothing of the Agent Workspace is unknown, not without', async () => {
  const { url } = await serve(() => ({ body: { settings: { tickets: {} } } }))

  expect(await client(url).account.settings()).toMatchObject({
    agentWorkspace: 'unknown',
    agentTicketDeletion: 'unknown',
  })
})

test('fields that we do not use are dropped', async () => {
  const { url } = await serve(() => ({
    body: { user: { ...sampleUser, authenticity_token: 'secret', role: 'admin' } },
  }))

  expect(await client(url).users.me()).not.toHaveProperty('authenticity_token')
})

test('a comment without its texts does not pass as one without personal data', async () => {
  const { html_body: _, ...comment } = sampleComment
  const { url } = await serve(() => ({ body: { comments: [comment], meta: { has_more: false } } }))

  await expect(all(client(url).comments.list(21))).rejects.toMatchObject({
    misfits: ['comments.0.html_body'],
  })
})

test.each([
  ['all, of a permanent deletion', { success: true }],
  ['one by one', [{ id: 21, action: 'update', status: 'Updated', success: true }]],
  [
    'one by one with a failure',
    [{ id: 22, action: 'delete', success: false, error: 'Forbidden', details: 'x' }],
  ],
  ['creations', [{ index: 0, id: 7 }]],
  ['none', []],
  ['not yet', null],
])('a job tells its results: %s', async (_, results) => {
  const { url } = await serve(() => ({
    body: { job_status: { ...sampleJob, status: 'completed', results } },
  }))

  await expect(client(url).jobs.show('V3-1')).resolves.toMatchObject({
    status: 'completed',
    results,
  })
})

test.each(['queued', 'working', 'failed', 'completed', 'killed'])(
  'a job may be %s',
  async (status) => {
    const { url } = await serve(() => ({ body: { job_status: { ...sampleJob, status } } }))

    await expect(client(url).jobs.show('V3-1')).resolves.toMatchObject({ status })
  },
)

test.each(['', '../users/1', 'a/b', 'a?b'])(
  'what cannot be a job id is refused: %j',
  async (id) => {
    await expect(client('http://127.0.0.1:1').jobs.show(id)).rejects.toThrow(TypeError)
  },
)
