import type { Account } from '../account/account.ts'
import { advanceJobs } from '../account/jobs.ts'
import { bodyOf, type LogEntry, queryOf } from '../account/log.ts'
import { advancePurges } from '../account/purges.ts'
import type { Fault } from '../faults.ts'
import type { Credentials, Options } from '../options.ts'
import { callerOf, checkScope, nobody } from './auth.ts'
import type { Call, Reply, Route } from './call.ts'
import { Refused, slowDown } from './errors.ts'
import type { Meter } from './limits.ts'

/** A request as it came in. */
export type Incoming = {
  readonly method: string
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
  readonly authorization: string | undefined
}

/** What stands behind every route. */
export type Desk = {
  readonly account: Account
  readonly credentials: Credentials
  readonly meter: Meter
  readonly onWrite: Options['onWrite']
  readonly late: { at: number; run: () => void }[]
}

type Done = { readonly reply: Reply; readonly entry: LogEntry }
const noRoute: Route = { method: '', path: '', run: () => ({ status: 404 }) }

/** Answers a request; `undefined` means that the connection is to be cut. */
export async function serve(
  desk: Desk,
  route: Route | undefined,
  incoming: Incoming,
): Promise<Reply | undefined> {
  const fault = desk.account.faults.request(incoming.method, incoming.path)
  await wait(desk.account.delays.latency + (fault?.kind === 'latency' ? (fault.ms ?? 1000) : 0))
  advance(desk)
  if (fault?.kind === 'late') return runLater(desk, route, incoming, fault)
  const { reply, entry } = answer(desk, route, incoming, fault)
  if (entry.effect.length > 0 || entry.job) await desk.onWrite?.(entry)
  return entry.status === null ? undefined : reply
}

/** Lets happen what was due: jobs, late requests, forgetting. Nothing here needs a timer. */
export function advance(desk: Desk): void {
  const { account, late } = desk
  const due = late.filter(({ at }) => at <= account.now())
  for (const one of due) {
    late.splice(late.indexOf(one), 1)
    one.run()
  }
  advanceJobs(account, (job) => {
    const made = {
      method: 'JOB',
      path: `/api/v2/job_statuses/${job.id}`,
      query: {},
      body: null,
      status: 200,
      actor: job.actor,
    }
    account.store.flush(entryOf(account, { ...made, job: job.id, cause: job.from }))
  })
  advancePurges(account)
  const effect = account.taken()
  if (effect.length === 0) return
  const made = { method: 'PURGE', path: '/', query: {}, body: null, status: 200, actor: null }
  account.store.flush({ ...entryOf(account, made), effect })
}

function runLater(
  desk: Desk,
  route: Route | undefined,
  incoming: Incoming,
  fault: Fault,
): undefined {
  const { account } = desk
  const first = logged(desk, incoming, { status: null, actor: null, fault: 'late' })
  account.store.flush(first)
  const run = (): void => {
    const { reply, entry } = handled(desk, route, incoming)
    account.store.flush({ ...entry, status: reply.status, fault: 'late', cause: first.seq })
  }
  desk.late.push({ at: account.now() + (fault.ms ?? 1000), run })
  return undefined
}

function answer(
  desk: Desk,
  route: Route | undefined,
  incoming: Incoming,
  fault: Fault | undefined,
): Done {
  const before = spoiled(desk, fault)
  const done = before
    ? { reply: before, entry: logged(desk, incoming, { status: before.status, actor: null }) }
    : handled(desk, route, incoming)
  const reply = fault?.kind === 'error-after' ? failure(desk, fault) : done.reply
  const cut = fault?.kind === 'drop-before' || fault?.kind === 'drop-after'
  const entry: LogEntry = {
    ...done.entry,
    status: cut ? null : reply.status,
    ...(fault ? { fault: fault.kind } : {}),
  }
  desk.account.store.flush(entry)
  return { reply, entry }
}

function spoiled(desk: Desk, fault: Fault | undefined): Reply | undefined {
  if (fault?.kind === 'drop-before') return { status: 0 }
  if (fault?.kind === 'error-before') return failure(desk, fault)
  if (fault?.kind !== 'too-many') return undefined
  const { status, body, headers } = slowDown(
    'Number of allowed API requests per minute exceeded',
    fault.seconds ?? 1,
  )
  return { status, body, headers: { ...desk.meter.peek(), ...headers } }
}

function failure({ meter }: Desk, { status = 503, seconds }: Fault): Reply {
  const retry = seconds === undefined ? {} : { 'retry-after': String(seconds) }
  const body = {
    error: { title: 'Internal Server Error', message: 'Something went wrong on our side' },
  }
  return { status, body, headers: { ...meter.peek(), ...retry } }
}

function handled(desk: Desk, route: Route | undefined, incoming: Incoming): Done {
  const seq = nextSeq(desk.account)
  let actor: number | null = null
  const reply = guarded(desk, () => {
    const headers = route?.open ? {} : desk.meter.account()
    if (route?.path === '/users/me' && isAnonymous(desk, incoming))
      return { status: 200, body: { user: nobody }, headers }
    const call = authenticated(desk, route ?? noRoute, { ...incoming, seq })
    actor = route?.open ? null : call.actor.id
    if (!route) throw new Refused(404, { error: 'InvalidEndpoint', description: 'Not found' })
    const more = desk.meter.endpoint(call, route.limits ?? [])
    const { headers: own, ...rest } = route.run(call, desk.account)
    return { ...rest, headers: { ...headers, ...more, ...own } }
  })
  return {
    reply,
    entry: logged(desk, incoming, {
      status: reply.status,
      actor,
      ...(reply.job ? { job: reply.job } : {}),
      ...(route ? {} : { unmodelled: true }),
    }),
  }
}

function guarded(desk: Desk, run: () => Reply): Reply {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return {
      status: error.status,
      body: error.body,
      headers: { ...desk.meter.peek(), ...error.headers },
    }
  }
}

function isAnonymous({ account, credentials }: Desk, { authorization }: Incoming): boolean {
  try {
    callerOf(account, credentials, authorization)
    return false
  } catch {
    return true
  }
}

function authenticated(
  { account, credentials }: Desk,
  route: Route,
  incoming: Incoming & { seq: number },
): Call {
  const { authorization, ...rest } = incoming
  if (route.open)
    return { ...rest, actor: { ...account.store.all('users')[0] } as Call['actor'], scopes: [] }
  const caller = callerOf(account, credentials, authorization)
  checkScope(caller, incoming.method, route.scope)
  return { ...rest, ...caller }
}

type Made = Pick<LogEntry, 'status' | 'actor'> & Partial<LogEntry>

const logged = ({ account }: Desk, { method, path, query, body }: Incoming, made: Made): LogEntry =>
  entryOf(account, { method, path, query: queryOf(query), body: bodyOf(body), ...made })

function entryOf(account: Account, made: Omit<LogEntry, 'seq' | 'at' | 'effect'>): LogEntry {
  return {
    seq: nextSeq(account),
    at: new Date(account.now()).toISOString(),
    ...made,
    effect: account.taken(),
  }
}

const nextSeq = ({ store }: Account): number => store.entries.length + 1

const wait = async (ms: number): Promise<void> => {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms))
}
