import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { onTestFinished } from 'vitest'
import type { LogEntry } from '../../../sandbox/zendesk/account/log.ts'
import type { Options } from '../../../sandbox/zendesk/options.ts'
import { startZendesk, type Zendesk } from '../../../sandbox/zendesk/server.ts'
import { type Books, openBooks } from '../../../src/desk-books.ts'
import { advance, flows, type Hands, type Resting } from '../../../src/flows/index.ts'
import type { Entry } from '../../../src/records/entry.ts'
import { type FileStore, openFileStore } from '../../../src/records/file-store.ts'
import { fold } from '../../../src/records/fold.ts'
import type { Policy } from '../../../src/records/policy.ts'
import type { Id, Instant } from '../../../src/records/primitives.ts'
import type { Request } from '../../../src/records/request.ts'
import type { Store } from '../../../src/records/store.ts'
import { erasureAnswer } from '../../../src/words/answers.ts'
import { createZendesk } from '../../../src/zendesk/index.ts'
import { Directory } from './cast.ts'
import { keysOf } from './keys.ts'
import { policyWith } from './rules.ts'

/** Monday morning. */
const start = Date.UTC(2026, 10, 23, 9)

/** Time that passes only when somebody waits. */
type Clock = { ms: number; pass: (ms: number) => void; now: () => Instant }

/** A desk with everything real behind it: account, client, folder, policy, directory. */
export type Desk = {
  readonly account: Zendesk
  readonly clock: Clock
  readonly people: Directory
  readonly dir: string
  readonly hands: Hands
  /** The policy in force; `undefined` when its file cannot be read. */
  policy: Policy | undefined
  /** Awaited after each write of the account, before it is answered. */
  onWrite: (entry: LogEntry) => Promise<void> | void
  /** What stands between the engine and its folder, for tests that pull the plug. */
  wrap: (store: Store) => Store
  rehearsal: boolean
  /** What each answer that was written says: of the last one, what goes out. */
  readonly answered: Omit<Parameters<Hands['answer']>[0], 'language'>[]
  /** Ends the process and starts it again on the same folder. */
  restart: () => Promise<void>
  /** Shuts the folder, for who looks into its files. */
  shut: () => Promise<void>
  request: (id: Id) => Promise<Request>
  journal: (id: Id) => Promise<readonly Entry[]>
  /** Goes on as far as it goes now. */
  step: (id: Id) => Promise<Resting>
  /** Goes on, waiting as long as it takes, until a human is needed, it is over, or `where` is reached. */
  go: (id: Id, where?: string) => Promise<Resting>
}

/** How a test wants its desk. */
export type Wishes = Pick<Options, 'account' | 'delays'> & {
  readonly policy?: Readonly<Record<string, unknown>>
  readonly rehearsal?: boolean
}

/** Opens a desk of its own for a test, taken down after it. */
export async function desk(wishes: Wishes = {}): Promise<Desk> {
  const clock = clockAt(start)
  const dir = mkdtempSync(join(tmpdir(), 'desk-'))
  const books = await shelf(join(dir, 'data'), clock)
  const account = await startZendesk({
    dir: join(dir, 'account'),
    now: () => clock.ms,
    ...(wishes.account ? { account: wishes.account } : {}),
    ...(wishes.delays ? { delays: wishes.delays } : {}),
    onWrite: async (entry) => await it.onWrite(entry),
  })
  onTestFinished(async () => {
    await Promise.all([books.store.close(), account.close()])
    rmSync(dir, { recursive: true, force: true })
  })
  const it: Desk = {
    account,
    clock,
    people: new Directory(),
    dir: join(dir, 'data'),
    policy: policyWith(wishes.policy),
    rehearsal: wishes.rehearsal ?? false,
    answered: [],
    onWrite: () => {},
    wrap: (store) => store,
    hands: undefined as never,
    restart: async () => await books.open(),
    shut: async () => await books.store.close(),
    request: async (id) => await folded(id, books.store),
    journal: async (id) => (await books.store.load(id)).entries,
    step: async (id) => await advance(id, flowOf((await it.request(id)).right), it.hands),
    go: async (id, where) => await onward(id, where, it),
  }
  const zendesk = createZendesk({
    url: account.url,
    auth: { kind: 'oauth', clientId: 'rightsdesk', clientSecret: 'sandbox-secret' },
    now: () => clock.ms,
    sleep: async (ms) => clock.pass(ms),
  })
  return Object.assign(it, { hands: handsOf(it, zendesk, books) })
}

/** As short as the account is quick. */
const timing = {
  settle: 2_000,
  callTimeout: 30_000,
  jobPoll: 100,
  jobGiveUp: 10_000,
  indexLag: 1_000,
  statusPoll: 60_000,
  listingLag: 1_000,
}

function handsOf(it: Desk, zendesk: Hands['zendesk'], on: Shelf): Hands {
  return {
    zendesk,
    host: 'nordlys.zendesk.com',
    people: it.people,
    get store() {
      return it.wrap(on.books.store)
    },
    policy: async () => {
      if (!it.policy) throw new Error('policy.json cannot be read')
      return it.policy
    },
    answer: ({ language, ...facts }) => {
      it.answered.push(facts)
      return erasureAnswer(language, facts)
    },
    now: it.clock.now,
    newId: () => ulid(it.clock.ms),
    salt: () => keysOf(32),
    rest: async (ms) => it.clock.pass(ms),
    timing,
    get rehearsal() {
      return it.rehearsal
    },
    paused: () => on.books.paused(),
  }
}

function clockAt(ms: number): Clock {
  const clock: Clock = {
    ms,
    pass: (more) => void (clock.ms += Math.ceil(more)),
    now: () => new Date(clock.ms).toISOString(),
  }
  return clock
}

type Shelf = { store: FileStore; books: Books; open: () => Promise<void> }

async function shelf(dir: string, clock: Clock): Promise<Shelf> {
  const vaultKey = keysOf(32)
  const opened = async (): Promise<FileStore> =>
    await openFileStore({
      dir,
      vaultKey,
      desk: { workspace: 'T0NORDLYS', account: 'nordlys.zendesk.com' },
      now: clock.now,
      newId: () => ulid(clock.ms),
      // What a power cut does to a file is tested with the store: here no test waits for a disk.
      sync: async () => {},
    })
  const store = await opened()
  const on: Shelf = {
    store,
    books: await openBooks(store, () => {}),
    open: async () => {
      await on.store.close()
      on.store = await opened()
      on.books = await openBooks(on.store, () => {})
    },
  }
  return on
}

async function folded(id: Id, store: Store): Promise<Request> {
  const request = fold(id, (await store.load(id)).entries)
  if (!request) throw new Error(`there is no request ${id}`)
  return request
}

function flowOf(right: Request['right']) {
  const flow = flows[right]
  if (!flow) throw new Error(`there is no flow for ${right}`)
  return flow
}

/** More rests than any request needs: beyond it goes round in circles. */
const patience = 300

async function onward(id: Id, where: string | undefined, it: Desk): Promise<Resting> {
  for (let rests = 0; rests < patience; rests += 1) {
    const resting = await it.step(id)
    if (resting.on !== 'time' || resting.step === where) return resting
    it.clock.ms = Math.max(it.clock.ms, Date.parse(resting.until))
  }
  throw new Error(`${id} went round in circles`)
}
