import { existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { type LineFile, openLineFile } from '../../local/line-file.ts'
import type { LogEntry } from './log.ts'
import type { Tables } from './tables.ts'

type Name = keyof Tables
type Key = string | number
type Put = readonly [Name, Tables[Name]]
type Line = {
  readonly puts: readonly Put[]
  readonly drops: readonly [Name, Key][]
  readonly entry?: LogEntry
}

/** The account's records in memory, every change written before it is answered. */
export type Store = {
  get: <N extends Name>(table: N, id: Key) => Tables[N] | undefined
  all: <N extends Name>(table: N) => Tables[N][]
  put: <N extends Name>(table: N, record: Tables[N]) => void
  drop: (table: Name, id: Key) => void
  of: (ticket: number) => Tables['comments'][]
  /** Writes the changes since the last call, with the log entry of the request that made them. */
  flush: (entry?: LogEntry) => void
  readonly entries: LogEntry[]
  readonly fresh: boolean
  /** Takes a sample over as it is. */
  adopt: (sample: Snapshot) => void
  close: () => void
}

/** What a sample needs of a store. */
export type Seeding = Pick<Store, 'put' | 'get'>

/** A whole account at once, as records and as the lines of its file. */
export type Snapshot = { readonly puts: readonly Put[]; readonly lines: readonly string[] }

/** Collects records without a folder. */
export function snapshotOf(fill: (store: Seeding) => void): Snapshot {
  const tables = emptyTables()
  const puts: Put[] = []
  fill({
    get: (table, id) => tables[table].get(id),
    put: (table, one) => {
      tables[table].set(one.id, one)
      puts.push([table, one])
    },
  })
  const lines: string[] = []
  for (let at = 0; at < puts.length; at += 5000)
    lines.push(`${JSON.stringify({ puts: puts.slice(at, at + 5000), drops: [] })}\n`)
  return { puts, lines }
}

/** Opens the folder, reading back what an earlier process left there. */
export function openStore(dir: string): Store {
  mkdirSync(dir, { recursive: true })
  const file = join(dir, 'account.jsonl')
  const lines = existsSync(file) ? readLines(file) : []
  const tables = emptyTables()
  const entries: LogEntry[] = []
  for (const line of lines) replay(line, tables, entries)
  return storeOver(tables, entries, { file: openLineFile(file), fresh: lines.length === 0 })
}

function storeOver(
  tables: Maps,
  entries: LogEntry[],
  disk: { file: LineFile; fresh: boolean },
): Store {
  const byTicket = commentsByTicket(tables)
  let puts: [Name, Tables[Name]][] = []
  let drops: [Name, Key][] = []
  return {
    entries,
    fresh: disk.fresh,
    get: (table, id) => tables[table].get(id),
    all: (table) => [...tables[table].values()],
    of: (ticket) =>
      [...(byTicket.get(ticket) ?? [])].flatMap((id) => tables.comments.get(id) ?? []),
    put: (table, record) => {
      tables[table].set(record.id, record)
      if ('ticket_id' in record && 'html_body' in record)
        belongs(byTicket, record.ticket_id, record.id)
      puts.push([table, record])
    },
    drop: (table, id) => {
      tables[table].delete(id)
      drops.push([table, id])
    },
    flush: (entry) => {
      if (entry) entries.push(entry)
      if (puts.length + drops.length === 0 && !entry) return
      disk.file.add(`${JSON.stringify({ puts, drops, entry })}\n`)
      puts = []
      drops = []
    },
    adopt: ({ puts: given, lines }) => {
      replay({ puts: given, drops: [] }, tables, entries)
      for (const [id, comments] of commentsByTicket(tables)) byTicket.set(id, comments)
      for (const line of lines) disk.file.add(line)
    },
    close: disk.file.close,
  }
}

type Maps = { [N in Name]: Map<Key, Tables[N]> }

function emptyTables(): Maps {
  return {
    users: new Map(),
    identities: new Map(),
    organizations: new Map(),
    tickets: new Map(),
    comments: new Map(),
    attachments: new Map(),
    audits: new Map(),
    suspended: new Map(),
    jobs: new Map(),
    purges: new Map(),
    recordings: new Map(),
    tokens: new Map(),
    roles: new Map(),
    counters: new Map(),
  }
}

function readLines(file: string): Line[] {
  const text = readFileSync(file, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  // A last line without its newline was never answered: it goes.
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole))
  return whole
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
}

function replay(line: Line, tables: Maps, entries: LogEntry[]): void {
  for (const [table, record] of line.puts) {
    const rows: Map<Key, Tables[Name]> = tables[table]
    rows.set(record.id, record)
  }
  for (const [table, id] of line.drops) tables[table].delete(id)
  if (line.entry) entries.push(line.entry)
}

function commentsByTicket(tables: Maps): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>()
  for (const { ticket_id, id } of tables.comments.values()) belongs(found, ticket_id, id)
  return found
}

function belongs(byTicket: Map<number, Set<number>>, ticket: number, comment: number): void {
  const ids = byTicket.get(ticket) ?? new Set()
  byTicket.set(ticket, ids.add(comment))
}
