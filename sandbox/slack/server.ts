import type { Server } from 'node:http'
import { type HttpBindings, serve as listen } from '@hono/node-server'
import { Hono } from 'hono'
import { apiRoutes } from './api/routes.ts'
import type { Json } from './blocks/walk.ts'
import { controlRoutes } from './control/routes.ts'
import { stateOf } from './control/state.ts'
import { openMail } from './deliver/events.ts'
import type { Fault } from './faults.ts'
import type { Options } from './options.ts'
import type { LogEntry } from './state/log.ts'
import { type Change, openWorkspace } from './state/workspace.ts'

/** A running workspace. */
export type Slack = {
  readonly url: string
  /** For `slackApiUrl`; the slash at its end belongs there. */
  readonly apiUrl: string
  readonly botToken: string
  readonly signingSecret: string
  /** Says where the app listens. */
  pointAt: (requestUrl: string) => void
  fault: (fault: Fault) => void
  clearFaults: () => void
  /** Delivers the events that are due by the clock. */
  tick: () => Promise<void>
  log: () => readonly LogEntry[]
  state: () => Json
  close: () => Promise<void>
}

/** Starts the workspace on loopback. A restart on the same folder continues where the last one was. */
export async function startSlack(options: Options): Promise<Slack> {
  let url = `http://127.0.0.1:${options.port ?? 0}`
  const workspace = openWorkspace(options, () => url)
  const { tick } = openMail(workspace)
  const app = new Hono<{ Bindings: HttpBindings }>()
  apiRoutes(app, workspace)
  controlRoutes(app, workspace, tick)
  const server = await listening(app, options.port ?? 0)
  const address = server.address()
  if (address && typeof address === 'object') url = `http://127.0.0.1:${address.port}`
  const stop = keepTicking(workspace.changes, tick)
  return {
    url,
    apiUrl: `${url}/api/`,
    botToken: workspace.botToken,
    signingSecret: workspace.signingSecret,
    pointAt: (requestUrl) => {
      workspace.install({ requestUrl })
      workspace.store.flush()
    },
    fault: workspace.faults.set,
    clearFaults: workspace.faults.clear,
    tick,
    log: () => workspace.store.entries,
    state: () => stateOf(workspace),
    close: async () => {
      stop()
      await tick()
      await closed(server)
      workspace.store.close()
    },
  }
}

type Changes = ReturnType<typeof openWorkspace>['changes']

// New events go at once; retries when their time has come.
function keepTicking(changes: Changes, tick: () => Promise<void>): () => void {
  const onChange = ({ kind }: Change): void => {
    if (kind === 'event') setImmediate(() => void tick())
  }
  changes.on('change', onChange)
  const timer = setInterval(() => void tick(), 1000)
  timer.unref()
  return () => {
    clearInterval(timer)
    changes.off('change', onChange)
  }
}

async function listening(app: Hono<{ Bindings: HttpBindings }>, port: number): Promise<Server> {
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
