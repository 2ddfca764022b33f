import { Buffer } from 'node:buffer'
import type { z } from 'zod'
import type { Auth } from './auth.ts'
import { parsed } from './envelope.ts'
import { type Where, ZendeskLimited, ZendeskRefused, ZendeskUnreadable } from './errors.ts'
import {
  type Answer,
  type Exchange,
  LARGEST_BODY,
  type Outgoing,
  type Silence,
  TOO_LARGE,
} from './exchange.ts'
import type { Governor } from './governor.ts'
import { allowances, limitIn, retryAfterMs } from './rate-headers.ts'
import { fitted, reactionTo } from './reaction.ts'
import { UNTOLD_WAIT_MS, waitBeforeRetry } from './retry.ts'

/** One call of the API. Everything that may be told of it is in `method`, `path` and the ids. */
export type Call<T> = {
  shape: z.ZodType<T>
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With names in braces, e.g. `/api/v2/users/{user_id}`. */
  path: string
  /** What stands for the names: checked ids, nothing else. */
  params?: Readonly<Record<string, number | string>>
  /** The ids of a bulk call: sent as `ids=1,2,3`. */
  ids?: readonly (number | string)[]
  query?: Readonly<Record<string, string | number | boolean>>
  body?: unknown
  /** The ticket or user that a limit of one record counts, when the first param isn't it. */
  record?: number
}

/** What every resource stands on. */
export type Http = {
  /**
   * Makes the call and gives the answer in its shape. A read is repeated when that can help; a
   * write is sent once. (A 401 is no attempt: nothing was looked at, so a write goes out again with
   * a renewed token.)
   */
  send<T>(call: Call<T>): Promise<T>
  /** Like `send`, with `undefined` where Zendesk says that there is no such record. */
  find<T>(call: Call<T>): Promise<T | undefined>
}

/** What `send` needs of the world. */
export type HttpTools = {
  exchange: Exchange
  auth: Auth
  governor: Governor
  now: () => number
  sleep: (ms: number) => Promise<void>
  /** Whether a write may go out now. */
  mayWrite: () => boolean
}

/** The one `send` under all resources. */
export function createHttp(tools: HttpTools): Http {
  const send = async <T>(call: Call<T>): Promise<T> => {
    const where = whereOf(call)
    const request = outgoing(call, where)
    const heard = await patiently(
      call.method,
      tools,
      async () => await oneTry(call, request, tools),
    )
    if (heard.status === undefined || heard.status < 200 || heard.status >= 300) {
      throw reactionTo(where, heard, tools.now())
    }
    const answered = { ...where, status: heard.status }
    const value = parsed(heard.text)
    // A page of somebody else's (a portal, the edge) must not pass for "done" where no body is due.
    if (value === undefined && heard.text.trim() !== '') {
      throw new ZendeskUnreadable({ ...answered, code: 'NotJson' })
    }
    return fitted(call.shape, value, answered)
  }
  return {
    send,
    find: async (call) => {
      try {
        return await send(call)
      } catch (error) {
        if (saysNoSuchRecord(error)) return undefined
        throw error
      }
    },
  }
}

/** Repeats what may be repeated. Who asks for a token does so as if by a read: it changes nothing. */
export async function patiently(
  method: string,
  { now, sleep }: Pick<HttpTools, 'now' | 'sleep'>,
  once: () => Promise<Answer | Silence>,
): Promise<Answer | Silence> {
  for (let attempt = 1; ; attempt += 1) {
    const heard = await once()
    const { status } = heard
    if (status === undefined && heard.code === TOO_LARGE) return heard
    const advised = status === undefined ? undefined : retryAfterMs(heard.headers, now())
    const wait = waitBeforeRetry({ method, attempt, status, retryAfterMs: advised })
    if (wait === undefined) return heard
    await sleep(wait)
  }
}

/**
 * What was looked at just before a write must still hold when it goes: rather than wait for an
 * allowance longer than this, the write is given back unsent.
 */
const writePatienceMs = 5_000

async function oneTry(
  call: Call<unknown>,
  request: Outgoing,
  tools: HttpTools,
): Promise<Answer | Silence> {
  const { exchange, auth, governor } = tools
  const lane = { endpoint: `${call.method} ${call.path}`, record: recordOf(call) }
  const once = async (header: string): Promise<Answer | Silence> => {
    const patience = call.method === 'GET' ? undefined : writePatienceMs
    const held = await governor.turn(lane, patience)
    if (held)
      throw new ZendeskLimited({ ...whereOf(call), code: 'OwnLimit' }, held.wait, held.limit)
    if (call.method !== 'GET' && !tools.mayWrite()) {
      governor.heard(lane, [])
      throw new ZendeskLimited({ ...whereOf(call), code: 'NotNow' }, 0)
    }
    const heard = await exchange({
      ...request,
      headers: { ...request.headers, Authorization: header },
    })
    if (heard.status === undefined) governor.heard(lane, [])
    else governor.heard(lane, allowances(heard.headers), refusedIn(heard, tools.now()))
    return heard
  }
  const header = await soon(call, tools, async () => await tools.auth.header())
  const heard = await once(header)
  if (heard.status !== 401 || !auth.rejected(header)) return heard
  return await once(await soon(call, tools, async () => await auth.header()))
}

/** A write whose token took too long to renew is given back unsent, like one without an allowance. */
async function soon<T>(
  call: Call<unknown>,
  { now }: HttpTools,
  header: () => Promise<T>,
): Promise<T> {
  const asked = now()
  const got = await header()
  if (call.method === 'GET' || now() - asked <= writePatienceMs) return got
  throw new ZendeskLimited({ ...whereOf(call), code: 'TokenLate' }, 0)
}

/** A wrong account answers 404 too, with a page: only Zendesk's own word means "no such record". */
function saysNoSuchRecord(error: unknown): boolean {
  return error instanceof ZendeskRefused && error.status === 404 && error.code === 'RecordNotFound'
}

/** What a 429 was about, where it told, and for how long. */
function refusedIn(heard: Answer, now: number) {
  const limit = heard.status === 429 ? limitIn(heard) : undefined
  return limit && { limit, wait: retryAfterMs(heard.headers, now) ?? UNTOLD_WAIT_MS }
}

function whereOf(call: Call<unknown>): Where {
  const { method, path, params, ids } = call
  const all = [...Object.values(params ?? {}), ...(ids ?? [])]
  return { method, path, ids: all, record: recordOf(call) }
}

function recordOf({ record, params }: Call<unknown>): number | undefined {
  const first = record ?? Object.values(params ?? {})[0]
  return typeof first === 'number' ? first : undefined
}

function outgoing(call: Call<unknown>, where: Where): Outgoing {
  const { method, params = {}, ids } = call
  const path = call.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name]))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(call.query ?? {})) query.set(name, String(value))
  if (ids) query.set('ids', ids.join(','))
  if (call.body === undefined) return { method, path, query, headers: {} }
  const body = JSON.stringify(call.body)
  if (Buffer.byteLength(body) > LARGEST_BODY) {
    throw new ZendeskRefused({ ...where, status: 413, code: 'NotSent' }, {})
  }
  return { method, path, query, headers: { 'Content-Type': 'application/json' }, body }
}
