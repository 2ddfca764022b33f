import { existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { type LineFile, openLineFile } from '../../local/line-file.ts'
import type { LogEntry } from './log.ts'
import type { Tables } from './records.ts'

type Name = keyof Tables
type Maps = { [N in Name]: Map<string, Tables[N]> }
type Line = {
  readonly puts: readonly (readonly [Name, Tables[Name]])[]
  readonly drops: readonly (readonly [Name, string])[]
  readonly entry?: LogEntry
}

/** The workspace's records in memory, every change on disk before it is answered. */
export type Store = {
  get: <N extends Name>(table: N, id: string) => Tables[N] | undefined
  all: <N extends Name>(table: N) => Tables[N][]
  put: <N extends Name>(table: N, record: Tables[N]) => void
  drop: (table: Name, id: string) => void
  /** Writes the changes since the last call, with a line of the log where there is one. */
  flush: (entry?: LogEntry) => void
  readonly entries: LogEntry[]
  readonly fresh: boolean
  close: () => void
}

/** Opens the folder, reading back what an earlier process left there. */
export function openStore(dir: string): Store {
  mkdirSync(dir, { recursive: true })
  const file = join(dir, 'workspace.jsonl')
  const lines = existsSync(file) ? readLines(file) : []
  const tables = emptyTables()
  const entries: LogEntry[] = []
  for (const line of lines) replay(line, tables, entries)
  return storeOver(tables, entries, { file: openLineFile(file), fresh: lines.length === 0 })
}

function storeOver(
  tables: Maps,
  entries: LogEntry[],
  { file, fresh }: { file: LineFile; fresh: boolean },
): Store {
  let puts: [Name, Tables[Name]][] = []
  let drops: [Name, string][] = []
  return {
    entries,
    fresh,
    get: (table, id) => tables[table].get(id),
    all: (table) => [...tables[table].values()],
    put: (table, record) => {
      tables[table].set(record.id, record)
      puts.push([table, record])
    },
    drop: (table, id) => {
      tables[table].delete(id)
      puts = puts.filter(([name, record]) => name !== table || record.id !== id)
      drops.push([table, id])
    },
    flush: (entry) => {
      if (entry) entries.push(entry)
      if (puts.length + drops.length === 0 && !entry) return
      file.add(`${JSON.stringify({ puts, drops, entry })}\n`)
      puts = []
      drops = []
    },
    close: file.close,
  }
}

const emptyTables = (): Maps => ({
  users: new Map(),
  channels: new Map(),
  messages: new Map(),
  ephemerals: new Map(),
  views: new Map(),
  drafts: new Map(),
  groups: new Map(),
  triggers: new Map(),
  hooks: new Map(),
  files: new Map(),
  pending: new Map(),
  installation: new Map(),
  counters: new Map(),
})

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

function replay({ puts, drops, entry }: Line, tables: Maps, entries: LogEntry[]): void {
  for (const [table, record] of puts) {
    const rows: Map<string, Tables[Name]> = tables[table]
    rows.set(record.id, record)
  }
  for (const [table, id] of drops) tables[table].delete(id)
  if (entry) entries.push(entry)
}
