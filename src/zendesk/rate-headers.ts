import type { Limit } from './errors.ts'
import type { Answer } from './exchange.ts'

/** One allowance as an answer stated it. */
export type Allowance = {
  /** `account`, or the name in an endpoint's header (`tickets-index`, `per-ticket-updates`). */
  name: string
  total: number
  left: number
  /** Milliseconds from now; unknown in the oldest family of headers. */
  resetsInMs: number | undefined
}

/** Both families state the same figure; the one that also says when it resets goes first. */
const ACCOUNT = [
  ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'],
  ['rate-limit', 'rate-limit-remaining', 'rate-limit-reset'],
  ['x-rate-limit', 'x-rate-limit-remaining', ''],
] as const

/**
 * Every allowance that an answer's headers state: the account's, and those of single endpoints.
 * Headers that don't read as such are passed over.
 *
 * https://developer.zendesk.com/api-reference/introduction/rate-limits/
 */
export function allowances(headers: ReadonlyMap<string, string>): Allowance[] {
  const account = ACCOUNT.map(([total, left, resets]) =>
    allowance('account', [total, left, resets].map(wholeNumber(headers))),
  ).find((stated) => stated !== undefined)
  const endpoints = [...headers].map(([header, value]) => endpointAllowance(header, value))
  return [account, ...endpoints].filter((stated) => stated !== undefined)
}

/** How far the limit of that name reaches: one named `per-…` is of a single ticket or user. */
export function reachOf(name: string): Limit {
  if (name === 'account') return 'account'
  return name.startsWith('per-') ? 'record' : 'endpoint'
}

/**
 * What a 429 is about, by the limits that its headers state as used up or by its sentence;
 * `undefined` when it gives no hint. The account's header tells nothing of an endpoint's limit: the
 * recorded 429 stated 668 calls left.
 */
export function limitIn({ headers, text }: Pick<Answer, 'headers' | 'text'>): Limit | undefined {
  if (/updating this ticket|updating a single unique user/i.test(text)) return 'record'
  const stated = allowances(headers)
  const usedUp = new Set(stated.filter(({ left }) => left <= 0).map(({ name }) => reachOf(name)))
  if (usedUp.has('record')) return 'record'
  if (usedUp.has('endpoint')) return 'endpoint'
  if (usedUp.has('account') || /API requests per minute/i.test(text)) return 'account'
  return stated.some(({ name }) => name === 'account') ? 'endpoint' : undefined
}

/** `Retry-After` in milliseconds: seconds or, as HTTP also allows, a date. */
export function retryAfterMs(
  headers: ReadonlyMap<string, string>,
  now: number,
): number | undefined {
  const told = headers.get('retry-after')
  if (told === undefined) return undefined
  if (/^\d{1,9}$/.test(told)) return Number(told) * 1000
  const date = Date.parse(told)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** Written `zendesk-ratelimit-x: total=100; remaining=99; resets=41`, until 2023 `rate-limit`. */
function endpointAllowance(header: string, value: string): Allowance | undefined {
  const name = /^zendesk-rate-?limit-(.+)$/.exec(header)?.[1]
  if (name === undefined) return undefined
  const stated = ['total', 'remaining', 'resets'].map((key) => {
    const figure = new RegExp(`\\b${key}=(\\d{1,9})`).exec(value)?.[1]
    return figure === undefined ? undefined : Number(figure)
  })
  return allowance(name, stated)
}

function allowance(
  name: string,
  [total, left, resets]: (number | undefined)[],
): Allowance | undefined {
  if (total === undefined || left === undefined) return undefined
  return { name, total, left, resetsInMs: resets === undefined ? undefined : resets * 1000 }
}

function wholeNumber(headers: ReadonlyMap<string, string>) {
  return (header: string): number | undefined => {
    const value = headers.get(header)
    return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined
  }
}
