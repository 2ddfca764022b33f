import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { client, errorOf } from './support/client.ts'
import { type Reply, serve } from './support/server.ts'

const file = (name: string, body: string): Reply => ({
  headers: {
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    'content-length': String(Buffer.byteLength(body)),
  },
  body,
})
const account = async () => await serve(() => ({ status: 404, body: 'nothing here' }))

test('a file on another host is looked at without our credentials', async () => {
  const { url } = await account()
  const host = await serve(() => file('passport.txt', 'Inès Aubry'))

  const look = await client(url).files.look(`${host.url}/attachments/token/abc/?name=passport.txt`)

  expect(look).toEqual({ status: 200, type: 'text/plain', name: 'passport.txt', size: 11 })
  expect(host.requests[0]?.headers).not.toHaveProperty('authorization')
  expect(host.requests[0]?.headers).not.toHaveProperty('cookie')
})

test('a file of the account itself is looked at as ourselves: private files open for nobody else', async () => {
  const { url, requests } = await serve(() => file('redacted.txt', ''))

  const look = await client(url).files.look(`${url}/attachments/token/abc/`)

  expect(look).toEqual({ status: 200, type: 'text/plain', name: 'redacted.txt', size: 0 })
  expect(requests[0]?.headers.authorization).toMatch(/^Basic /)
})

test.each([403, 404, 410])(
  'an address that gives nothing any more is told, not thrown: %i',
  async (status) => {
    const { url } = await serve(() => ({ status, body: 'gone' }))

    expect(await client(url).files.look(`${url}/attachments/token/abc/`)).toMatchObject({ status })
  },
)

test('a redirect is followed without our credentials, even back to the account', async () => {
  const other = await serve(({ path }) =>
    path === '/signed'
      ? { status: 302, headers: { location: `${home.url}/back` } }
      : { status: 500 },
  )
  const home = await serve(({ path }) =>
    path === '/back'
      ? file('a.txt', 'a')
      : { status: 302, headers: { location: `${other.url}/signed` } },
  )

  const look = await client(home.url).files.look(`${home.url}/attachments/token/abc/`)

  expect(look).toMatchObject({ status: 200, name: 'a.txt' })
  const all = [...other.requests, ...home.requests.slice(1)]
  expect(all).toHaveLength(2)
  for (const { headers } of all) expect(headers).not.toHaveProperty('authorization')
})

test('redirects in a circle end, and are told as they are', async () => {
  const { url, requests } = await serve(() => ({ status: 302, headers: { location: '/again' } }))

  expect(await client(url).files.look(`${url}/a`)).toMatchObject({ status: 302 })
  expect(requests).toHaveLength(4)
})

test.each(['ftp://files.example.com/a', 'http://files.example.com/a', 'file:///etc/passwd'])(
  'a redirect that leaves https is not followed: %s',
  async (location) => {
    const { url } = await serve(() => ({ status: 302, headers: { location } }))

    expect(await client(url).files.look(`${url}/a`)).toMatchObject({ status: 302 })
  },
)

test.each(['http://files.example.com/a', 'ftp://x.example.com', 'https://a:b@x.example.com', '/a'])(
  'an address that must not be called is refused without being repeated: %s',
  async (address) => {
    const error = await errorOf(client('https://acme.zendesk.com').files.look(address))

    expect(error).toBeInstanceOf(TypeError)
    expect(error.message).not.toContain(address)
  },
)

test('from a real account nothing on this machine is called', async () => {
  const inside = await serve(() => file('secret', 'x'))

  const look = client('https://acme.zendesk.com').files.look(`${inside.url}/a`)

  expect(await errorOf(look)).toBeInstanceOf(TypeError)
  expect(inside.requests).toEqual([])
})

test('no more than a little is taken of a large file', async () => {
  const { url, sent, hungUp } = await endless()

  const look = await client(url).files.look(`${url}/attachments/token/abc/`)
  await hungUp

  expect(look).toEqual({ status: 200, type: 'video/mp4' })
  expect(sent()).toBeLessThan(32 * 1024 * 1024)
})

test('the stated size of a large file is told without taking it', async () => {
  const { url, hungUp } = await endless({ 'content-length': '5000000000' })

  expect(await client(url).files.look(`${url}/a`)).toMatchObject({ size: 5_000_000_000 })
  await hungUp
})

test('a name in any alphabet is read', async () => {
  const { url } = await serve(() => ({
    headers: { 'content-disposition': "attachment; filename=x; filename*=UTF-8''In%C3%A8s.txt" },
  }))

  expect(await client(url).files.look(`${url}/a`)).toMatchObject({ name: 'Inès.txt' })
})

test.each<[string, Reply | undefined, object]>([
  ['no answer', undefined, { name: 'ZendeskSilent', code: 'ECONNRESET' }],
  ['trouble of the host', { status: 503 }, { name: 'ZendeskSilent', status: 503 }],
  ['a limit', { status: 429 }, { name: 'ZendeskLimited', status: 429 }],
  ['our credentials', { status: 401 }, { name: 'ZendeskUnauthorised', status: 401 }],
])('an error tells nothing of the address: %s', async (_, reply, expected) => {
  const { url } = await serve((__, response) => {
    if (!reply) response.destroy()
    return reply
  })

  const error = await errorOf(client(url).files.look(`${url}/token/canary-token/?name=canary-name`))

  expect(error).toMatchObject({ ...expected, path: '{attachment}', ids: [] })
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('canary')
})

/** A file without end, by pieces of 64 kB for as long as somebody takes them. */
async function endless(headers: Record<string, string> = {}) {
  let sent = 0
  const piece = Buffer.alloc(64 * 1024)
  const server = createServer((_, response) => {
    const fill = (): void => {
      while (!response.destroyed) {
        sent += piece.length
        if (!response.write(piece)) return
      }
    }
    response.writeHead(200, { 'content-type': 'video/mp4', ...headers })
    response.on('drain', fill)
    fill()
  })
  const hungUp = new Promise<void>((resolve) => {
    server.on('request', (_, response) => response.on('close', resolve))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, sent: () => sent, hungUp }
}
