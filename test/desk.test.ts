import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { camille, staff } from '../sandbox/zendesk/sample/people.ts'
import type { Config } from '../src/config.ts'
import { CannotStart } from '../src/desk.ts'
import { openRequest, Refusal } from '../src/flows/index.ts'
import { startFailure } from '../src/start-failure.ts'
import { wordsFor } from '../src/words/index.ts'
import { isUnharmed, lead, oauthOf, office, refusalOf, zendesk } from './support/office.ts'

type Auth = Config['zendesk']['auth']

const token = (email: string, secret: string): Auth => ({ kind: 'token', email, token: secret })

/** A server that answers every call alike. */
async function answering(status: number, body: string, type = 'text/html'): Promise<string> {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'content-type': type }).end(body)
  })
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('credentials', () => {
  test.each<[string, Auth]>([
    [
      'an OAuth client with another secret',
      { kind: 'oauth', clientId: 'rightsdesk', clientSecret: 'canary' },
    ],
    ['an OAuth client nobody knows', { kind: 'oauth', clientId: 'canary', clientSecret: 'canary' }],
    ['a token that was revoked, which Zendesk answers 200', token(staff.admin.email, 'canary')],
    ['an address nobody has', token('canary@example.com', 'sandbox-token')],
  ])('of %s are refused, with where to look', async (_, auth) => {
    const here = await office()

    const said = await refusalOf(here.open(zendesk(here.account.url, auth)))

    expect(said).toMatch(/does not know these credentials\. Check ZENDESK_CLIENT_ID/)
    expect(said).not.toContain('canary')
    await isUnharmed(here)
  })

  test('of an end user are refused', async () => {
    const client = { id: 'hers', secret: 'secret', user: camille.id }
    const admin = { id: 'rightsdesk', secret: 'sandbox-secret', user: staff.admin.id }
    const here = await office({ credentials: { clients: [admin, client] } })

    const said = await refusalOf(
      here.open(
        zendesk(here.account.url, { kind: 'oauth', clientId: 'hers', clientSecret: 'secret' }),
      ),
    )

    expect(said).toMatch(/belong to an end user\. Use those of an agent/)
    await isUnharmed(here)
  })

  test('of an API token work, with a warning that they will not for long', async () => {
    const here = await office()

    const desk = await here.open(
      zendesk(here.account.url, token(staff.admin.email, 'sandbox-token')),
    )

    expect(desk.warnings).toEqual([expect.stringMatching(/stop working on 30 April 2027/)])
    const other = await here.open({ dataDir: `${here.config.dataDir}-2` })
    expect(other.warnings).toEqual([])
  })
})

describe('an address', () => {
  test.each<[string, number, string, string]>([
    ['a web page', 200, '<html>Welcome</html>', 'text/html'],
    ['some other API', 200, '{"ok":true}', 'application/json'],
    ['a login elsewhere', 302, '', 'text/html'],
  ])('of %s is refused', async (_, status, body, type) => {
    const here = await office()
    const url = await answering(status, body, type)
    const auth: Auth = { kind: 'token', email: staff.admin.email, token: 'sandbox-token' }

    for (const how of [auth, oauthOf(here.account)]) {
      expect(await refusalOf(here.open(zendesk(url, how)))).toMatch(/Check that ZENDESK_URL/)
    }
    await isUnharmed(here)
  })

  test('where nobody listens is refused', async () => {
    const here = await office()

    const said = await refusalOf(here.open(zendesk('http://127.0.0.1:9', oauthOf(here.account))))

    expect(said).toMatch(/does not answer\. Check ZENDESK_URL and the network/)
    await isUnharmed(here)
  })
})

test('no other error of a start is taken for a refusal with words', () => {
  expect(startFailure(new TypeError('ours'), wordsFor('en'))).toBeUndefined()
  expect(startFailure(new CannotStart('role'), wordsFor('fr'))).toMatch(/utilisateur final/)
})

test('members of another workspace have no standing, whatever their user id', async () => {
  const here = await office()
  const desk = await here.open()
  const foreigner = { ...lead, team: 'T0ELSEWHERE' }

  expect((await desk.hands.people.standing(foreigner)).active).toBe(false)
  const opening = openRequest({ right: 'erasure', subject: '#48090', by: foreigner }, desk.hands)
  await expect(opening).rejects.toBeInstanceOf(Refusal)
  await expect(opening).rejects.toMatchObject({ code: 'not-a-member' })
})
