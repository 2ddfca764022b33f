import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LogLevel, WebClient } from '@slack/web-api'
import { expect, onTestFinished, test } from 'vitest'
import { slackClients } from '../../src/slack/clients.ts'
import { type Failure, failureOf } from '../../src/slack/failure.ts'
import { nowhere, outgoing } from './desk.ts'

const failed = async (call: Promise<unknown>): Promise<Failure> => {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return failureOf(error)
}

/** A server that answers as it is told. */
const answering = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`
}

test.each([
  [
    { kind: 'too-many', seconds: 7 },
    { kind: 'limited', retryAfterMs: 7000 },
  ],
  [
    { kind: 'refuse', error: 'ratelimited' },
    { kind: 'limited', retryAfterMs: 5000 },
  ],
  [
    { kind: 'refuse', error: 'channel_not_found' },
    { kind: 'refused', code: 'channel_not_found' },
  ],
  [{ kind: 'refuse', error: 'internal_error' }, { kind: 'lost' }],
  [{ kind: 'drop-before' }, { kind: 'lost' }],
  [{ kind: 'error-before' }, { kind: 'lost' }],
] as const)('%o means %o', async (fault, failure) => {
  const { patient, spoil } = await outgoing()
  spoil(fault)

  expect(await failed(patient.auth.test())).toEqual(failure)
})

test('a call to where nobody listens was never sent', async () => {
  const { patient } = slackClients({ token: 'xoxb-any', apiUrl: await nowhere() })

  expect(await failed(patient.auth.test())).toEqual({ kind: 'unreachable' })
})

test('a missing scope is named', async () => {
  const { patient } = await outgoing({ scopes: [] })

  expect(await failed(patient.users.info({ user: 'U0LIND' }))).toEqual({
    kind: 'refused',
    code: 'missing_scope',
    needed: 'users:read',
  })
})

test.each([
  ['a page of a proxy', 200, '<html>who are you</html>'],
  ['an answer that breaks off', 200, undefined],
] as const)('%s says nothing about what was carried out', async (_, status, body) => {
  const apiUrl = await answering((_request, response) => {
    response.writeHead(status, { 'content-length': 50 })
    response.write(body ?? '{')
    if (body === undefined) response.destroy()
    else response.end(' '.repeat(50 - body.length))
  })
  const { patient } = slackClients({ token: 'xoxb-any', apiUrl })

  expect(await failed(patient.auth.test())).toEqual({ kind: 'lost' })
})

test('a 429 that does not say how long is waited out all the same', async () => {
  const apiUrl = await answering((_, response) => response.writeHead(429).end('{}'))
  const { patient } = slackClients({ token: 'xoxb-any', apiUrl })

  expect(await failed(patient.auth.test())).toEqual({ kind: 'limited', retryAfterMs: 5000 })
})

test('an answer that takes too long is lost', async () => {
  const apiUrl = await answering(() => {})
  const client = new WebClient('xoxb-any', {
    slackApiUrl: apiUrl,
    timeout: 20,
    logLevel: LogLevel.ERROR,
    retryConfig: { retries: 0 },
  })

  expect(await failed(client.auth.test())).toEqual({ kind: 'lost' })
})

test('the log holds warnings, and nothing of what is said', async () => {
  const lines: string[] = []
  const { slack, spoil } = await outgoing()
  const log = (line: string) => lines.push(line)
  const { patient } = slackClients({ token: slack.botToken, apiUrl: slack.apiUrl, log })
  spoil({ kind: 'drop-before' })
  const secret = 'ines.aubry@example.com'

  await failed(patient.chat.postMessage({ channel: 'C0REQUESTS', text: secret }))
  await patient.chat.postMessage({ channel: 'C0REQUESTS', text: secret.repeat(2000) })
  await failed(patient.views.open({ trigger_id: secret, view: { type: 'modal' } as never }))

  expect(lines).toEqual(['slack: http request failed', 'slack: message_truncated'])
})

test('the token goes nowhere but to Slack', async () => {
  const asked: string[] = []
  const elsewhere = await answering((request, response) => {
    asked.push(String(request.url))
    response.end('{}')
  })
  const { patient } = await outgoing()

  expect(await failed(patient.apiCall(elsewhere))).not.toEqual({ kind: 'limited' })
  expect(asked).toEqual([])
})
