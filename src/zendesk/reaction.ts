import type { z } from 'zod'
import { readEnvelope } from './envelope.ts'
import {
  type Where,
  ZendeskLimited,
  ZendeskRefused,
  ZendeskSilent,
  ZendeskUnauthorised,
  ZendeskUnreadable,
} from './errors.ts'
import { type Answer, type Silence, TOO_LARGE } from './exchange.ts'
import { limitIn, retryAfterMs } from './rate-headers.ts'
import { UNTOLD_WAIT_MS } from './retry.ts'

/**
 * Which error an answer that isn't a 2xx (or no answer) is. One per reaction of whoever called, so
 * not one per status.
 *
 * https://developer.zendesk.com/api-reference/introduction/requests/#response-format
 */
export function reactionTo(where: Where, heard: Answer | Silence, now: number): Error {
  if (heard.status === undefined) return withoutAnswer({ ...where, code: heard.code })
  const { status, headers, text } = heard
  const { code, reasons, blockedBy, lacksScope } = readEnvelope(text)
  const told = { ...where, status, code }
  if (status < 400) return new ZendeskUnreadable({ ...told, code: 'Redirect' })
  if (unauthorised(status, lacksScope)) return new ZendeskUnauthorised(told)
  if (status === 429) {
    return new ZendeskLimited(told, retryAfterMs(headers, now) ?? UNTOLD_WAIT_MS, limitIn(heard))
  }
  if (unsettled(status)) return new ZendeskSilent(told)
  return new ZendeskRefused(told, { reasons, blockedBy })
}

/**
 * The value in our shape.
 *
 * @throws ZendeskUnreadable naming the places that don't fit, never what stood there.
 */
export function fitted<T>(shape: z.ZodType<T>, value: unknown, where: Where): T {
  const read = shape.safeParse(value)
  if (read.success) return read.data
  const misfits = read.error.issues.map(({ path }) => path.map(placeName).join('.'))
  throw new ZendeskUnreadable(where, misfits.slice(0, 10))
}

function withoutAnswer(where: Where): Error {
  return where.code === TOO_LARGE ? new ZendeskUnreadable(where) : new ZendeskSilent(where)
}

/** A 403 without a word on scopes is about the role: a plain no. */
function unauthorised(status: number, lacksScope: boolean): boolean {
  return status === 401 || (status === 403 && lacksScope)
}

/** A collision (409) may have been with our own earlier attempt. */
function unsettled(status: number): boolean {
  return status >= 500 || status === 408 || status === 409
}

/** Keys of open records (custom fields) are the account's words: only plain ones are repeated. */
function placeName(part: PropertyKey): string {
  return /^\w{1,40}$/.exec(String(part))?.[0] ?? '?'
}
