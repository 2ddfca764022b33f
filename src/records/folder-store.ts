import { type Anchor, anchorAt } from './anchors.ts'
import type { Catalogue } from './catalogue.ts'
import { Entry } from './entry.ts'
import { DiskFailed, DiskFull, Sealed, StoreConflict } from './errors.ts'
import type { Journals } from './journals.ts'
import type { Lock } from './lock.ts'
import type { Append, Log } from './log.ts'
import { Id, type Sha } from './primitives.ts'
import type { Reserve } from './reserve.ts'
import type { Listed, Owner, Store } from './store.ts'
import type { Stubs } from './stubs.ts'
import { Turns } from './turns.ts'
import type { Staged, Vault } from './vault.ts'

/** What an open data folder consists of. */
export type Parts = {
  readonly log: Log
  readonly vault: Vault
  readonly stubs: Stubs
  readonly catalogue: Catalogue
  readonly journals: Journals
  readonly reserve: Reserve
  readonly lock: Lock
  /** Says how far the log is known to be good. */
  readonly checkpoint: () => Promise<void>
}

type AppendOptions = NonNullable<Parameters<Store['append']>[3]>

/** The store in an open folder: the log is its truth, the vault its memory of people. */
export class FolderStore implements Store {
  readonly #parts: Parts
  /** Callers' turns and our own are apart: a caller appends within his. */
  readonly #callers = new Turns()
  readonly #own = new Turns()
  #closed: Promise<void> | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async close(): Promise<void> {
    this.#closed ??= this.#close()
    await this.#closed
  }

  async *list(): AsyncGenerator<Listed> {
    yield* this.#parts.catalogue.list()
  }

  async load(owner: Owner): Promise<{ version: number; entries: readonly Entry[] }> {
    const entries = await this.#take(owner, async () => await this.#parts.journals.load(owner))
    return { version: entries.length, entries }
  }

  async append(
    owner: Owner,
    version: number,
    entries: readonly Entry[],
    { vault = new Map(), urgent = false }: AppendOptions = {},
  ): Promise<number> {
    const checked = entries.map((entry) => Entry.parse(entry))
    const append = { owner, n: version + 1, entries: checked, urgent }
    return await this.#take(owner, async () => {
      this.#check(owner, version, vault)
      if (vault.size === 0) return await this.#write(append)
      return await this.#writeWith(vault, append).catch(async (error: unknown) => {
        await this.#forgetUnopened(owner, error)
        throw error
      })
    })
  }

  async read(id: Id, part: string): Promise<unknown> {
    return await this.#take(id, async () => {
      if (this.#parts.catalogue.isSealed(id)) throw new Sealed(id)
      return await this.#parts.vault.read(id, part)
    })
  }

  /**
   * The key for files of an open request that lie beside the vault, such as its exports: forgotten with
   * its vault. `undefined` for a request that was never opened, or is sealed.
   */
  async keyBeside(id: Id): Promise<Uint8Array | undefined> {
    return await this.#take(id, async () => {
      const { catalogue, vault } = this.#parts
      if (catalogue.version(id) === 0 || catalogue.isSealed(id)) return undefined
      return await vault.keyBeside(id)
    })
  }

  async exclusive<T>(owner: Owner, work: () => Promise<T>): Promise<T> {
    return await this.#callers.take(owner, work)
  }

  async seal(id: Id, person: string, stub?: unknown): Promise<void> {
    await this.#take(id, async () => {
      const { vault, stubs, catalogue } = this.#parts
      // First what is to stay: after a crash in between, sealing again brings it to its end.
      if (stub !== undefined) await stubs.write(id, stub)
      if (catalogue.isSealed(id)) await vault.erase(id)
      else await vault.forget(id, person)
    })
  }

  async stub(id: Id): Promise<unknown> {
    return await this.#take(id, async () => await this.#parts.stubs.read(id))
  }

  async dropStub(id: Id): Promise<void> {
    await this.#take(id, async () => await this.#parts.stubs.drop(id))
  }

  async head(): Promise<{ size: number; hash: Sha }> {
    const { seq, hash } = this.#parts.log.head
    return { size: seq, hash }
  }

  async anchor(): Promise<Anchor> {
    const { log } = this.#parts
    return anchorAt(log.id, log.head, log.key)
  }

  async #take<T>(owner: Owner, work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('The store is closed')
    if (owner !== 'desk') Id.parse(owner)
    return await this.#own.take(owner, work)
  }

  #check(owner: Owner, version: number, parts: ReadonlyMap<string, unknown>): void {
    const { catalogue } = this.#parts
    if (parts.size > 0 && owner === 'desk') throw new TypeError('The desk itself has no vault')
    if (parts.size > 0 && catalogue.isSealed(owner)) throw new Sealed(owner)
    const found = catalogue.version(owner)
    if (found !== version) throw new StoreConflict(owner, version, found)
  }

  /** The vault first: an entry must never commit to what is not there. */
  async #writeWith(parts: ReadonlyMap<string, unknown>, append: Append): Promise<number> {
    const staged = await this.#stage(parts, append)
    const version = await this.#write(append).catch(async (error: unknown) => {
      // After a failed sync nobody knows whether the entries are there: the next start will.
      if (!(error instanceof DiskFailed)) await staged.withdraw()
      throw error
    })
    // The sealed entry has taken the vault with it.
    if (!this.#parts.catalogue.isSealed(append.owner)) await staged.confirm()
    return version
  }

  /** A request that was not opened after all: nobody else would ever forget its key. */
  async #forgetUnopened(owner: Owner, error: unknown): Promise<void> {
    const { catalogue, vault } = this.#parts
    if (error instanceof DiskFailed || catalogue.version(owner) > 0) return
    await vault.erase(owner)
  }

  async #stage(
    parts: ReadonlyMap<string, unknown>,
    { owner, n, entries, urgent }: Append,
  ): Promise<Staged> {
    const { vault, reserve } = this.#parts
    const version = n - 1 + entries.length
    try {
      return await vault.stage(owner, version, parts)
    } catch (error) {
      if (!(error instanceof DiskFull && urgent && (await reserve.release()))) throw error
      return await vault.stage(owner, version, parts)
    }
  }

  async #write(append: Append): Promise<number> {
    const { owner, n, entries, urgent } = append
    const { log, vault, journals, reserve, catalogue } = this.#parts
    if (entries.length === 0) return n - 1
    journals.add(owner, await log.append(append))
    if (catalogue.isSealed(owner)) await vault.erase(owner)
    // What is written is written, whether or not there is space to spare again.
    if (!urgent) await reserve.take().catch(() => undefined)
    return n - 1 + entries.length
  }

  async #close(): Promise<void> {
    const { log, lock, checkpoint } = this.#parts
    await this.#own.ended()
    try {
      await log.close()
      if (!log.failed) await checkpoint()
    } finally {
      await lock.release()
    }
  }
}
