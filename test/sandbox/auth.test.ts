import { expect, test } from 'vitest'
import { camille, staff } from '../../sandbox/zendesk/sample/people.ts'
import { type Answer, account, as } from './account.ts'

const bearer = (granted: Answer): string => `Bearer ${String(granted.at('access_token'))}`

const client = {
  grant_type: 'client_credentials',
  client_id: 'rightsdesk',
  client_secret: 'sandbox-secret',
}

test('a token opens the account until it expires', async () => {
  const { call, url, clock } = await account()

  const granted = await call(
    'POST',
    `${url}/oauth/tokens`,
    { ...client, scope: 'read write', expires_in: 300 },
    as.nobody,
  )
  const token = bearer(granted)
  const before = await call('GET', '/users/me', undefined, token)
  clock.pass(301_000)
  const after = await call('GET', '/tickets/48213', undefined, token)

  expect(granted.body).toMatchObject({ token_type: 'bearer', scope: 'read write', expires_in: 300 })
  expect(before.at('user')).toMatchObject({ id: staff.admin.id, role: 'admin' })
  expect([after.status, after.body]).toEqual([401, { error: "Couldn't authenticate you" }])
})

test('a misspelt scope still yields a token, and every call is refused', async () => {
  const { call, url } = await account()

  const granted = await call(
    'POST',
    `${url}/oauth/tokens`,
    { ...client, scope: 'users:reed' },
    as.nobody,
  )
  const { status, at } = await call('GET', '/users', undefined, bearer(granted))

  expect(granted.status).toBe(200)
  expect(status).toBe(403)
  expect(at('error')).toMatchObject({ title: 'Forbidden' })
})

test.each([
  ['users:read', 'GET', '/users', 200],
  ['users:read', 'GET', '/tickets', 403],
  ['tickets:read', 'GET', '/tickets/48213/audits', 403],
  ['read', 'GET', '/tickets/48213/audits', 200],
  ['read', 'DELETE', '/tickets/48213', 403],
  ['tickets:write', 'DELETE', '/tickets/48213', 204],
])('scope %s on %s %s answers %i', async (scope, method, path, status) => {
  const { call, url } = await account()
  const granted = await call('POST', `${url}/oauth/tokens`, { ...client, scope }, as.nobody)

  const answer = await call(method, path, undefined, bearer(granted))

  expect(answer.status).toBe(status)
})

test.each([
  ['a wrong secret', { ...client, client_secret: 'no' }, 401],
  ['another grant', { ...client, grant_type: 'password' }, 400],
  ['a life of a week', { ...client, expires_in: 604_800 }, 400],
])('no token for %s', async (_, body, status) => {
  const { call, url } = await account()

  expect((await call('POST', `${url}/oauth/tokens`, body, as.nobody)).status).toBe(status)
})

test('secrets do not reach the log', async () => {
  const { call, url, log } = await account()

  await call('POST', `${url}/oauth/tokens`, client, as.nobody)

  expect(JSON.stringify(log())).not.toContain('sandbox-secret')
})

test('wrong credentials are refused, yet users/me says that you are nobody', async () => {
  const { call } = await account()

  const refused = await call('GET', '/users', undefined, as.wrong)
  const wrong = await call('GET', '/users/me', undefined, as.wrong)
  const none = await call('GET', '/users/me', undefined, as.nobody)

  expect([refused.status, refused.body]).toEqual([401, { error: "Couldn't authenticate you" }])
  expect([wrong.status, wrong.at('user')]).toMatchObject([
    200,
    { id: null, name: 'Anonymous user' },
  ])
  expect([none.status, none.at('user')]).toMatchObject([200, { id: null, name: 'Anonymous user' }])
})

test('a name with a password opens nothing', async () => {
  const { call } = await account()
  const password = `Basic ${Buffer.from(`${staff.admin.email}:sandbox-token`).toString('base64')}`

  expect((await call('GET', '/users', undefined, password)).status).toBe(401)
})

test.each([
  [
    'an agent may not delete many users',
    as.agent,
    'DELETE',
    `/users/destroy_many?ids=${camille.id}`,
    403,
  ],
  ['an agent may not delete an agent', as.agent, 'DELETE', `/users/${staff.second.id}`, 403],
  [
    'an agent may not delete a recording',
    as.agent,
    'DELETE',
    '/channels/voice/calls/CA1/recordings',
    403,
  ],
  ['nobody deletes the owner', as.admin, 'DELETE', `/users/${staff.owner.id}`, 422],
  ['an agent with the right role deletes a ticket', as.agent, 'DELETE', '/tickets/48213', 204],
  ['seasonal help deletes no ticket', as.limited, 'DELETE', '/tickets/48213', 403],
  ['seasonal help changes no user', as.limited, 'PUT', `/users/${camille.id}`, 403],
  ['seasonal help sees no deleted tickets', as.limited, 'GET', '/deleted_tickets', 403],
  ['seasonal help sees no suspended tickets', as.limited, 'GET', '/suspended_tickets', 403],
])('%s', async (_, who, method, path, status) => {
  const { call } = await account()

  const answer = await call(
    method,
    path,
    method === 'PUT' ? { user: { notes: '' } } : undefined,
    who,
  )

  expect(answer.status).toBe(status)
})
