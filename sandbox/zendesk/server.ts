import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { type HttpBindings, serve as listen } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, Hono } from 'hono'
import type { LogEntry } from './account/log.ts'
import { openAccount } from './account/open-account.ts'
import type { Sent } from './account/rule-records.ts'
import { controlRoutes, type State, stateOf } from './control.ts'
import type { Fault } from './faults.ts'
import type { Credentials, Options } from './options.ts'
import { routesFor } from './routes.ts'
import { staff } from './sample/people.ts'
import { advance } from './transport/advance.ts'
import type { Reply, Route } from './transport/call.ts'
import type { Desk } from './transport/desk.ts'
import { Meter } from './transport/limits.ts'
import { partOf } from './transport/ranges.ts'
import { serve } from './transport/serve.ts'

/** A running account. */
export type Zendesk = {
  readonly url: string
  readonly credentials: Credentials
  fault: (fault: Fault) => void
  clearFaults: () => void
  log: () => readonly LogEntry[]
  state: () => State
  /** What rules sent to people and to webhooks so far. It left the account no further than this list. */
  sent: () => readonly Sent[]
  close: () => Promise<void>
}

type Env = { Bindings: HttpBindings }

/** Who may call, unless told otherwise: a client that acts as the admin, one as an agent, and two API tokens. */
export const defaultCredentials: Credentials = {
  clients: [
    { id: 'rightsdesk', secret: 'sandbox-secret', user: staff.admin.id },
    { id: 'rightsdesk-agent', secret: 'sandbox-agent-secret', user: staff.agent.id },
  ],
  tokens: [
    { email: staff.admin.email, token: 'sandbox-token' },
    { email: staff.agent.email, token: 'sandbox-agent-token' },
  ],
}

/** Starts the account on loopback. A restart on the same folder continues where the last one was. */
export async function startZendesk(options: Options): Promise<Zendesk> {
  let url = `http://127.0.0.1:${options.port ?? 0}`
  const credentials = { ...defaultCredentials, ...options.credentials }
  const account = openAccount(options, () => url)
  const meter = new Meter(account.now, account.setup)
  const desk: Desk = { account, credentials, meter, onWrite: options.onWrite, late: [] }
  const server = await listening(appFor(desk, routesFor(credentials)), options.port ?? 0)
  const address = server.address()
  if (address && typeof address === 'object') url = `http://127.0.0.1:${address.port}`
  return {
    url,
    credentials,
    fault: account.faults.set,
    clearFaults: account.faults.clear,
    log: () => {
      advance(desk)
      return account.store.entries
    },
    state: () => {
      advance(desk)
      return stateOf(account)
    },
    sent: () => {
      advance(desk)
      return account.store.all('sent')
    },
    close: async () => {
      await closed(server)
      account.store.close()
    },
  }
}

function appFor(desk: Desk, routes: readonly Route[]): Hono<Env> {
  // Paths work with and without `.json` (facts 2.1).
  const app = new Hono<Env>({
    getPath: (request) => new URL(request.url).pathname.replace(/\.json$/, ''),
  })
  controlRoutes(app, desk)
  for (const route of routes)
    app.on(route.method, pathOf(route), async (c) => await respond(c, desk, route))
  app.notFound(async (c) => await respond(c, desk, undefined))
  return app
}

const pathOf = ({ path }: Route): string =>
  path.startsWith('/oauth') || path.startsWith('/attachments') ? path : `/api/v2${path}`

async function respond(c: Context<Env>, desk: Desk, route: Route | undefined): Promise<Response> {
  const { searchParams: query, pathname } = new URL(c.req.url)
  const reply = await serve(desk, route, {
    method: c.req.method,
    path: pathname.replace(/\.json$/, ''),
    params: route ? c.req.param() : {},
    query,
    body: await bodyOf(c),
    authorization: c.req.header('authorization'),
  })
  if (reply) return responseOf(partOf(reply, c.req.header('range')))
  c.env.incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}

async function bodyOf(c: Context<Env>): Promise<unknown> {
  const text = await c.req.text()
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function responseOf({ status, body, headers }: Reply): Response {
  const text = typeof body === 'string'
  const raw = body instanceof Uint8Array
  const type = text ? 'text/plain; charset=UTF-8' : 'application/json; charset=utf-8'
  const common = {
    'x-zendesk-api-version': 'v2',
    'x-request-id': randomUUID(),
    'cache-control': 'max-age=0, private, must-revalidate',
  }
  if (body === undefined) return new Response(null, { status, headers: { ...common, ...headers } })
  const payload = text || raw ? body : JSON.stringify(body)
  return new Response(payload as string, {
    status,
    headers: { ...common, 'content-type': type, ...headers },
  })
}

async function listening(app: Hono<Env>, port: number): Promise<Server> {
  return await new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () =>
      resolve(server),
    ) as Server
    server.once('error', reject)
  })
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
