import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { monotonicFactory } from 'ulid'
import type { Entry } from '../src/records/entry.ts'
import { openFileStore } from '../src/records/file-store.ts'
import type { Store } from '../src/records/store.ts'
import { median, type Row, rounded, timed } from './row.ts'

const few = 100
const many = 300_000
/** How many entries a request has when it is over. */
const perRequest = 15

const newId = monotonicFactory()
const now = () => new Date().toISOString()

/** Something that keeps histories and takes one more step of a request that is open. */
type Keeper = {
  readonly step: () => Promise<unknown>
  readonly stepWithPart: () => Promise<unknown>
  readonly close: () => Promise<void>
}

/** Row 10: what one durable step costs when much is kept, over what it costs when little is. */
export async function durableStep(): Promise<readonly Row[]> {
  const root = await mkdtemp(join(tmpdir(), 'rightsdesk-bench-'))
  try {
    const small = await storeWith(join(root, 'small'), few)
    const large = await storeWith(join(root, 'large'), many)
    const alone = await compared([small.step, large.step], 400)
    const withPart = await compared([small.stepWithPart, large.stepWithPart], 200)
    await Promise.all([small.close(), large.close()])
    const start = await timed(async () => await (await openAt(join(root, 'large'))).close())

    const lowdb = await compared(
      [
        await lowdbWith(join(root, 'small.json'), few),
        await lowdbWith(join(root, 'large.json'), many),
      ],
      7,
    )
    const note = `a start with ${many} kept entries: ${rounded(start / 1000, 1)} s`
    return [
      rowOf('an entry with a vault part', withPart, { lowdb, note }),
      rowOf('an entry alone', alone, { lowdb, note: 'lowdb: stock JSONFile, one file, no fsync' }),
    ]
  } finally {
    await rm(root, { recursive: true })
  }
}

type Compared = { readonly few: number; readonly many: number }

function rowOf(
  what: string,
  ours: Compared,
  { lowdb, note }: { lowdb: Compared; note: string },
): Row {
  const value = rounded(ours.many / ours.few)
  const milliseconds = `${rounded(ours.few)} → ${rounded(ours.many)} ms`
  return {
    row: 10,
    figure: `durable step at ${many} kept entries ÷ at ${few}: ${what}`,
    value,
    goal: '≤ 1.3',
    met: value <= 1.3,
    peers: { 'lowdb, one file': rounded(lowdb.many / lowdb.few, 0) },
    note: `${milliseconds} (lowdb ${rounded(lowdb.few)} → ${rounded(lowdb.many, 0)} ms); ${note}`,
  }
}

/** Medians of two kinds of work, done by turns: whatever slows the machine slows both. */
async function compared(
  [little, much]: readonly [() => Promise<unknown>, () => Promise<unknown>],
  times: number,
): Promise<Compared> {
  const [first, second]: [number[], number[]] = [[], []]
  for (let i = 0; i < times; i += 1) {
    first.push(await timed(little))
    second.push(await timed(much))
  }
  return { few: median(first), many: median(second) }
}

const openAt = async (dir: string) =>
  await openFileStore({
    dir,
    vaultKey: '5a'.repeat(32),
    desk: { workspace: 'T0BENCH', account: 'bench.example' },
    now,
    newId,
  })

async function storeWith(dir: string, entries: number): Promise<Keeper> {
  const store = await openAt(dir)
  const requests = Array.from({ length: Math.floor(entries / perRequest) }, history)
  await Promise.all(requests.map(async (request) => await store.append(newId(), 0, request)))
  return await openRequest(store)
}

async function openRequest(store: Store): Promise<Keeper> {
  const id = newId()
  let version = await store.append(id, 0, [opened()])
  const step = async (vault?: ReadonlyMap<string, unknown>) => {
    version = await store.append(id, version, [stopped()], vault ? { vault } : {})
  }
  const page = Array.from({ length: 20 }, (_, i) => ({ ticket: String(1000 + i), why: 'mail' }))
  return {
    step: async () => await step(),
    stepWithPart: async () => await step(new Map([['finds-1', page]])),
    close: async () => await store.close(),
  }
}

/** The same histories as lowdb keeps them out of the box: one document, written as a whole. */
async function lowdbWith(file: string, entries: number): Promise<() => Promise<void>> {
  const requests = Array.from({ length: Math.floor(entries / perRequest) }, history)
  const db = new Low<{ entries: Entry[] }>(new JSONFile(file), { entries: requests.flat() })
  await db.write()
  return async () => {
    db.data.entries.push(stopped())
    await db.write()
  }
}

const member = { user: 'U0BENCH', team: 'T0BENCH' }

const opened = (): Entry => ({
  kind: 'opened',
  id: newId(),
  at: now(),
  by: member,
  right: 'erasure',
  number: 'R-2026-0042',
  name: 'amber heron',
  subject: { ref: 'subject#all', mac: 'c'.repeat(64) },
  received: now(),
  rehearsal: false,
})

const stopped = (): Entry => ({
  kind: 'stopped',
  id: newId(),
  at: now(),
  by: member,
  code: 'bench',
})

/** A request that is over: most of what a desk keeps. */
const history = (): Entry[] => [
  opened(),
  ...Array.from({ length: perRequest - 2 }, stopped),
  { kind: 'sealed', id: newId(), at: now(), by: 'bot' },
]
