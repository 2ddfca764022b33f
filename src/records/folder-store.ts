import type { Catalogue } from './catalogue.ts'
import { Entry } from './entry.ts'
import { DiskFull, Sealed, StoreConflict } from './errors.ts'
import type { Journals } from './journals.ts'
import type { Lock } from './lock.ts'
import type { Log } from './log.ts'
import { Id, type Sha } from './primitives.ts'
import type { Reserve } from './reserve.ts'
import type { Listed, Owner, Store } from './store.ts'
import { Turns } from './turns.ts'
import type { Vault } from './vault.ts'

/** What an open data folder consists of. */
export type Parts = {
  readonly log: Log
  readonly vault: Vault
  readonly catalogue: Catalogue
  readonly journals: Journals
  readonly reserve: Reserve
  readonly lock: Lock
  /** Says how far the log is known to be good. */
  readonly checkpoint: () => Promise<void>
}

type Options = Parameters<Store['append']>[3]

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
    options: Options = {},
  ): Promise<number> {
    const checked = entries.map((entry) => Entry.parse(entry))
    return await this.#take(owner, async () => {
      this.#check(owner, version, options)
      if (options.vault) await this.#writeParts(owner, options.vault, options)
      if (checked.length === 0) return version
      await this.#write(owner, version, checked, options)
      return version + checked.length
    })
  }

  async read(id: Id, part: string): Promise<unknown> {
    return await this.#take(id, async () => {
      if (this.#parts.catalogue.isSealed(id)) throw new Sealed(id)
      return await this.#parts.vault.read(id, part)
    })
  }

  async exclusive<T>(owner: Owner, work: () => Promise<T>): Promise<T> {
    return await this.#callers.take(owner, work)
  }

  async seal(id: Id, person: string, stub?: unknown): Promise<void> {
    await this.#take(id, async () => {
      const { vault, catalogue } = this.#parts
      // First what is to stay: after a crash in between, sealing again brings it to its end.
      if (stub !== undefined) await vault.writeStub(id, stub)
      if (catalogue.isSealed(id)) await vault.erase(id)
      else await vault.forget(id, person)
    })
  }

  async stub(id: Id): Promise<unknown> {
    return await this.#take(id, async () => await this.#parts.vault.readStub(id))
  }

  async dropStub(id: Id): Promise<void> {
    await this.#take(id, async () => await this.#parts.vault.dropStub(id))
  }

  async head(): Promise<{ size: number; hash: Sha }> {
    const { seq, hash } = this.#parts.log.head
    return { size: seq, hash }
  }

  async #take<T>(owner: Owner, work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('The store is closed')
    if (owner !== 'desk') Id.parse(owner)
    return await this.#own.take(owner, work)
  }

  #check(owner: Owner, version: number, { vault }: NonNullable<Options>): void {
    const { catalogue } = this.#parts
    if (vault && owner === 'desk') throw new TypeError('The desk itself has no vault')
    if (vault && catalogue.isSealed(owner)) throw new Sealed(owner)
    const found = catalogue.version(owner)
    if (found !== version) throw new StoreConflict(owner, version, found)
  }

  async #writeParts(
    id: Id,
    parts: ReadonlyMap<string, unknown>,
    { urgent = false }: NonNullable<Options>,
  ): Promise<void> {
    const { vault, reserve } = this.#parts
    try {
      await vault.write(id, parts)
    } catch (error) {
      if (!(error instanceof DiskFull && urgent && (await reserve.release()))) throw error
      await vault.write(id, parts)
    }
  }

  async #write(
    owner: Owner,
    version: number,
    entries: readonly Entry[],
    { urgent = false }: NonNullable<Options>,
  ): Promise<void> {
    const { log, vault, journals, reserve, catalogue } = this.#parts
    const written = await log
      .append({ owner, n: version + 1, entries, urgent })
      .catch(async (error: unknown) => {
        // Parts of a request that was not opened after all: nobody would ever forget them.
        if (error instanceof DiskFull && version === 0) await vault.erase(owner)
        throw error
      })
    journals.add(owner, written)
    if (catalogue.isSealed(owner)) await vault.erase(owner)
    if (!urgent) await reserve.take().catch(() => undefined)
  }

  async #close(): Promise<void> {
    const { log, lock, checkpoint } = this.#parts
    await this.#own.ended()
    await log.close()
    if (!log.failed) await checkpoint()
    await lock.release()
  }
}
