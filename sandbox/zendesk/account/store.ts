import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type LineFile, openLineFile } from '../../local/line-file.ts'
import { type Crowd, nobody } from './crowd.ts'
import { Indexes, type Keyed, type KeyOf } from './indexes.ts'
import type { LogEntry } from './log.ts'
import { emptyTables } from './maps.ts'
import type { Comment, Ticket } from './records.ts'
import { type Held, keep, type Line, type Put, readLines, remove, replay } from './store-file.ts'
import type { Tables } from './tables.ts'

type Name = keyof Tables
type Key = string | number

/** The account's records in memory, every change written before it is answered. */
export type Store = {
  get: <N extends Name>(table: N, id: Key) => Tables[N] | undefined
  /** Every row. Of tickets and comments of a large account: slow, for tests only. */
  all: <N extends Name>(table: N) => Tables[N][]
  /** The rows that a key leads to, without looking at the others. Tickets: see `ticketIds`. */
  by: <N extends Keyed>(table: N, key: KeyOf<N>, value: Key) => Tables[N][]
  /** Tickets by who has a part in them, those that are worked out included. */
  ticketIds: (key: KeyOf<'tickets'>, user: number) => number[]
  /** Every ticket but the archived ones that nothing was changed in. */
  recentIds: () => number[]
  /** The ticket, if its record stands here: only such a one can have been changed. */
  kept: (id: number) => Ticket | undefined
  allKept: () => Iterable<Ticket>
  readonly crowd: Crowd
  put: <N extends Name>(table: N, record: Tables[N]) => void
  drop: (table: Name, id: Key) => void
  of: (ticket: number) => Comment[]
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
export type Snapshot = {
  readonly puts: readonly Put[]
  readonly lines: readonly string[]
  readonly crowd?: Crowd
}

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

/** Opens the folder, reading back what an earlier process left there; `again` makes a sample anew. */
export function openStore(
  dir: string,
  again: (sample: NonNullable<Line['sample']>) => Snapshot,
): Store {
  mkdirSync(dir, { recursive: true })
  const file = join(dir, 'account.jsonl')
  const lines = readLines(file)
  const held: Held = { tables: emptyTables(), indexes: new Indexes(), gone: new Set() }
  const entries: LogEntry[] = []
  const sample = lines[0]?.sample && again(lines[0].sample)
  if (sample) replay(held, { puts: sample.puts, drops: [] }, entries)
  for (const line of lines) replay(held, line, entries)
  const disk = { file: openLineFile(file), fresh: lines.length === 0 }
  return storeOver(held, entries, { ...disk, crowd: sample?.crowd ?? nobody })
}

type Disk = { readonly file: LineFile; readonly fresh: boolean; readonly crowd: Crowd }

function storeOver(held: Held, entries: LogEntry[], { file, fresh, crowd }: Disk): Store {
  let changes: { puts: Put[]; drops: [Name, Key][] } = { puts: [], drops: [] }
  let reading = readingOf(held, crowd)
  return {
    entries,
    fresh,
    get crowd() {
      return reading.crowd
    },
    kept: (id) => held.tables.tickets.get(id),
    allKept: () => held.tables.tickets.values(),
    get: (table, id) => reading.get(table, id),
    all: (table) => reading.all(table),
    by: (table, key, value) => rowsOf(held, table, held.indexes.ids(table, key, value)),
    ticketIds: (key, user) => reading.ticketIds(key, user),
    recentIds: () => reading.recentIds(),
    of: (ticket) => reading.of(ticket),
    put: (table, record) => {
      keep(held, table, record)
      changes.puts.push([table, record])
    },
    drop: (table, id) => {
      remove(held, table, id)
      changes.drops.push([table, id])
    },
    flush: (entry) => {
      if (entry) entries.push(entry)
      const { puts, drops } = changes
      if (puts.length + drops.length === 0 && !entry) return
      file.add(`${JSON.stringify({ puts, drops, entry })}\n`)
      changes = { puts: [], drops: [] }
    },
    adopt: (sample) => {
      replay(held, { puts: sample.puts, drops: [] }, entries)
      if (sample.crowd) reading = readingOf(held, sample.crowd)
      for (const line of sample.lines) file.add(line)
    },
    close: file.close,
  }
}

type Reading = Pick<Store, 'get' | 'all' | 'ticketIds' | 'recentIds' | 'of' | 'crowd'>

/** What stands here comes before what is worked out. */
function readingOf(held: Held, crowd: Crowd): Reading {
  const { tables, indexes, gone } = held
  const isNew = (id: number): boolean => !tables.tickets.has(id)
  const of = (ticket: number): Comment[] => {
    const own = rowsOf(held, 'comments', indexes.ids('comments', 'ticket_id', ticket))
    const other = crowd
      .comments(ticket)
      .filter(({ id }) => !gone.has(id) && !tables.comments.has(id))
    return other.length === 0 ? own : [...other, ...own].toSorted((a, b) => a.id - b.id)
  }
  const read: Partial<{ [N in Name]: (id: Key) => Tables[N] | undefined }> = {
    tickets: (id) => crowd.ticket(Number(id)),
    comments: (id) => of(crowd.ticketOf(Number(id))).find((comment) => comment.id === id),
  }
  return {
    crowd,
    of,
    get: (table, id) => tables[table].get(id) ?? read[table]?.(id),
    all: <N extends Name>(table: N) => [
      ...tables[table].values(),
      ...(workedOut(table, { of, isNew, crowd }) as Tables[N][]),
    ],
    ticketIds: (key, user) => [
      ...([...indexes.ids('tickets', key, user)] as number[]),
      ...crowdIds(crowd, key, user).filter(isNew),
    ],
    recentIds: () => [
      ...(tables.tickets.keys() as Iterable<number>),
      ...crowd.recent().filter(isNew),
    ],
  }
}

const crowdIds = (crowd: Crowd, key: KeyOf<'tickets'>, user: number): readonly number[] => {
  if (key === 'requester_id') return crowd.requested(user)
  return key === 'assignee_id' ? crowd.assigned(user) : []
}

type Working = Pick<Reading, 'of' | 'crowd'> & { readonly isNew: (id: number) => boolean }

function workedOut(table: Name, { of, isNew, crowd }: Working): Tables[Name][] {
  if (table === 'tickets')
    return crowd
      .ids()
      .filter(isNew)
      .flatMap((id) => crowd.ticket(id) ?? [])
  return table === 'comments' ? crowd.ids().filter(isNew).flatMap(of) : []
}

function rowsOf<N extends Name>({ tables }: Held, table: N, ids: Iterable<Key>): Tables[N][] {
  return [...ids].flatMap((id) => tables[table].get(id) ?? [])
}
