import type { Json } from '../blocks/walk.ts'
import type { Fault } from '../faults.ts'
import type { Draft } from '../state/log.ts'
import type { Workspace } from '../state/workspace.ts'
import { admit } from './admit.ts'
import { Refused } from './call.ts'
import { methods } from './methods.ts'
import { type Meter, tooFast } from './rates.ts'

/** What came in. */
export type Incoming = {
  readonly method: string
  readonly args: Json
  readonly token: string | undefined
}

/** What goes out; `null` cuts the connection. */
export type Reply = {
  readonly status: number
  readonly body: Json
  readonly headers?: Readonly<Record<string, string>>
} | null

/** Serves a call with whatever spoils it, and writes it down. */
export async function serve(
  workspace: Workspace,
  meter: Meter,
  incoming: Incoming,
): Promise<Reply> {
  const began = performance.now()
  const fault = workspace.faults.take(incoming.method, incoming.args['channel'])
  if (fault?.kind === 'latency') await pass(fault.ms ?? 1000)
  const reply = spoiled(workspace, meter, incoming, fault)
  workspace.log(entryOf(incoming, reply, performance.now() - began, fault))
  return reply
}

type Serve = () => Reply

/** What each switch makes of an answer; `run` is what takes effect. */
const spoils: Readonly<Record<Fault['kind'], (run: Serve, fault: Fault) => Reply>> = {
  'too-many': (_, { seconds = 1 }) => slowDown(seconds),
  'error-before': (_, fault) => failure(fault),
  'error-after': (run, fault) => (run(), failure(fault)),
  'drop-before': () => null,
  'drop-after': (run) => (run(), null),
  latency: (run) => run(),
  refuse: (_, { error = 'internal_error' }) => ({ status: 200, body: { ok: false, error } }),
}

function spoiled(
  workspace: Workspace,
  meter: Meter,
  incoming: Incoming,
  fault: Fault | undefined,
): Reply {
  const run = (): Reply => answer(workspace, meter, incoming)
  return fault ? spoils[fault.kind](run, fault) : run()
}

function answer(workspace: Workspace, meter: Meter, incoming: Incoming): Reply {
  const method = methods.get(incoming.method)
  try {
    admit(workspace, method, incoming.token)
    if (!method) throw new Refused('unknown_method', { req_method: incoming.method })
    const wait = workspace.rates ? tooFast(meter, method, incoming.args, workspace.now()) : 0
    if (wait > 0) return slowDown(wait)
    return {
      status: 200,
      body: { ok: true, ...method.run(incoming, workspace) },
      headers: scopesOf(workspace),
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { status: 200, body: { ok: false, error: error.code, ...error.more } }
  }
}

const scopesOf = (workspace: Workspace): Record<string, string> => ({
  'x-oauth-scopes': workspace.installation().scopes.join(','),
})

const slowDown = (seconds: number): Reply => ({
  status: 429,
  body: { ok: false, error: 'ratelimited' },
  headers: { 'retry-after': String(seconds) },
})

const failure = ({ status = 503 }: Fault): Reply => ({
  status,
  body: { ok: false, error: 'internal_error' },
})

function entryOf(incoming: Incoming, reply: Reply, ms: number, fault: Fault | undefined): Draft {
  const error = reply?.body['error']
  return {
    kind: 'api',
    method: incoming.method,
    args: incoming.args,
    status: reply?.status ?? null,
    ok: reply?.body['ok'] === true,
    ms: Math.round(ms),
    ...(typeof error === 'string' ? { error } : {}),
    ...(fault ? { fault: fault.kind } : {}),
  }
}

/** Lets time go by. */
export const pass = async (ms: number): Promise<void> => {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms))
}
