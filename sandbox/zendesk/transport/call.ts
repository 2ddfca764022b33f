import type { Account } from '../account/account.ts'
import type { User } from '../account/records.ts'
import { badAttribute, tooManyValues } from './errors.ts'
import type { Limit } from './limits.ts'

/** A request, authenticated. */
export type Call = {
  readonly method: string
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
  readonly actor: User
  readonly scopes: readonly string[]
  readonly seq: number
}

/** An answer; `undefined` as body means none at all. A `Uint8Array` or string goes out as it is. */
export type Reply = {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly job?: string
}

/** What an endpoint does. It never waits, so two requests cannot overlap. */
export type Handler = (call: Call, account: Account) => Reply

/** One endpoint, its limits and who may come in. */
export type Route = {
  readonly method: string
  readonly path: string
  readonly run: Handler
  readonly limits?: readonly Limit[]
  /** The resource a scope names; without one only the global scopes will do. */
  readonly scope?: string
  /** Served without credentials, at the root instead of under `/api/v2`. */
  readonly open?: true
}

/** An answer with a body. */
export const ok = (body: unknown, status = 200): Reply => ({ status, body })

/** An answer without one. */
export const none: Reply = { status: 204 }

/** The number in the path; anything else is refused as Zendesk does (facts 2.5, envelope 3). */
export function idOf(call: Call, name = 'id'): number {
  const text = call.params[name] ?? ''
  if (!/^\d+$/.test(text)) throw badAttribute(name, 'must be an integer')
  return Number(text)
}

/** The ids of a bulk call: at least one, at most a hundred. */
export function idsOf(call: Call, what: string): number[] {
  const parts = (call.query.get('ids') ?? '').split(',').filter(Boolean)
  if (parts.length === 0) throw badAttribute('ids', 'must be present')
  if (parts.length > 100) throw tooManyValues(what)
  if (parts.some((part) => !/^\d+$/.test(part.trim())))
    throw badAttribute('ids', 'must be integers')
  return [...new Set(parts.map(Number))]
}

/** A part of the body that has to be an object. */
export function objectIn(body: unknown, key: string): Record<string, unknown> {
  const value = isObject(body) ? body[key] : undefined
  if (!isObject(value)) throw badAttribute(key, 'must be an object')
  return value
}

/** Whether it is a plain object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Text, or nothing. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined
