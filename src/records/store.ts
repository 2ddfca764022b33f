import type { Anchor } from './anchors.ts'
import type { Entry } from './entry.ts'
import type { Id, Sha } from './primitives.ts'

/** Whose journal: a request's by its id, or the desk's own by the word `desk`. */
export type Owner = string

/** What every request shows without being read. `version` counts its entries. */
export type Listed = {
  readonly id: Id
  readonly number: string
  readonly version: number
  readonly sealed: boolean
}

/**
 * Where requests live. The log is the truth; the vault holds personal values until the seal.
 * No timers and no rate in it: those are hands of the engine. `test/records/store-contract.ts` is
 * what every store must pass.
 *
 * A vault part is named `part` (of the whole request) or `person/part`, each of lower-case letters,
 * digits and hyphens.
 */
export interface Store {
  close(): Promise<void>
  list(): AsyncIterable<Listed>
  /** A request's journal in order; `version` counts its entries. An unknown id has version 0. */
  load(owner: Owner): Promise<{ version: number; entries: readonly Entry[] }>
  /**
   * Writes the vault parts durably, then the entries durably, all or none of the entries, if the
   * journal still has `version` entries. Resolves to the new version. Throws `StoreConflict` when
   * somebody else was faster, `Sealed` when parts are given for a sealed request, `DiskFull` when
   * nothing was written for want of space. With `urgent`, the reserve is given up for it. Without
   * entries only the parts are written.
   */
  append(
    owner: Owner,
    version: number,
    entries: readonly Entry[],
    options?: { vault?: ReadonlyMap<string, unknown>; urgent?: boolean },
  ): Promise<number>
  /** A vault part's value, `undefined` if it was never written. Throws `Sealed` after the seal. */
  read(id: Id, part: string): Promise<unknown>
  /** One piece of work at a time for each owner, in the order of asking. */
  exclusive<T>(owner: Owner, work: () => Promise<T>): Promise<T>
  /**
   * Forgets a person's parts and their key (`person`), or all of the request's (`'all'`), durably.
   * Done twice it changes nothing. The stub goes under a key of its own and outlives the vault.
   */
  seal(id: Id, person: string, stub?: unknown): Promise<void>
  /** What the stub says, `undefined` when there is none (any more). */
  stub(id: Id): Promise<unknown>
  /** Forgets the stub and its key. */
  dropStub(id: Id): Promise<void>
  /** The log's size in entries and the hash of its last one: what an anchor says. */
  head(): Promise<{ size: number; hash: Sha }>
  /** The head, signed by the log's key: to be posted where the desk cannot take it back. */
  anchor(): Promise<Anchor>
}
