import { expect, test } from 'vitest'
import type { Zendesk } from '../../src/zendesk/index.ts'
import { all, client, errorOf } from './support/client.ts'
import { sampleJob, sampleTicket, sampleUser } from './support/samples.ts'
import { type Reply, serve } from './support/server.ts'

const job = { body: { job_status: sampleJob } }
const whole = { meta: { has_more: false } }

const audit = {
  id: 41,
  ticket_id: 21,
  created_at: '2026-01-01T00:00:00Z',
  author_id: 11,
  metadata: { system: { ip_address: '203.0.113.10' }, custom: {} },
  events: [
    { id: 1, type: 'Change', field_name: 'subject', previous_value: 'Old', value: 'New' },
    { id: 2, type: 'Change', field_name: 'tags', previous_value: ['a'], value: null },
    { id: 3, type: 'Comment', body: 'Hello', html_body: '<p>Hello</p>', author_id: 11 },
    { id: 4, type: 'Push', value: 'x', value_reference: 'y' },
    { type: 'SomethingNew', body: { text: 'Hello' } },
  ],
}

const chatStarted = {
  id: 5,
  type: 'ChatStartedEvent',
  value: {
    visitor_id: 'v-1',
    chat_id: '2109.10502823.Sjuj2YrBpXwei',
    history: [
      { chat_index: 0, type: 'ChatJoin', actor_id: 11, actor_name: 'Inès Aubry' },
      { chat_index: 1, type: 'ChatMessage', message: 'My number is 06', actor_id: 11 },
      { message_id: 'm-2', type: 'ChatMessage', message: 'Thanks', actor_name: 'Inès Aubry' },
      { chat_index: 3, type: 'ChatFileAttachment', filename: 'a.jpg', url: 'https://f/a.jpg' },
    ],
  },
}

const logEvent = {
  id: '01J9QN8DC6EV34VR3W0KGFY7TW',
  type: 'Messaging::ConversationMessage',
  reference: 'zen:sunco:conversation_message:6807603a',
  created_at: '2026-01-01T00:00:00Z',
  author: { type: 'user', display_name: 'Inès Aubry', 'zen:support:user_id': 11 },
  content: { type: 'text', text: 'Hello' },
  attachments: [],
  metadata: { system: {}, custom: {} },
}

const rule = {
  id: 61,
  title: 'Notify requester',
  active: true,
  position: 1,
  conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Change' }], any: [] },
  actions: [{ field: 'notification_user', value: ['requester_id', 'Subject', 'Body'] }],
}

type Case = [string, (zendesk: Zendesk) => Promise<unknown>, Reply, object, unknown]

