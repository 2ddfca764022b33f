import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { createExchange } from '../../src/zendesk/exchange.ts'
import { createZendesk } from '../../src/zendesk/index.ts'
import { all, client, errorOf } from './support/client.ts'
import { virtualClock } from './support/clock.ts'
import { sampleTicket, sampleUser } from './support/samples.ts'
import { serve } from './support/server.ts'

test('axios is a version without the known holes (1.19 or later)', () => {
  const file = new URL('../../node_modules/axios/package.json', import.meta.url)
  const { version } = JSON.parse(readFileSync(file, 'utf8'))
  const [major = 0, minor = 0] = String(version).split('.').map(Number)

  expect(major * 1000 + minor).toBeGreaterThanOrEqual(1019)
})

test('the API token goes out as Basic, and the operator is warned that tokens end', async () => {
  const { url, requests } = await serve(() => ({ body: { user: sampleUser } }))
  const zendesk = client(url)

  await zendesk.users.show(11)

  const sent = Buffer.from('bot@example.com/token:secret-token').toString('base64')
  expect(requests[0]?.headers.authorization).toBe(`Basic ${sent}`)
  expect(zendesk.warnings).toEqual([expect.stringContaining('30 April 2027')])
})

test('a next page on another host is not followed, and no credentials leave', async () => {
  const thief = await serve(() => ({ body: { users: [], next_page: null } }))
  const { url, requests } = await serve(({ query }) => ({
    body: {
      users: [sampleUser],
      next_page: query.page === '1' ? `${thief.url}/api/v2/users/search?page=2` : null,
    },
  }))

  const found = await all(client(url).users.search({ query: 'ana' }))

  expect(found).toHaveLength(2)
  expect(requests.map(({ query }) => query.page)).toEqual(['1', '2'])
  expect(thief.requests).toEqual([])
})

test('a cursor of another host’s address is used here only', async () => {
  const thief = await serve(() => ({ body: {} }))
  const { url, requests } = await serve(({ query }) => ({
    body: {
      tickets: [sampleTicket],
      meta: { has_more: query['page[after]'] === undefined },
      links: { next: `${thief.url}/api/v2/x?page%5Bafter%5D=abc&page%5Bsize%5D=100` },
    },
  }))

  await all(client(url).tickets.ofUser(11, 'ccd'))

  expect(requests.map(({ query }) => query['page[after]'])).toEqual([undefined, 'abc'])
  expect(thief.requests).toEqual([])
})

test.each([301, 302, 303, 307, 308])('a redirect (%i) is not followed', async (status) => {
  const thief = await serve(() => ({ body: { user: sampleUser } }))
  const { url } = await serve(() => ({ status, headers: { location: `${thief.url}/here` } }))

  const error = await errorOf(client(url).users.show(11))

  expect(error).toMatchObject({ name: 'ZendeskUnreadable', status, code: 'Redirect' })
  expect(thief.requests).toEqual([])
})

test('a proxy of the environment is ignored', async () => {
  const proxy = await serve(() => ({ body: { user: sampleUser } }))
  const { url, requests } = await serve(() => ({ body: { user: sampleUser } }))
  const names = ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy']
  const before = names.map((name) => process.env[name])
  for (const name of names) process.env[name] = proxy.url
  onTestFinished(() => {
    names.forEach((name, at) => {
      if (before[at] === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = before[at]
    })
  })

  await client(url).users.show(11)

  expect(requests).toHaveLength(1)
  expect(proxy.requests).toEqual([])
})

test('an answer that is too big is refused, and not asked for again', async () => {
  const { url, requests } = await serve(() => ({ body: 'x'.repeat(70 * 1024 * 1024) }))

  const error = await errorOf(client(url).users.show(11))

  expect(error).toMatchObject({ name: 'ZendeskUnreadable', code: 'TooLarge' })
  expect(requests).toHaveLength(1)
})

test('an answer that unpacks to too much is refused', async () => {
  const bomb = gzipSync(Buffer.alloc(70 * 1024 * 1024))
  const { url } = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
    response.end(bomb)
    return undefined
  })

  expect(await errorOf(client(url).users.show(11))).toMatchObject({ code: 'TooLarge' })
})

test('a page of somebody else’s does not pass for a deletion', async () => {
  const { url } = await serve(() => ({ body: '<html>Please sign in to the network</html>' }))

  const error = await errorOf(client(url).tickets.remove(21))

  expect(error).toMatchObject({ name: 'ZendeskUnreadable', code: 'NotJson', status: 200 })
})

