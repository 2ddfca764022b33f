import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, Hono } from 'hono'
import { type Responded, respond } from '../deliver/respond.ts'
import type { Fault } from '../faults.ts'
import type { Workspace } from '../state/workspace.ts'
import { takeBytes } from './files.ts'
import type { Meter } from './rates.ts'
import { lengthOf, objectIn, readCall } from './read.ts'
import { pass, type Reply, serve } from './serve.ts'

type Env = { Bindings: HttpBindings }

/** The Web API, `response_url`s and uploads. */
export function apiRoutes(app: Hono<Env>, workspace: Workspace): void {
  const meter: Meter = new Map()
  app.all('/api/:method', async (c) => {
    const { args, token } = await readCall(c)
    return sent(c, await serve(workspace, meter, { method: c.req.param('method'), args, token }))
  })
  app.post('/response/:team/:number/:word', async (c) => {
    const { team, number, word } = c.req.param()
    return await answered(c, workspace, `${team}/${number}/${word}`)
  })
  app.post('/upload/:id', async (c) => {
    const length = await lengthOf(c)
    const text = takeBytes(workspace, c.req.param('id'), length)
    const ok = text !== undefined
    const status = ok ? 200 : 400
    const args = { id: c.req.param('id'), length }
    workspace.log({ kind: 'api', method: 'upload', args, status, ok, ms: 0 })
    return c.text(text ?? 'size_mismatch', status)
  })
}

function sent(c: Context<Env>, reply: Reply): Response {
  if (reply)
    return c.json(reply.body, { status: reply.status as 200, headers: reply.headers ?? {} })
  c.env.incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}

async function answered(c: Context<Env>, workspace: Workspace, id: string): Promise<Response> {
  const began = performance.now()
  const args = objectIn(await c.req.text())
  const fault = workspace.faults.take('response_url')
  if (fault?.kind === 'latency') await pass(fault.ms ?? 1000)
  const { status, text } = spoiled(fault) ?? respond(workspace, id, args)
  const ok = status === 200
  const ms = Math.round(performance.now() - began)
  const more = { ...(ok ? {} : { error: text }), ...(fault ? { fault: fault.kind } : {}) }
  workspace.log({ kind: 'api', method: 'response_url', args, status, ok, ms, ...more })
  return c.text(text, status as 200)
}

function spoiled(fault: Fault | undefined): Responded | undefined {
  if (!fault || fault.kind === 'latency') return undefined
  return { status: fault.kind === 'too-many' ? 429 : (fault.status ?? 503), text: 'unavailable' }
}
