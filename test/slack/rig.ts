import { mkdtempSync } from 'node:fs'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LogLevel, WebClient } from '@slack/web-api'
import { onTestFinished } from 'vitest'
import type { Json } from '../../sandbox/slack/blocks/walk.ts'
import type { Options } from '../../sandbox/slack/options.ts'
import { type Slack, startSlack } from '../../sandbox/slack/server.ts'

/** A Monday morning. */
export const monday = Date.parse('2026-11-23T09:00:00Z')

/** What the app under test was sent. */
type Received = {
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly form: URLSearchParams
  /** The JSON of an interaction or event. */
  readonly payload: Json
}

type Answer = { status?: number; body?: unknown; headers?: Record<string, string>; wait?: number }

/** An answer of the control surface. */
type Seen = Json & {
  ok: boolean
  outcome: string
  says?: string
  errors?: Record<string, string>
  modal: (Json & { id: string; hash: string; errors: Record<string, string> }) | null
  ephemerals: { text: string; ts: string; bot: boolean }[]
  messages: { text: string; ts: string; channel: string }[]
  ts?: string
}

/** A workspace with a clock of its own and a scripted app behind it. */
export async function rig(options: Partial<Options> = {}) {
  const clock = { now: monday }
  const received: Received[] = []
  const script: { answer: (got: Received) => Answer | Promise<Answer> } = { answer: () => ({}) }
  const requestUrl = await listening(received, (got) => script.answer(got))
  const slack = await startSlack({
    dir: mkdtempSync(join(tmpdir(), 'slack-')),
    now: () => clock.now,
    patience: 5_000,
    app: { requestUrl },
    ...options,
  })
  onTestFinished(async () => await slack.close())
  const web = client(slack)
  return { slack, clock, received, script, ...handsOn(slack), web, say: web.chat.postMessage }
}

/** Slack's own client, which neither retries nor waits here. */
export const client = ({ apiUrl, botToken }: Slack, token = botToken): WebClient =>
  new WebClient(token, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
    rejectRateLimitedCalls: true,
  })

/** An answer of the Web API. */
type Called = Record<string, unknown> & { ok: boolean; error?: string }

/** Ways to act as members and administrators. */
export function handsOn({ url }: Pick<Slack, 'url'>) {
  const send = async (path: string, body: object = {}): Promise<Json> => {
    const response = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) })
    return response.status === 204 ? {} : ((await response.json()) as Json)
  }
  return {
    send,
    as: async (user: string, act: string, body: object = {}) =>
      (await send(`/_as/${user}/${act}`, body)) as Seen,
    admin: async (deed: string, body: object) => await send(`/_admin/${deed}`, body),
    read: async (path: string): Promise<Json> => (await (await fetch(url + path)).json()) as Json,
    call: async (method: string, args: object = {}, token = 'xoxb-nordlys-sandbox') => {
      const response = await fetch(`${url}/api/${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(args),
      })
      return (await response.json()) as Called
    },
  }
}

async function listening(
  received: Received[],
  answer: (got: Received) => Answer | Promise<Answer>,
): Promise<string> {
  const server = createServer((request, response) => {
    void reply(request, response, { received, answer })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}/slack/events`
}

type Scripted = {
  readonly received: Received[]
  readonly answer: (got: Received) => Answer | Promise<Answer>
}

async function reply(
  request: IncomingMessage,
  response: ServerResponse,
  { received, answer }: Scripted,
): Promise<void> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  const got = readAs(request.headers, text)
  received.push(got)
  const { status = 200, body, headers = {}, wait = 0 } = await answer(got)
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
  const type = typeof body === 'string' ? 'text/plain' : 'application/json'
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(written(body))
}

const written = (body: unknown): string =>
  typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body)

function readAs(headers: IncomingHttpHeaders, body: string): Received {
  const form = new URLSearchParams(headers['content-type']?.includes('form') ? body : '')
  const json = headers['content-type']?.includes('json') ? body : form.get('payload')
  return { headers, body, form, payload: (json ? JSON.parse(json) : {}) as Json }
}
