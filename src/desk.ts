import { randomBytes } from 'node:crypto'
import { setTimeout as rest } from 'node:timers/promises'
import { ulid } from 'ulid'
import type { Config } from './config.ts'
import { type Appended, type Books, journalled, openBooks } from './desk-books.ts'
import { exportsFor } from './exporting.ts'
import {
  flows,
  forgetStubs,
  type Hands,
  Keeper,
  type KeeperHands,
  lookForReturned,
  type People,
  sweepShelf,
  type Timing,
} from './flows/index.ts'
import { neverApprovable } from './records/approvable.ts'
import { type FileStore, type FileStoreOptions, openFileStore } from './records/file-store.ts'
import { BadPolicy, type Policy } from './records/policy.ts'
import { readPolicy } from './records/policy-file.ts'
import type { Id, Member } from './records/primitives.ts'
import type { Owner } from './records/store.ts'
import { usualTiming } from './timing.ts'
import { erasureAnswer } from './words/answers.ts'
import { createZendesk, type Zendesk, ZendeskSilent, ZendeskUnauthorised } from './zendesk/index.ts'

/** Who is who, and who is in which group: what the desk asks of the workspace it serves. */
export type Directory = People & {
  readonly groupMembers: (group: string) => Promise<readonly string[]>
}

/** What the desk stands in. */
export type Surroundings = {
  readonly directory: Directory
  /** Id of the workspace: a data folder serves one. */
  readonly workspace: string
  readonly timing?: Partial<Timing>
  readonly rested?: KeeperHands['rested']
  readonly trouble: KeeperHands['trouble']
  readonly notice?: FileStoreOptions['notice']
  /** Told of every entry that is written from here on: what the face of the desk follows. */
  readonly appended?: Appended
  /** Told how far a look has come. */
  readonly progress?: NonNullable<Hands['progress']>
  /** Under which origin people reach the desk's pages: known once they are open. */
  readonly origin?: () => string | undefined
}

/** A desk that is open: its store locked, its requests taken up by `keeper.takeUp()`. */
export type Desk = {
  readonly hands: Hands
  readonly keeper: Keeper
  readonly store: FileStore
  readonly warnings: readonly string[]
  readonly close: () => Promise<void>
}

/** Why the desk does not open, as a code of the words. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
  readonly code: 'credentials' | 'unreachable' | 'unexpected' | 'role'
  constructor(code: CannotStart['code']) {
    super(code)
    this.code = code
  }
}

/**
 * Opens the desk: policy, account, records, in this order, each refused with what to do. Throws
 * `BadPolicy`, `CannotStart` or `CannotOpen`; then nothing is locked and nothing was written.
 */
export async function openDesk(config: Config, around: Surroundings): Promise<Desk> {
  const policy = await usablePolicy(config.policyFile, around.directory)
  const timing = { ...usualTiming, ...around.timing }
  let books: Books | undefined
  const zendesk = createZendesk({
    url: config.zendesk.url,
    auth: config.zendesk.auth,
    share: policy.humansShare,
    timeoutMs: timing.callTimeout,
    mayWrite: () => books?.paused() === false,
  })
  await checkCredentials(zendesk)
  const store = await openFileStore({
    dir: config.dataDir,
    vaultKey: config.vaultKey,
    ...(config.vaultKeyOld ? { vaultKeyOld: config.vaultKeyOld } : {}),
    desk: { workspace: around.workspace, account: hostOf(config) },
    now,
    newId: ulid,
    ...(around.notice ? { notice: around.notice } : {}),
  })
  const { rested, trouble } = around
  const keyBeside = async (id: Id) => await store.keyBeside(id)
  books = await openBooks(store, harmless(around.appended, trouble))
  const hands = handsOf(config, around, { zendesk, books, timing, keyBeside })
  const stopChores = await chores(hands, trouble)
  const keeper = new Keeper(flows, { ...hands, alarm, trouble, ...(rested ? { rested } : {}) })
  const close = async (): Promise<void> => {
    stopChores()
    await keeper.stop()
    await store.close()
  }
  return { hands, keeper, store, warnings: zendesk.warnings, close }
}