test('a body that is too big is never sent', async () => {
  const { url, requests } = await serve(() => ({ body: {} }))
  const call = client(url).users.update(11, { notes: 'x'.repeat(9 * 1024 * 1024) })

  expect(await errorOf(call)).toMatchObject({ name: 'ZendeskRefused', code: 'NotSent' })
  expect(requests).toEqual([])
})

test('an answer that drips without end is given up', async () => {
  const { url } = await serve((_, response) => {
    const drip = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(drip))
    return undefined
  })

  const error = await errorOf(client(url, { timeoutMs: 200 }).tickets.remove(21))

  expect(error).toMatchObject({ name: 'ZendeskSilent', code: 'ETIMEDOUT' })
})

test('an answer that breaks off half-way leaves the outcome of a write unknown', async () => {
  const { url } = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '500' })
    response.write('{"job_status":')
    setTimeout(() => response.destroy(), 20)
    return undefined
  })

  expect(await errorOf(client(url).tickets.purge(21))).toMatchObject({ name: 'ZendeskSilent' })
})

test('an address of another host, given as a path, still goes to our origin', async () => {
  const thief = await serve(() => ({ body: {} }))
  const { url, requests } = await serve(() => ({ body: {} }))

  await createExchange(url, { timeoutMs: 1000 })({
    method: 'GET',
    path: `${thief.url}/api/v2/users/1`,
    headers: { Authorization: 'Bearer canary' },
  })

  expect(thief.requests).toEqual([])
  expect(requests).toHaveLength(1)
})

test.each([
  'http://acme.zendesk.com',
  'https://bot:secret@acme.zendesk.com',
  'ftp://acme.zendesk.com',
  'acme.zendesk.com',
  '',
])('an address that would expose the credentials is refused: %j', (url) => {
  const auth = { kind: 'token', email: 'a@example.com', token: 'b' } as const

  expect(() => createZendesk({ url, auth })).toThrow(TypeError)
})

test('only the origin of the address counts', async () => {
  const { url, requests } = await serve(() => ({ body: { user: sampleUser } }))

  await client(`${url}/agent/dashboard?x=1`).users.show(11)

  expect(requests[0]?.path).toBe('/api/v2/users/11')
})

test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
  'what cannot be an id never becomes part of an address: %d',
  async (id) => {
    const { url, requests } = await serve(() => ({ body: {} }))
    const { users, tickets, comments, suspended } = client(url)

    expect(await errorOf(users.show(id))).toBeInstanceOf(TypeError)
    expect(await errorOf(tickets.remove(id))).toBeInstanceOf(TypeError)
    expect(await errorOf(comments.redactText(21, id, 'x'))).toBeInstanceOf(TypeError)
    expect(await errorOf(suspended.removeMany([1, id]))).toBeInstanceOf(TypeError)
    expect(requests).toEqual([])
  },
)

test('an id that is text in disguise is refused without being repeated', async () => {
  const smuggled: unknown = '1/../../ana@example.com'
  const error = await errorOf(client('http://127.0.0.1:1').users.show(smuggled as number))

  expect(error).toBeInstanceOf(TypeError)
  expect(error.message).not.toContain('ana')
})

test.each([0, 101])('a bulk write of %d ids is refused before it is sent', async (count) => {
  const { url, requests } = await serve(() => ({ body: {} }))
  const ids = Array.from({ length: count }, (_, index) => index + 1)

  expect(await errorOf(client(url).tickets.removeMany(ids))).toBeInstanceOf(TypeError)
  expect(requests).toEqual([])
})

test('a write that may not go any more by the time its turn has come is given back unsent', async () => {
  let paused = false
  const { url, requests } = await serve(() => ({
    headers: { 'ratelimit-limit': '200', 'ratelimit-remaining': '0', 'ratelimit-reset': '4' },
    body: { user: sampleUser },
  }))
  const { now, sleep } = virtualClock()
  const waits = async (ms: number): Promise<void> => {
    paused = true
    await sleep(ms)
  }
  const zendesk = client(url, { now, sleep: waits, mayWrite: () => !paused })
  await zendesk.users.show(11)

  const error = await errorOf(zendesk.users.remove(11))

  expect(error).toMatchObject({ name: 'ZendeskLimited', code: 'NotNow', retryAfterMs: 0 })
  expect(requests.map(({ method }) => method)).toEqual(['GET'])
  await zendesk.users.show(11)
  expect(requests.map(({ method }) => method)).toEqual(['GET', 'GET'])
})
