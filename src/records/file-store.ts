import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { notedAnchors } from './anchor-file.ts'
import { isGenuine } from './anchors.ts'
import { isOurs, readCheckpoint, writeCheckpoint } from './checkpoint.ts'
import { filesBelow, makeDirectory, namesIn, removeDurably, unlessFull } from './disk.ts'
import type { Draft, Entry, EntryOf } from './entry.ts'
import { CannotOpen } from './errors.ts'
import { FolderStore } from './folder-store.ts'
import { Journals } from './journals.ts'
import { KeyFiles } from './key-files.ts'
import { KeyRing } from './keys.ts'
import { type Lock, lock } from './lock.ts'
import { Log } from './log.ts'
import { checkDesk, claimFolder, type Desk, type Meta, readMeta, writeMeta } from './meta.ts'
import type { Id } from './primitives.ts'
import { cutsIn, cutTail, type Recovered, recover } from './recover.ts'
import { Reserve } from './reserve.ts'
import { makeSigningKey, openSigningKey, type SigningKey } from './signing-key.ts'
import type { Store } from './store.ts'
import { Stubs } from './stubs.ts'
import { Vault } from './vault.ts'

/** What a data folder is opened with. */
export type FileStoreOptions = {
  readonly dir: string
  /** 32 bytes as hex or base64. */
  readonly vaultKey: string
  /** The key before, while `vaultKey` replaces it. */
  readonly vaultKeyOld?: string
  /** Whose requests these are: a folder never serves two desks. */
  readonly desk: Desk
  /** The time, as an `Instant`. */
  readonly now: () => string
  /** A new ULID. */
  readonly newId: () => string
  /** Told what an operator should hear of: codes and figures, nothing personal. */
  readonly notice?: (code: Notice, detail: Readonly<Record<string, string | number>>) => void
  readonly segmentBytes?: number
  readonly reserveBytes?: number
  readonly sync?: (file: FileHandle) => Promise<void>
}

/** `tail-cut`: a crash left half an append, kept in quarantine. `forgotten`: it was forgotten (again). `swept`: leftovers of a crash. */
type Notice = 'tail-cut' | 'forgotten' | 'swept'

/** An open data folder. */
export type FileStore = Store & {
  readonly log: string
  /** See `FolderStore`. */
  readonly keyBeside: (id: Id) => Promise<Uint8Array | undefined>
  /** Id of the key that signs the log: compare it with what `verify` prints. */
  readonly kid: string
  /** The how-manieth start this is. */
  readonly epoch: number
}

/**
 * Opens a data folder, or makes it. Throws `CannotOpen` with what to do when it is in use, somebody
 * else's, under another vault key, readable by others, broken, or behind what was posted of it.
 */
export async function openFileStore(options: FileStoreOptions): Promise<FileStore> {
  const ring = new KeyRing(options.vaultKey, options.vaultKeyOld)
  await claimFolder(options.dir)
  const held = await lock(options.dir)
  try {
    return await openLocked(options, ring, held)
  } catch (error) {
    await held.release()
    throw error
  }
}

async function openLocked(
  options: FileStoreOptions,
  ring: KeyRing,
  held: Lock,
): Promise<FileStore> {
  const { dir, notice } = options
  const swept = await sweep(dir)
  if (swept > 0) notice?.('swept', { files: swept })
  const { meta, key } = await identify(options, ring)
  const found = await readLog(dir, meta, { key, ring })
  const keys = new KeyFiles(join(dir, 'keys'), ring)
  const vault = await recoverVault(options, keys, found)
  await keys.rewrap()
  if (found.cut) await cutTail(dir, found.tail, found.cut)

  const reserve = new Reserve(dir, options.reserveBytes ?? 4 * 2 ** 20)
  await reserve.take()
  const epoch = found.tail.link.epoch + 1
  const log = await openLog(options, found, { meta, key, epoch, reserve })
  const { catalogue } = found
  const journals = new Journals(join(dir, 'journal'), catalogue)
  const checkpoint = async () =>
    await writeCheckpoint(dir, meta.log, { link: log.head, ring }).catch(unlessFull)
  const stubs = new Stubs(dir, keys)
  const parts = { log, vault, stubs, catalogue, journals, reserve, lock: held, checkpoint }
  const store = new FolderStore(parts)
  await sayStarted(store, options, epoch).catch(async (error: unknown) => {
    await log.close()
    throw error
  })
  await checkpoint()
  return Object.assign(store, { log: meta.log, kid: meta.kid, epoch })
}

