import type { Json } from '../blocks/walk.ts'
import { Refused, textOf } from './call.ts'

/** One page of a list, with the cursor of the next (cursor pagination of the Web API). */
export function pageOf<T>(args: Json, all: readonly T[]): { rows: readonly T[]; rest: Json } {
  const limit = limitOf(args)
  const from = fromOf(args)
  const next = from + limit < all.length ? cursorOf(from + limit) : ''
  return {
    rows: all.slice(from, from + limit),
    rest: { response_metadata: { next_cursor: next } },
  }
}

function limitOf(args: Json): number {
  const limit = Number(textOf(args, 'limit') ?? 100)
  if (!Number.isInteger(limit) || limit < 0 || limit > 1000) throw new Refused('invalid_limit')
  return limit === 0 ? 1000 : limit
}

function fromOf(args: Json): number {
  const cursor = textOf(args, 'cursor')
  if (cursor === undefined) return 0
  const found = /^from:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'))
  if (!found) throw new Refused('invalid_cursor')
  return Number(found[1])
}

const cursorOf = (from: number): string => Buffer.from(`from:${from}`).toString('base64')