type Opened = {
  readonly zendesk: Zendesk
  readonly books: Books
  readonly timing: Timing
  readonly keyBeside: FileStore['keyBeside']
}

function handsOf(
  config: Config,
  around: Surroundings,
  { zendesk, books, timing, keyBeside }: Opened,
): Hands {
  const policy = journalled(config.policyFile, books.store, now)
  const { dataDir } = config
  return {
    zendesk,
    host: hostOf(config),
    people: ofWorkspace(around),
    store: books.store,
    policy,
    answer: ({ language, ...facts }) => erasureAnswer(language, facts),
    now,
    newId: ulid,
    salt: () => randomBytes(32).toString('hex'),
    rest: async (ms, signal) => {
      await rest(ms, undefined, signal ? { signal } : {})
    },
    timing,
    rehearsal: config.rehearsal,
    paused: books.paused,
    progress: harmless(around.progress, around.trouble),
    exports: exportsFor({ keyBeside, dataDir, policy, origin: () => around.origin?.() }),
  }
}

/** Tells somebody who must not be able to fail what he is told of. */
const harmless =
  <Told extends unknown[]>(
    tell: ((owner: Owner, ...told: Told) => void) | undefined,
    trouble: Surroundings['trouble'],
  ) =>
  (owner: Owner, ...told: Told): void => {
    try {
      tell?.(owner, ...told)
    } catch (error) {
      trouble(owner, error)
    }
  }

const hostOf = ({ zendesk }: Config): string => new URL(zendesk.url).host

const now = (): string => new Date().toISOString()

const day = 86_400_000

/**
 * What is done at the start and every day from then on; the answer ends it. What goes wrong is looked
 * at by a human: the desk opens all the same.
 */
async function chores(hands: Hands, trouble: Surroundings['trouble']): Promise<() => void> {
  const trying = (work: (hands: Hands) => Promise<unknown>) => async (): Promise<void> => {
    await work(hands).catch((error: unknown) => trouble('desk', error))
  }
  const [forget, lookAgain] = [trying(forgetStubs), trying(lookForReturned)]
  await forget()
  await trying(sweepShelf)()
  // Nobody waits for it: it asks Zendesk, and a desk opens at once.
  void lookAgain()
  const stops = [daily(forget), daily(lookAgain)]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Does some work every day from now on; the answer ends that. */
function daily(work: () => Promise<unknown>): () => void {
  const timer = setInterval(() => void work(), day)
  timer.unref()
  return () => clearInterval(timer)
}

function alarm(ms: number, ring: () => void): () => void {
  const timer = setTimeout(ring, ms)
  return () => clearTimeout(timer)
}

/** Members of another workspace are strangers here, whatever their user id. */
function ofWorkspace({ directory, workspace }: Surroundings): People {
  return {
    standing: async (member: Member) => {
      if (member.team === workspace) return await directory.standing(member)
      return { active: false, guest: true, bot: false, groups: [] }
    },
  }
}

async function usablePolicy(path: string, directory: Directory): Promise<Policy> {
  const policy = await readPolicy(path, Date.now)
  const members = new Map<string, readonly string[]>()
  for (const [role, who] of Object.entries(policy.roles)) {
    const inGroups = await Promise.all(who.groups.map(async (g) => await directory.groupMembers(g)))
    members.set(role, [...new Set([...who.members, ...inGroups.flat()])])
  }
  const faults = neverApprovable(policy, (role) => members.get(role) ?? [])
  if (faults.length > 0) throw new BadPolicy(faults)
  return policy
}

/** `users/me` answers 200 to strangers too: the client tells them apart. */
async function checkCredentials(zendesk: Zendesk): Promise<void> {
  const me = await zendesk.users.me().catch((error: unknown) => {
    if (error instanceof ZendeskUnauthorised) throw new CannotStart('credentials')
    if (error instanceof ZendeskSilent) throw new CannotStart('unreachable')
    throw new CannotStart('unexpected')
  })
  if (me.role === 'end-user') throw new CannotStart('role')
}
