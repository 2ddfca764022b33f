import { existsSync, readFileSync, truncateSync } from 'node:fs'
import type { Indexes } from './indexes.ts'
import type { LogEntry } from './log.ts'
import type { Maps } from './maps.ts'
import type { Tables } from './tables.ts'

type Key = string | number
type Name = keyof Tables
/** A record and its table. */
export type Put = readonly [Name, Tables[Name]]

/** One line of the account's file: what changed, and the request that changed it. */
export type Line = {
  readonly puts: readonly Put[]
  readonly drops: readonly (readonly [Name, Key])[]
  readonly entry?: LogEntry
  /** The first line of an account that is worked out again instead of being read back. */
  readonly sample?: { readonly now: number; readonly size: 'large'; readonly loud?: boolean }
}

/** What an account holds while it is open. */
export type Held = {
  readonly tables: Maps
  readonly indexes: Indexes
  /** Comments that are gone, for those that would be worked out again. */
  readonly gone: Set<Key>
}

/** Reads the lines back. A last line without its newline was never answered: it goes. */
export function readLines(file: string): Line[] {
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole))
  return whole
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
}

/** Puts a record in the place of the one with its id. */
export function keep<N extends Name>({ tables, indexes }: Held, table: N, row: Tables[N]): void {
  const rows: Map<Key, Tables[N]> = tables[table]
  const before = rows.get(row.id)
  rows.set(row.id, row)
  if (before) indexes.move(table, before, row)
  else indexes.add(table, row)
}

/** Takes a record away. */
export function remove({ tables, indexes, gone }: Held, table: Name, id: Key): void {
  const before = tables[table].get(id)
  if (before) indexes.remove(table, before)
  tables[table].delete(id)
  if (table === 'comments') gone.add(id)
}

/** Does again what a line says was done. */
export function replay(held: Held, line: Line, entries: LogEntry[]): void {
  for (const [table, record] of line.puts) keep(held, table, record)
  for (const [table, id] of line.drops) remove(held, table, id)
  if (line.entry) entries.push(line.entry)
}
