import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { client, errorOf } from './support/client.ts'
import { virtualClock } from './support/clock.ts'
import { sampleUser } from './support/samples.ts'
import { type Received, type Reply, serve } from './support/server.ts'

const OAUTH = { kind: 'oauth', clientId: 'desk', clientSecret: 'canary-secret' } as const

/** An account that hands out token-1, token-2, … */
async function account(
  grant: (count: number) => Reply,
  answer: (request: Received) => Reply = () => ({ body: { user: sampleUser } }),
) {
  let granted = 0
  const server = await serve((request) => {
    if (request.path !== '/oauth/tokens') return answer(request)
    granted += 1
    return grant(granted)
  })
  const at = (path: RegExp) => server.requests.filter((request) => path.test(request.path))
  return { ...server, asked: () => at(/^\/oauth/), called: () => at(/^\/api/) }
}

const granting = (lifetime?: number) => (count: number) => ({
  body: {
    access_token: `token-${count}`,
    token_type: 'bearer',
    scope: 'read write',
    expires_in: lifetime,
  },
})

test('a token is asked for once, as the client, and used for every call', async () => {
  const { url, asked, called } = await account(granting(3600))
  const zendesk = client(url, { auth: OAUTH })

  await zendesk.users.show(11)
  await zendesk.users.show(11)

  expect(asked().map(({ body }) => body)).toEqual([
    {
      grant_type: 'client_credentials',
      client_id: 'desk',
      client_secret: 'canary-secret',
      scope: 'read write',
    },
  ])
  expect(called().map(({ headers }) => headers.authorization)).toEqual([
    'Bearer token-1',
    'Bearer token-1',
  ])
  expect(zendesk.warnings).toEqual([])
})

test('calls at the same time share one renewal', async () => {
  const { url, asked, called } = await account(granting(3600))
  const zendesk = client(url, { auth: OAUTH })

  await Promise.all(Array.from({ length: 20 }, async () => await zendesk.users.show(11)))

  expect(asked()).toHaveLength(1)
  expect(called()).toHaveLength(20)
})

test('a token is renewed before it expires', async () => {
  const { url, asked } = await account(granting(1800))
  const clock = virtualClock()
  const zendesk = client(url, { auth: OAUTH, now: clock.now, sleep: clock.sleep })

  await zendesk.users.show(11)
  clock.pass(1_739_000)
  await zendesk.users.show(11)
  expect(asked()).toHaveLength(1)
  clock.pass(2_000)
  await zendesk.users.show(11)

  expect(asked()).toHaveLength(2)
})

test('a token without an end is kept', async () => {
  const { url, asked } = await account(granting())
  const clock = virtualClock()
  const zendesk = client(url, { auth: OAUTH, now: clock.now, sleep: clock.sleep })

  await zendesk.users.show(11)
  clock.pass(365 * 86_400_000)
  await zendesk.users.show(11)

  expect(asked()).toHaveLength(1)
})

test('a token that was revoked is renewed once, also under a write', async () => {
  const { url, asked, called } = await account(granting(3600), ({ headers }) =>
    headers.authorization === 'Bearer token-1'
      ? { status: 401, body: { error: 'invalid_token' } }
      : { body: { user: sampleUser } },
  )

  await expect(client(url, { auth: OAUTH }).users.remove(11)).resolves.toMatchObject({ id: 11 })
  expect(asked()).toHaveLength(2)
  expect(called()).toHaveLength(2)
})

test('many calls with a revoked token renew it once', async () => {
  const { url, asked } = await account(granting(3600), ({ headers }) =>
    headers.authorization === 'Bearer token-1' ? { status: 401 } : { body: { user: sampleUser } },
  )
  const zendesk = client(url, { auth: OAUTH })

  await Promise.all(Array.from({ length: 10 }, async () => await zendesk.users.show(11)))

  expect(asked()).toHaveLength(2)
})

test('a 401 with a fresh token too is the end', async () => {
  const { url, asked } = await account(granting(3600), () => ({
    status: 401,
    body: { error: 'invalid_token', error_description: 'canary-answer' },
  }))

  const error = await errorOf(client(url, { auth: OAUTH }).users.show(11))

  expect(error).toMatchObject({ name: 'ZendeskUnauthorised', status: 401, code: 'invalid_token' })
  expect(asked()).toHaveLength(2)
})

test.each([
  ['raed write', 'write', ['raed']],
  ['raed write', 'raed write', ['raed']],
  ['users:read tickets:wirte', 'users:read tickets:wirte', ['tickets:wirte']],
  ['read tikets:write', 'read', ['tikets:write']],
  ['read write', 'read', ['write']],
])(
  'asked for "%s" and granted "%s", the missing scope is named',
  async (scope, granted, missing) => {
    const { url, called } = await account(() => ({
      body: { access_token: 'canary-token', scope: granted },
    }))

    const error = await errorOf(client(url, { auth: { ...OAUTH, scope } }).users.show(11))

    expect(error).toMatchObject({
      name: 'ZendeskUnauthorised',
      code: 'ScopeNotGranted',
      missingScopes: missing,
    })
    expect(error.message).toContain(missing[0])
    expect(inspect(error)).not.toContain('canary')
    expect(called()).toEqual([])
  },
)

test.each([
  ['users:read tickets:write', 'users:read tickets:write'],
  ['users:read', 'read write'],
  ['read write', undefined],
])('asked for "%s" and granted "%s", all is well', async (scope, granted) => {
  const { url } = await account(() => ({ body: { access_token: 'token', scope: granted } }))

  await expect(client(url, { auth: { ...OAUTH, scope } }).users.show(11)).resolves.toBeDefined()
})

test.each<[Reply, string]>([
  [
    { status: 401, body: { error: 'invalid_client', error_description: 'canary-answer' } },
    'ZendeskUnauthorised',
  ],
  [{ status: 400, body: { error: 'invalid_scope' } }, 'ZendeskUnauthorised'],
  [{ status: 429, headers: { 'retry-after': '5' } }, 'ZendeskLimited'],
  [{ status: 500 }, 'ZendeskSilent'],
  [{ body: { token: 'canary-token' } }, 'ZendeskUnreadable'],
  [{ body: 'canary-token' }, 'ZendeskUnreadable'],
])('no token, no call: %j', async (reply, name) => {
  const { url, called } = await account(() => reply)

  const error = await errorOf(client(url, { auth: OAUTH }).tickets.remove(21))

  expect(error).toMatchObject({ name, path: '/oauth/tokens' })
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('canary')
  expect(called()).toEqual([])
})

test('after a failed renewal the next call tries again', async () => {
  const { url } = await account((count) => (count === 1 ? { status: 401 } : granting(60)(count)))
  const zendesk = client(url, { auth: OAUTH })

  await errorOf(zendesk.users.show(11))

  await expect(zendesk.users.show(11)).resolves.toBeDefined()
})

test.each([
  { name: 'Anonymous user' },
  { id: null, name: 'Anonymous user', email: 'invalid@example.com', role: 'end-user' },
])('the 200 for a stranger is no sign-in: %j', async (user) => {
  const { url } = await serve(() => ({ body: { user } }))

  expect(await errorOf(client(url).users.me())).toMatchObject({
    name: 'ZendeskUnauthorised',
    code: 'AnonymousUser',
  })
})
