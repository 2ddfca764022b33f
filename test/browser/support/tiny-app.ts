import { createHmac } from 'node:crypto'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** A JSON object. */
export type Json = { [key: string]: unknown }

/** What the app was sent: the fields of a slash command, or the payload of an interaction or event. */
export type Got = Json & { readonly type?: string; readonly event?: { readonly type: string } }

/** Answers a delivery; what it returns is the body of the acknowledgement, or all of it. */
type Answer = (got: Got) => unknown

const secret = 'nordlys-signing-secret'

/** An app of a few lines behind the workspace, whose answers each test writes itself. */
export type TinyApp = {
  readonly url: string
  readonly got: Got[]
  /** By the kind of delivery, such as `slash` or `view_submission`; nothing means an empty 200. */
  answers: Record<string, Answer>
  close: () => Promise<void>
}

/** Starts it; a delivery that isn't signed is refused. */
export async function startTinyApp(): Promise<TinyApp> {
  const got: Got[] = []
  const tiny: Pick<TinyApp, 'answers'> = { answers: {} }
  const app = new Hono()
  app.post('/slack/events', async (c) => {
    const body = await c.req.text()
    const stamp = c.req.header('x-slack-request-timestamp') ?? ''
    if (c.req.header('x-slack-signature') !== signatureOf(stamp, body)) return c.text('', 401)
    const one = readAs(c.req.header('content-type') ?? '', body)
    got.push(one)
    const answer = await tiny.answers[kindOf(one)]?.(one)
    if (answer instanceof Response) return answer
    return answer === undefined ? c.body(null, 200) : c.json(answer as object)
  })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return Object.assign(tiny, {
    url: `http://127.0.0.1:${port}/slack/events`,
    got,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

const kindOf = ({ event, type = 'slash' }: Got): string => event?.type ?? type

const signatureOf = (stamp: string, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex')}`

function readAs(type: string, body: string): Got {
  if (type.includes('json')) return JSON.parse(body) as Got
  const form = new URLSearchParams(body)
  const payload = form.get('payload')
  return payload ? (JSON.parse(payload) as Got) : Object.fromEntries(form)
}