/** What a crash left of files that were being replaced. */
async function sweep(dir: string): Promise<number> {
  const files = (await filesBelow(dir)).filter((file) => file.endsWith('.tmp'))
  for (const file of files) await removeDurably(file)
  return files.length
}

async function identify(
  { dir, desk, newId }: FileStoreOptions,
  ring: KeyRing,
): Promise<{ meta: Meta; key: SigningKey }> {
  const keys = join(dir, 'keys')
  const found = await readMeta(dir)
  if (found) {
    checkDesk(dir, found, desk)
    return { meta: found, key: await openSigningKey(keys, found.kid, ring) }
  }
  if ((await namesIn(join(dir, 'journal'))).length > 0) {
    throw new CannotOpen('format', `${dir} has a journal but no meta.json: restore it`)
  }
  await makeDirectory(keys)
  const key = await makeSigningKey(keys, ring)
  const meta: Meta = { v: 1, log: newId(), kid: key.kid, ...desk }
  await writeMeta(dir, meta)
  return { meta, key }
}

async function readLog(
  dir: string,
  { log, kid }: Meta,
  { key, ring }: { key: SigningKey; ring: KeyRing },
): Promise<Recovered> {
  const said = await readCheckpoint(dir)
  const checkpoint = said && isOurs(said, log, ring) ? said : undefined
  const trusted = checkpoint?.entries ?? 0
  const rules = { log, kid, key: key.public, trusted }
  // What somebody else has written there is no word of this log.
  const anchor = (await notedAnchors(dir))
    .filter((noted) => noted.log === log)
    .toSorted((a, b) => b.size - a.size)
    .find((noted) => isGenuine(noted, key.public))
  return await recover(join(dir, 'journal'), rules, { checkpoint, anchor })
}

async function recoverVault(
  { dir, notice }: FileStoreOptions,
  keys: KeyFiles,
  { catalogue }: Recovered,
): Promise<Vault> {
  const vault = new Vault(dir, keys)
  // Vaults of requests that were never opened, and of sealed ones that a backup brought back.
  const versionOf = (id: string) => (catalogue.isSealed(id) ? 0 : catalogue.version(id))
  for (const of of await vault.recover(versionOf)) notice?.('forgotten', { of })
  return vault
}

async function openLog(
  { dir, segmentBytes = 16 * 2 ** 20, sync }: FileStoreOptions,
  { tail }: Recovered,
  own: { meta: Meta; key: SigningKey; epoch: number; reserve: Reserve },
): Promise<Log> {
  const journal = join(dir, 'journal')
  await makeDirectory(journal)
  const { key, epoch, reserve } = own
  const settings = {
    journal,
    log: own.meta.log,
    key,
    epoch,
    reserve,
    segmentBytes,
    sync: sync ?? syncFile,
  }
  return await Log.open(settings, tail)
}

const syncFile = async (file: FileHandle): Promise<void> => await file.datasync()

/** The desk's own entries of a start: the start, and what was cut and is not in the log yet. */
async function sayStarted(
  store: Store,
  { dir, now, newId, notice }: FileStoreOptions,
  epoch: number,
): Promise<void> {
  const { version, entries } = await store.load('desk')
  const known = new Set(entries.map((entry) => entry.kind === 'tail-cut' && entry.sha))
  const cuts = (await cutsIn(dir)).filter(({ sha }) => !known.has(sha))
  for (const { sha, bytes } of cuts) notice?.('tail-cut', { sha, bytes })
  const drafts: readonly Draft<EntryOf<'started' | 'tail-cut'>>[] = [
    { kind: 'started', by: 'bot', epoch },
    ...cuts.map(({ sha, bytes }) => ({ kind: 'tail-cut', by: 'bot', sha, bytes }) as const),
  ]
  const said: readonly Entry[] = drafts.map((draft) => ({ ...draft, id: newId(), at: now() }))
  await store.append('desk', version, said, { urgent: true })
}
