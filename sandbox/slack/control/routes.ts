import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { perform } from '../acts/perform.ts'
import type { Json } from '../blocks/walk.ts'
import { kinds } from '../faults.ts'
import { userOf } from '../state/find.ts'
import type { Change, Workspace } from '../state/workspace.ts'
import { deeds, Missing } from './admin.ts'
import { deliver, deliverShape, replay, replayShape } from './deliver.ts'
import { screenOf, stateOf } from './state.ts'

type App = Hono<{ Bindings: HttpBindings }>

const fault = z.object({
  kind: z.enum(kinds),
  times: z.number().int().min(0).optional(),
  method: z.string().optional(),
  channel: z.string().optional(),
  status: z.number().int().optional(),
  seconds: z.number().optional(),
  ms: z.number().optional(),
  error: z.string().optional(),
})

/** The control surface: no credentials, and the server listens on loopback only. */
export function controlRoutes(app: App, workspace: Workspace, tick: () => Promise<void>): void {
  guard(app)
  readRoutes(app, workspace)
  faultRoutes(app, workspace)
  app.post('/_as/:user/:act', async (c) => {
    const { status, body } = await perform(workspace, c.req.param(), await bodyOf(c))
    return c.json(body, status as 200)
  })
  app.post('/_admin/:deed', async (c) => admin(c, workspace, await bodyOf(c)))
  app.post('/_tick', async (c) => {
    await tick()
    return c.body(null, 204)
  })
  app.post('/_replay', async (c) => {
    const given = replayShape.safeParse(await bodyOf(c))
    if (!given.success) return c.json({ error: z.prettifyError(given.error) }, 400)
    const answer = await replay(workspace, given.data)
    return answer ? c.json(answer) : c.json({ error: 'no such delivery' }, 404)
  })
  app.post('/_deliver', async (c) => {
    const given = deliverShape.safeParse(await bodyOf(c))
    if (!given.success) return c.json({ error: z.prettifyError(given.error) }, 400)
    return c.json(await deliver(workspace, given.data))
  })
}

const isOwn = (origin: string): boolean =>
  /^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(origin)

// The page of the sandbox may come from another port; a page of the web may not come at all.
function guard(app: App): void {
  app.use('/_*', cors({ origin: (origin) => (isOwn(origin) ? origin : null) }))
  app.use('/_*', async (c, next) => {
    const origin = c.req.header('origin')
    if (origin !== undefined && !isOwn(origin)) return c.json({ error: 'foreign origin' }, 403)
    return await next()
  })
}

function readRoutes(app: App, workspace: Workspace): void {
  app.get('/_state', (c) => c.json(stateOf(workspace)))
  app.get('/_log', (c) => {
    const since = Number(c.req.query('since') ?? 0)
    return c.json(workspace.store.entries.filter(({ seq }) => seq > since))
  })
  app.get('/_as/:user', (c) => {
    const user = userOf(workspace, c.req.param('user'))
    return user ? c.json(screenOf(workspace, user)) : c.json({ error: 'no such member' }, 404)
  })
  app.get('/_events', (c) =>
    streamSSE(c, async (stream) => {
      const tell = (change: Change): void =>
        void stream.writeSSE({ event: 'change', data: JSON.stringify(change) })
      workspace.changes.on('change', tell)
      await stream.writeSSE({ event: 'hello', data: '{}' })
      await new Promise<void>((resolve) => stream.onAbort(resolve))
      workspace.changes.off('change', tell)
    }),
  )
}

function faultRoutes(app: App, workspace: Workspace): void {
  app.get('/_faults', (c) => c.json(workspace.faults.left()))
  app.delete('/_faults', (c) => {
    workspace.faults.clear()
    return c.body(null, 204)
  })
  app.post('/_faults', async (c) => {
    const given = z.union([fault, z.array(fault)]).safeParse(await bodyOf(c))
    if (!given.success) return c.json({ error: z.prettifyError(given.error) }, 400)
    for (const { kind, ...rest } of [given.data].flat())
      workspace.faults.set({ kind, ...(JSON.parse(JSON.stringify(rest)) as object) })
    return c.json(workspace.faults.left(), 201)
  })
}

function admin(c: Context, workspace: Workspace, body: unknown): Response {
  const deed = deeds[c.req.param('deed') ?? '']
  if (!deed) return c.json({ error: 'no such deed' }, 404)
  try {
    deed(workspace, body)
    workspace.store.flush()
    workspace.changed({ kind: 'admin' })
    return c.json({ ok: true })
  } catch (error) {
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400)
    if (error instanceof Missing) return c.json({ error: `no ${error.message}` }, 404)
    throw error
  }
}

async function bodyOf(c: Context): Promise<unknown> {
  try {
    return (await c.req.json()) as Json
  } catch {
    return {}
  }
}