const CASES: Case[] = [
  [
    'GET /tickets/21/audits',
    async ({ tickets }) => await all(tickets.audits(21)),
    { body: { audits: [audit], ...whole } },
    { 'page[size]': '100' },
    [
      expect.objectContaining({
        metadata: { system: { ip_address: '203.0.113.10' } },
        events: expect.arrayContaining([
          { id: 1, type: 'Change', field_name: 'subject', previous_value: 'Old', value: 'New' },
          { type: 'SomethingNew', body: { text: 'Hello' } },
        ]),
      }),
    ],
  ],
  [
    'GET /tickets/21/conversation_log',
    async ({ tickets }) => await all(tickets.conversationLog(21)),
    { body: { events: [logEvent], ...whole } },
    { 'page[size]': '100' },
    [expect.objectContaining({ content: { type: 'text', text: 'Hello' }, attachments: [] })],
  ],
  [
    'PUT /tickets/update_many',
    async ({ tickets }) => await tickets.updateMany([21, 22], { additional_tags: ['erased'] }),
    job,
    { ticket: { additional_tags: ['erased'] } },
    expect.objectContaining({ id: 'V3-1' }),
  ],
  [
    'PUT /deleted_tickets/restore_many',
    async ({ tickets }) => await tickets.restoreMany([21, 22]),
    { body: {} },
    { ids: '21,22' },
    undefined,
  ],
  [
    'GET /tickets/21',
    async ({ tickets }) => await tickets.show(21),
    { body: { ticket: { ...sampleTicket, satisfaction_rating: { score: 'bad', comment: 'No' } } } },
    {},
    expect.objectContaining({ satisfaction_rating: { score: 'bad', comment: 'No' } }),
  ],
  [
    'GET /tickets/21',
    async ({ tickets }) => await tickets.show(21),
    { body: { ticket: { ...sampleTicket, satisfaction_rating: { score: 'unoffered' } } } },
    {},
    expect.objectContaining({ satisfaction_rating: { score: 'unoffered' } }),
  ],
  [
    'GET /tickets/21',
    async ({ tickets }) => await tickets.show(21),
    { body: { ticket: sampleTicket } },
    {},
    expect.objectContaining({ satisfaction_rating: null }),
  ],
  [
    'PUT /chat_redactions/21',
    async ({ chats }) =>
      await chats.redact({
        ticketId: 21,
        chatId: 'c',
        messageId: 'm',
        text: '<redact>06</redact>',
      }),
    { body: { chat_event: { id: 5, type: 'ChatStartedEvent' } } },
    { chat_id: 'c', message_id: 'm', text: '<redact>06</redact>' },
    undefined,
  ],
  [
    'PUT /chat_redactions/21',
    async ({ chats }) => await chats.redact({ ticketId: 21, chatId: 'c', chatIndex: 0, text: 'x' }),
    { body: { chat_event: {} } },
    { chat_id: 'c', chat_index: 0, text: 'x' },
    undefined,
  ],
  [
    'PUT /chat_file_redactions/21',
    async ({ chats }) => await chats.redactFile({ ticketId: 21, chatId: 'c', messageId: 'm' }),
    { body: { chat_event: {} } },
    { chat_id: 'c', message_ids: ['m'] },
    undefined,
  ],
  [
    'PUT /chat_file_redactions/21',
    async ({ chats }) => await chats.redactFile({ ticketId: 21, chatId: 'c', chatIndex: 1 }),
    { body: { chat_event: {} } },
    { chat_id: 'c', chat_indexes: [1] },
    undefined,
  ],
  [
    'GET /tickets/21/audits',
    async ({ chats }) => await all(chats.inTicket(21)),
    { body: { audits: [audit, { ...audit, events: [chatStarted] }], ...whole } },
    { 'page[size]': '100' },
    [
      {
        chatId: '2109.10502823.Sjuj2YrBpXwei',
        visitorId: 'v-1',
        messages: [
          { chatIndex: 1, text: 'My number is 06', actorId: 11 },
          { messageId: 'm-2', text: 'Thanks', actorName: 'Inès Aubry' },
          { chatIndex: 3, fileName: 'a.jpg', fileUrl: 'https://f/a.jpg' },
        ],
      },
    ],
  ],
  [
    'DELETE /channels/voice/calls/8391/recordings',
    async ({ recordings }) => await recordings.remove('8391'),
    { status: 204 },
    {},
    undefined,
  ],
  [
    'DELETE /users/11/identities/12',
    async ({ identities }) => await identities.remove(11, 12),
    { status: 204 },
    {},
    undefined,
  ],
  [
    'GET /users/show_many',
    async ({ users }) => await users.showManyExternal(['crm-7', 'crm-8', 'crm-7', '']),
    { body: { users: [sampleUser] } },
    { external_ids: 'crm-7,crm-8' },
    [expect.objectContaining({ id: 11 })],
  ],
  [
    'GET /users/search',
    async ({ users }) => await users.showManyExternal(['a,b']),
    { body: { users: [sampleUser], next_page: null } },
    { external_id: 'a,b', per_page: '100', page: '1' },
    [expect.objectContaining({ id: 11 })],
  ],
  [
    'GET /views/71',
    async ({ views }) => await views.show(71),
    { body: { view: { id: 71, title: 'Erasures', active: true, conditions: {} } } },
    {},
    { id: 71, title: 'Erasures', active: true },
  ],
  [
    'GET /views/71',
    async ({ views }) => await views.show(71),
    { status: 404, body: { error: 'RecordNotFound', description: 'Not found' } },
    {},
    undefined,
  ],
  [
    'GET /views/71/tickets',
    async ({ views }) => await all(views.tickets(71)),
    { body: { tickets: [sampleTicket], ...whole } },
    { 'page[size]': '100' },
    [expect.objectContaining({ id: 21 })],
  ],
  [
    'GET /triggers',
    async ({ rules }) => await all(rules.triggers()),
    { body: { triggers: [rule], ...whole } },
    { 'page[size]': '100' },
    [
      {
        id: 61,
        title: 'Notify requester',
        active: true,
        conditions: rule.conditions,
        actions: rule.actions,
      },
    ],
  ],
  [
    'GET /automations',
    async ({ rules }) => await all(rules.automations()),
    { body: { automations: [{ ...rule, conditions: { all: [], any: null } }], ...whole } },
    { 'page[size]': '100' },
    [expect.objectContaining({ conditions: { all: [], any: [] } })],
  ],
  [
    'GET /webhooks',
    async ({ rules }) => await all(rules.webhooks()),
    {
      body: {
        webhooks: [
          {
            id: '01H',
            name: 'CRM',
            status: 'inactive',
            endpoint: 'https://crm.example.com/in/secret',
            subscriptions: ['zen:event-type:user.deleted'],
          },
        ],
        ...whole,
      },
    },
    { 'page[size]': '100' },
    [
      {
        id: '01H',
        title: 'CRM',
        active: false,
        conditions: { all: [], any: [] },
        actions: [],
        subscriptions: ['zen:event-type:user.deleted'],
      },
    ],
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

test('a side conversation comes with who is in it and what was written', async () => {
  const ines = { user_id: null, name: 'Inès Aubry', email: 'ines@example.com' }
  const { url, requests } = await serve(({ path }) =>
    path.endsWith('/events')
      ? {
          body: {
            events: [
              { type: 'create', message: { body: 'Where is she?', to: [ines] } },
              { type: 'update', updates: { state: 'closed' } },
            ],
          },
        }
      : {
          body: {
            side_conversations: [
              {
                id: '8566255a-ece5',
                subject: 'Parcel',
                preview_text: 'Where',
                participants: [ines],
              },
            ],
            next_page: null,
          },
        },
  )

  expect(await all(client(url).tickets.sideConversations(21))).toEqual([
    {
      id: '8566255a-ece5',
      subject: 'Parcel',
      preview_text: 'Where',
      participants: [ines],
      messages: [{ body: 'Where is she?', to: [ines] }],
    },
  ])
  expect(requests[1]?.path).toBe('/api/v2/tickets/21/side_conversations/8566255a-ece5/events')
})

const audits = Array.from({ length: 150 }, (_, index) => ({ ...audit, id: index + 1 }))

test('the history of an archived ticket comes in one piece', async () => {
  const { url } = await serve(() => ({ body: { audits } }))

  expect(await all(client(url).tickets.audits(21))).toHaveLength(150)
})

test('more than 100 external ids are asked for in several calls', async () => {
  const { url, requests } = await serve(() => ({ body: { users: [] } }))
  const ids = Array.from({ length: 150 }, (_, index) => `crm-${index}`)

  await client(url).users.showManyExternal(ids)

  expect(requests.map(({ query }) => query.external_ids?.split(',').length)).toEqual([100, 50])
})

type Call = [string, (zendesk: Zendesk) => Promise<unknown>]

const RIGHTS: Call[] = [
  ['triggers', async ({ rules }) => await all(rules.triggers())],
  ['automations', async ({ rules }) => await all(rules.automations())],
  ['webhooks', async ({ rules }) => await all(rules.webhooks())],
  ['side conversations', async ({ tickets }) => await all(tickets.sideConversations(21))],
  ['recordings', async ({ recordings }) => await recordings.remove('8391')],
  ['identities', async ({ identities }) => await identities.remove(11, 12)],
  ['a view', async ({ views }) => await views.show(71)],
]

test.each(RIGHTS)('a role without the right is refused, as it is: %s', async (_, call) => {
  const { url, requests } = await serve(() => ({
    status: 403,
    body: { error: { title: 'Forbidden', message: 'You do not have access to this page.' } },
  }))

  expect(await errorOf(call(client(url)))).toMatchObject({
    name: 'ZendeskRefused',
    status: 403,
    code: 'Forbidden',
  })
  expect(requests).toHaveLength(1)
})

test('history is closed to a token that may read tickets only, and the operator must mend it', async () => {
  const { url } = await serve(() => ({
    status: 403,
    body: {
      error: 'Forbidden',
      description: 'You are missing the following required scopes: read',
    },
  }))

  expect(await errorOf(all(client(url).tickets.audits(21)))).toMatchObject({
    name: 'ZendeskUnauthorised',
  })
})

const GONE: Call[] = [
  ['a recording', async ({ recordings }) => await recordings.remove('8391')],
  ['an identity', async ({ identities }) => await identities.remove(11, 12)],
]

test.each(GONE)('removing what is already gone is a 404: %s', async (_, call) => {
  const { url } = await serve(() => ({ status: 404, body: { error: 'RecordNotFound' } }))

  expect(await errorOf(call(client(url)))).toMatchObject({
    name: 'ZendeskRefused',
    status: 404,
    code: 'RecordNotFound',
  })
})

test.each<Call>([
  ['a call', async ({ recordings }) => await recordings.remove('../users/1')],
  ['a call without an id', async ({ recordings }) => await recordings.remove('')],
  ['a view', async ({ views }) => await views.show(-1)],
  ['an identity', async ({ identities }) => await identities.remove(11, 1.5)],
  ['no ticket at all', async ({ tickets }) => await tickets.restoreMany([])],
  ['a chat’s ticket', async ({ chats }) => await chats.redactFile({ ...place, ticketId: 0 })],
])('what cannot be an id never becomes part of an address: %s', async (_, call) => {
  await expect(call(client('http://127.0.0.1:1'))).rejects.toThrow(TypeError)
})

const place = { ticketId: 21, chatId: 'c', messageId: 'm' }

test('several values of one keyword go out as one search', async () => {
  const { url, requests } = await serve(() => ({ body: { results: [sampleTicket], ...whole } }))
  const query = 'requester:11 requester:12'

  expect(await all(client(url).search.export('ticket', query))).toHaveLength(1)
  expect(requests[0]?.query).toMatchObject({ query, 'filter[type]': 'ticket' })
})

test('a search goes on beyond the 1,000 of the ordinary one', async () => {
  const { url } = await serve(({ query }) => {
    const at = Number(query['page[after]'] ?? 0)
    const results = Array.from({ length: 100 }, (_, index) => ({
      ...sampleTicket,
      id: at * 100 + index + 1,
    }))
    return { body: { results, meta: { has_more: at < 10, after_cursor: String(at + 1) } } }
  })

  const found = await all(client(url).search.export('ticket', 'parcel'))

  expect(new Set(found.map(({ id }) => id)).size).toBe(1100)
})
