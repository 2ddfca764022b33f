import type { Server } from 'node:http'
import { serve as listen } from '@hono/node-server'
import { Hono } from 'hono'
import { type AppFeatures, installedFeatures } from './app-features.ts'
import { bundle, type Files } from './bundle.ts'
import { document } from './document.ts'
import { guard } from './guard.ts'
import { handOn } from './proxy.ts'

/** What `startPage` takes. */
type Options = {
  /** 0 takes any free port. */
  readonly port: number
  /** Where the Slack workspace answers, without a slash at the end. */
  readonly slackUrl: string
  /** Where the Zendesk account answers, without a slash at the end. */
  readonly zendeskUrl: string
  readonly host?: string
  /** What the app offers; `manifest.yaml` says it unless told otherwise. */
  readonly app?: AppFeatures
}

/** A running page. */
export type Page = { readonly url: string; close: () => Promise<void> }

/** Serves the browser's view of the local workspace on loopback; throws where the port is taken. */
export async function startPage(options: Options): Promise<Page> {
  const files = await bundle()
  const bound = { port: options.port }
  const app = appFor(options, files, () => bound.port)
  const server = await listening(app, options)
  const address = server.address()
  if (address && typeof address === 'object') bound.port = address.port
  return { url: `http://localhost:${bound.port}`, close: async () => await closed(server) }
}

function appFor({ slackUrl, zendeskUrl, app }: Options, files: Files, port: () => number): Hono {
  const page = new Hono()
  page.use('*', guard(port))
  page.get('/health', (c) => c.json({ ok: true }))
  page.get('/', (c) => c.html(document, 200, { 'cache-control': 'no-store' }))
  page.get('/app.json', (c) => c.json(app ?? installedFeatures()))
  for (const [name, text] of files)
    page.get(`/${name}`, (c) => c.body(text, 200, { 'content-type': typeOf(name) }))
  page.all('/slack/*', async (c) => await handOn(c, '/slack', slackUrl))
  page.all('/zendesk/*', async (c) => await handOn(c, '/zendesk', zendeskUrl))
  return page
}

const typeOf = (name: string): string =>
  name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8'

/** What to say when somebody else already listens there. */
const taken = (port: number): string =>
  `Port ${port} is taken by another program. Choose another one, for example: PORT=${port + 1} npm start`

async function listening(app: Hono, { port, host = '127.0.0.1' }: Options): Promise<Server> {
  return await new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, port, hostname: host }, () =>
      resolve(server),
    ) as Server
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(isTaken ? new Error(taken(port), { cause: error }) : error)
    })
  })
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
