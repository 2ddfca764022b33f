import type { Account } from '../account/account.ts'
import { bodyOf, type LogEntry, queryOf } from '../account/log.ts'
import { callerOf, checkScope, nobody } from './auth.ts'
import type { Call, Reply, Route } from './call.ts'
import type { Desk } from './desk.ts'
import { invalidEndpoint, Refused } from './errors.ts'

/** A request as it came in. */
export type Incoming = {
  readonly method: string
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
  readonly authorization: string | undefined
}

/** An answer, and the line of the log that goes with it. */
export type Done = { readonly reply: Reply; readonly entry: LogEntry }

type Asked = Incoming & { readonly seq: number }

/** Authenticates, counts against the limits, carries out. All of it at once: nothing can come between. */
export function handle(desk: Desk, route: Route | undefined, incoming: Incoming): Done {
  const asked = { ...incoming, seq: nextSeq(desk.account) }
  const who: { actor: number | null } = { actor: null }
  const reply = guarded(desk, () =>
    route?.open ? route.run(stranger(desk, asked), desk.account) : inside(desk, route, asked, who),
  )
  const job = reply.job === undefined ? {} : { job: reply.job }
  const gap = route ? {} : { unmodelled: true as const }
  return {
    reply,
    entry: logged(desk.account, incoming, { status: reply.status, ...who, ...job, ...gap }),
  }
}

function inside(
  desk: Desk,
  route: Route | undefined,
  asked: Asked,
  who: { actor: number | null },
): Reply {
  const headers = desk.meter.account()
  if (route?.path === '/users/me' && isAnonymous(desk, asked))
    return { status: 200, body: { user: nobody }, headers }
  const { authorization, ...rest } = asked
  const caller = callerOf(desk.account, desk.credentials, authorization)
  who.actor = caller.actor.id
  if (!route) throw invalidEndpoint()
  checkScope(caller, asked.method, route.scope)
  const call: Call = { ...rest, ...caller }
  const more = desk.meter.endpoint(call, route.limits ?? [])
  const { headers: own, ...reply } = route.run(call, desk.account)
  return { ...reply, headers: { ...headers, ...more, ...own } }
}

// Only a missing or wrong name and secret makes nobody of the caller; a bad token is refused (facts 1.10).
function isAnonymous({ account, credentials }: Desk, { authorization }: Asked): boolean {
  if (/^bearer /i.test(authorization ?? '')) return false
  try {
    callerOf(account, credentials, authorization)
    return false
  } catch {
    return true
  }
}

// Where no credentials are asked for, no handler looks at the actor.
function stranger({ account }: Desk, { method, path, params, query, body, seq }: Asked): Call {
  const [actor] = account.store.all('users')
  if (!actor) throw invalidEndpoint()
  return { method, path, params, query, body, seq, actor, scopes: [] }
}

function guarded({ meter }: Desk, run: () => Reply): Reply {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return {
      status: error.status,
      body: error.body,
      headers: { ...meter.peek(), ...error.headers },
    }
  }
}

type Made = Pick<LogEntry, 'status' | 'actor'> & Partial<LogEntry>

/** The line of the log for a request, with what it changed. */
export const logged = (
  account: Account,
  { method, path, query, body }: Incoming,
  made: Made,
): LogEntry =>
  entryOf(account, { method, path, query: queryOf(query), body: bodyOf(body), ...made })

/** A numbered line of the log, with what changed since the last. */
export function entryOf(account: Account, made: Omit<LogEntry, 'seq' | 'at' | 'effect'>): LogEntry {
  return {
    seq: nextSeq(account),
    at: new Date(account.now()).toISOString(),
    ...made,
    effect: account.taken(),
  }
}

const nextSeq = ({ store }: Account): number => store.entries.length + 1
