import { isJson, type Json } from '../blocks/walk.ts'
import type { Workspace } from '../state/workspace.ts'

/** A call of the Web API, authenticated and within its scopes. */
export type Call = { readonly method: string; readonly args: Json }

/** What a method answers besides `ok: true`. It never waits, so two calls cannot overlap. */
export type Handler = (call: Call, workspace: Workspace) => Json

/** A method, the scope it needs and how often it may be called in a minute (facts 4). */
export type Method = {
  readonly name: string
  readonly run: Handler
  readonly scope?: string
  readonly perMinute?: number
}

/** A refusal: 200 with `ok: false` (facts 4). */
export class Refused extends Error {
  override name = 'Refused' as const
  readonly code: string
  readonly more: Json
  constructor(code: string, more: Json = {}) {
    super(code)
    this.code = code
    this.more = more
  }
}

/** Text, or nothing. */
export function textOf(args: Json, key: string): string | undefined {
  const value = args[key]
  if (typeof value === 'string' && value !== '') return value
  return typeof value === 'number' ? String(value) : undefined
}

/** Text that has to be there. */
export function needed(args: Json, key: string): string {
  const value = textOf(args, key)
  if (value === undefined) throw missing(key)
  return value
}

/** The refusal for an argument that isn't there. */
export const missing = (key: string): Refused =>
  new Refused('invalid_arguments', {
    response_metadata: { messages: [`[ERROR] missing required field: ${key}`] },
  })

/** A switch, in any of the forms that a form can carry. */
export const isOn = (args: Json, key: string): boolean =>
  [true, 'true', '1', 1].includes(args[key] as boolean)

/** JSON in a form field, or as it stands in a JSON body; `undefined` when it wasn't given. */
export function jsonOf(args: Json, key: string, code: string): unknown {
  const value = args[key]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    throw new Refused(code)
  }
}

/** An object in a field. */
export function objectOf(args: Json, key: string, code: string): Json | undefined {
  const value = jsonOf(args, key, code)
  if (value === undefined) return undefined
  if (!isJson(value)) throw new Refused(code)
  return value
}
