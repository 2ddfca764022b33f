import { inspect } from 'node:util'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEnvelope } from '../../src/zendesk/envelope.ts'
import { client, errorOf } from './support/client.ts'
import { type Reply, serve } from './support/server.ts'

const CANARIES = ['canary-token', 'canary-mail', 'canary-query', 'canary-body', 'canary-answer']

/** Everything by which an error could end up in a log. */
function told(error: Error): string {
  return [
    inspect(error, { depth: 20, showHidden: true, getters: true }),
    JSON.stringify(error),
    JSON.stringify(Object.getOwnPropertyDescriptors(error)),
    error.stack,
    error.message,
    String(error),
    inspect(error.cause),
  ].join('\n')
}

const answers: [string, Reply | 'reset' | 'never'][] = [
  [
    'a refusal in words',
    { status: 422, body: { error: 'RecordInvalid', description: 'canary-answer canary-mail' } },
  ],
  [
    'a refusal that names fields',
    {
      status: 422,
      body: {
        error: 'RecordInvalid',
        details: {
          'canary-answer@x': [{ description: 'canary-answer' }],
          email: [{ error: 'canary-answer is taken' }],
        },
      },
    },
  ],
  ['a sentence as the code', { status: 400, body: { error: 'canary-answer has no access' } }],
  ['plain text', { status: 429, body: 'limit for canary-mail' }],
  ['a page', { status: 502, body: '<html>canary-answer</html>' }],
  ['no credentials', { status: 401, body: { error: 'canary-answer@example.com may not' } }],
  ['another shape', { body: { user: { id: 'canary-answer', email: 7 }, users: 'canary-answer' } }],
  ['no JSON', { body: 'canary-answer' }],
  ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1/canary-answer' } }],
  ['a lost connection', 'reset'],
  ['silence', 'never'],
]

test.each(answers)(
  'an error tells nothing of query, body, answer or token: %s',
  async (_, reply) => {
    const { url } = await serve((__, response) => {
      if (reply === 'reset') response.destroy()
      return typeof reply === 'string' ? undefined : reply
    })
    const zendesk = client(url, {
      auth: { kind: 'token', email: 'canary-mail@example.com', token: 'canary-token' },
      timeoutMs: 150,
    })

    const errors = [
      await errorOf(zendesk.users.update(11, { name: 'canary-body' })),
      await errorOf(zendesk.search.count('canary-query')),
    ]

    const secrets = [
      ...CANARIES,
      Buffer.from('canary-mail@example.com/token:canary-token').toString('base64'),
    ]
    for (const error of errors) {
      expect(error.name).toMatch(/^Zendesk/)
      expect(error.cause).toBeUndefined()
      for (const secret of secrets) expect(told(error)).not.toContain(secret)
    }
    expect(errors[0]).toMatchObject({ method: 'PUT', path: '/api/v2/users/{user_id}', ids: [11] })
  },
)

const ENVELOPES: [string, Reply, object][] = [
  [
    'a record that is not there',
    { status: 404, body: { error: 'RecordNotFound', description: 'Not found' } },
    { name: 'ZendeskRefused', code: 'RecordNotFound', retryable: false },
  ],
  [
    'a field that does not pass',
    {
      status: 422,
      body: {
        error: 'RecordInvalid',
        description: 'Record validation errors',
        details: {
          value: [{ description: 'Value: x is already being used', error: 'DuplicateValue' }],
          email: [{ description: 'Email: bad' }],
        },
      },
    },
    { name: 'ZendeskRefused', code: 'RecordInvalid', reasons: ['value: DuplicateValue', 'email'] },
  ],
  [
    'a title and a message',
    {
      status: 400,
      body: { error: { title: 'Invalid attribute', message: 'You passed an invalid value' } },
    },
    { name: 'ZendeskRefused', code: 'Invalid attribute' },
  ],
  [
    'a plan that lacks it',
    { status: 403, body: { error: { title: 'Forbidden', message: 'You do not have access' } } },
    { name: 'ZendeskRefused', code: 'Forbidden' },
  ],
  [
    'a list of errors',
    {
      status: 400,
      body: { errors: [{ code: 'InvalidPaginationDepth', title: 'x', detail: 'y' }] },
    },
    { name: 'ZendeskRefused', code: 'InvalidPaginationDepth' },
  ],
  [
    'a sentence for a code',
    { status: 401, body: { error: "Couldn't authenticate you" } },
    { name: 'ZendeskUnauthorised', code: undefined },
  ],
  [
    'a scope that the token lacks',
    {
      status: 403,
      body: {
        error: 'Forbidden',
        description: 'You are missing the following required scopes: write',
      },
    },
    { name: 'ZendeskUnauthorised', code: 'Forbidden' },
  ],
  [
    'a collision in plain text',
    { status: 409, body: 'Requester creation collision - please try again' },
    { name: 'ZendeskSilent', code: undefined },
  ],
  [
    'a limit in plain text',
    {
      status: 429,
      headers: { 'retry-after': '27' },
      body: 'You have exceeded the rate limit for updating a single unique user. user email:  id:  external_id: ',
    },
    { name: 'ZendeskLimited', retryAfterMs: 27_000, code: undefined },
  ],
  [
    'too many ids',
    {
      status: 400,
      body: {
        error: 'TooManyValues',
        description: 'Parameter  cannot specify more than 100 values',
        max_count: 100,
      },
    },
    { name: 'ZendeskRefused', code: 'TooManyValues' },
  ],
  ['a page of the edge', { status: 503, body: '<html>…</html>' }, { name: 'ZendeskSilent' }],
  ['nothing at all', { status: 400 }, { name: 'ZendeskRefused', code: undefined }],
  ['JSON that is no object', { status: 400, body: [1, null] }, { name: 'ZendeskRefused' }],
]

test.each(ENVELOPES)('%s is understood', async (_, reply, error) => {
  const { url } = await serve(() => reply)

  expect(await errorOf(client(url).users.remove(11))).toMatchObject({
    ...error,
    status: reply.status,
    ids: [11],
  })
})

test('a user who is still requester of open tickets is refused with their number', async () => {
  const sentence = 'User is requester on 2 ticket(s) that are not closed.'
  const details = { base: [{ type: sentence, description: `Base ${sentence}` }] }
  const { url } = await serve(() => ({
    status: 422,
    body: { error: 'RecordInvalid', description: 'Record validation errors', details },
  }))

  expect(await errorOf(client(url).users.remove(11))).toMatchObject({
    name: 'ZendeskRefused',
    blockedBy: 2,
  })
})

test('a 404 that Zendesk did not sign is no proof that the record is gone', async () => {
  const { url } = await serve(() => ({
    status: 404,
    body: '<h1>No help desk at this address</h1>',
  }))
  const { users, tickets } = client(url)

  expect(await errorOf(users.show(11))).toMatchObject({ name: 'ZendeskRefused', status: 404 })
  expect(await errorOf(tickets.show(21))).toMatchObject({ name: 'ZendeskRefused', status: 404 })
})

test('an endpoint that the plan lacks is not mistaken for a record that is gone', async () => {
  const { url } = await serve(() => ({
    status: 404,
    body: { error: 'InvalidEndpoint', description: 'Not found' },
  }))

  expect(await errorOf(client(url).users.deletionStatuses(11))).toMatchObject({
    code: 'InvalidEndpoint',
  })
})

test('what does not fit is named by its place only', async () => {
  const { url } = await serve(() => ({ body: { user: { id: 11, name: 5 } } }))

  const error = await errorOf(client(url).users.show(11))

  expect(error).toMatchObject({ name: 'ZendeskUnreadable', status: 200 })
  expect(error).toHaveProperty('misfits', expect.arrayContaining(['user.name', 'user.email']))
})

test('ids are kept beside the message, which ends up in logs', async () => {
  const { url } = await serve(() => ({ status: 403, body: { error: 'Forbidden' } }))
  const ids = [1, 2, 3, 4, 5]

  const error = await errorOf(client(url).tickets.removeMany(ids))

  expect(error).toMatchObject({ ids })
  expect(error.message).toBe('Zendesk refused: DELETE /api/v2/tickets/destroy_many, 403 Forbidden')
})

test('whatever Zendesk says, only words that look like codes pass', () => {
  const sentence = fc.string().map((text) => `${text}@example.com`)
  const complaint = fc.record({ error: sentence, description: sentence })
  const body = fc.oneof(
    fc.record({ error: sentence }),
    fc.record({ error: fc.record({ title: sentence, message: sentence }) }),
    fc.record({ errors: fc.array(fc.record({ code: sentence, title: sentence })) }),
    fc.record({ details: fc.dictionary(fc.string(), fc.array(complaint)) }),
    fc.jsonValue(),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        body.map((value) => JSON.stringify(value)),
        fc.string(),
      ),
      (text) => {
        const { code, reasons } = readEnvelope(text)
        for (const word of [code ?? 'x', ...reasons]) expect(word).toMatch(/^[A-Za-z][\w: ]*$/)
      },
    ),
  )
})
