import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import {
  filesBelow,
  isDiskFull,
  makeDirectory,
  namesIn,
  removeDurably,
  syncDirectory,
  unlessMissing,
} from '../records/disk.ts'
import { DiskFailed, DiskFull } from '../records/errors.ts'
import { Id } from '../records/primitives.ts'
import { type Opened, openSealed, sealing } from './sealed-file.ts'
import type { Shelf, Stored } from './shelf.ts'

/** Where the shelf is, and the key of a request: `undefined` when it has none (any more). */
export type DiskShelfOptions = {
  readonly dir: string
  readonly keyOf: (owner: Id) => Promise<Uint8Array | undefined>
}

const named = /^[a-z0-9][a-z0-9._-]{0,120}(?:\/[a-z0-9][a-z0-9._-]{0,120})?$/

const ending = '.sealed'

/**
 * A shelf on the local disk, under `dir/<owner>/`: every file encrypted under the request's own key, so
 * that forgetting the key forgets the files, wherever a copy of them is.
 */
export class DiskShelf implements Shelf {
  readonly #dir: string
  readonly #keyOf: DiskShelfOptions['keyOf']
  #written = 0

  constructor({ dir, keyOf }: DiskShelfOptions) {
    this.#dir = dir
    this.#keyOf = keyOf
  }

  async write(owner: Id, name: string, content: AsyncIterable<Uint8Array>): Promise<Stored> {
    const path = this.#path(owner, name)
    const key = await this.#key(owner)
    await makeDirectory(dirname(path))
    this.#written += 1
    const beside = `${path}.${process.pid}-${this.#written}.tmp`
    try {
      const stored = await writeSynced(beside, sealing(key, `${owner}/${name}`, content))
      await rename(beside, path)
      await syncDirectory(dirname(path))
      return stored
    } catch (cause) {
      await rm(beside, { force: true })
      throw isDiskFull(cause) ? new DiskFull({ cause }) : cause
    }
  }

  async look(owner: Id, name: string): Promise<Stored | undefined> {
    const opened = await this.#open(owner, name)
    if (!opened) return undefined
    await opened.close()
    return opened.stored
  }

  async *read(
    owner: Id,
    name: string,
    { start = 0, end }: { readonly start?: number; readonly end?: number } = {},
  ): AsyncGenerator<Uint8Array> {
    const opened = await this.#open(owner, name)
    if (!opened) throw new Error('There is no such file on the shelf')
    try {
      yield* opened.read(start, Math.min(end ?? opened.stored.size, opened.stored.size))
    } finally {
      await opened.close()
    }
  }

  async names(owner: Id): Promise<readonly string[]> {
    const files = await filesBelow(this.#folder(owner))
    return files
      .filter((file) => file.endsWith(ending))
      .map((file) => relative(this.#folder(owner), file).slice(0, -ending.length))
      .toSorted()
  }

  async remove(owner: Id, name?: string): Promise<void> {
    await removeDurably(name === undefined ? this.#folder(owner) : this.#path(owner, name))
  }

  async owners(): Promise<readonly Id[]> {
    return (await namesIn(this.#dir)).filter((name) => Id.safeParse(name).success)
  }

  async #open(owner: Id, name: string): Promise<Opened | undefined> {
    const path = this.#path(owner, name)
    const there = await stat(path).catch(unlessMissing)
    if (!there) return undefined
    return await openSealed(path, await this.#key(owner), `${owner}/${name}`)
  }

  async #key(owner: Id): Promise<Uint8Array> {
    const key = await this.#keyOf(owner)
    if (!key) throw new Error('The request has no key for its exports (any more)')
    return key
  }

  #folder(owner: Id): string {
    return join(this.#dir, Id.parse(owner))
  }

  #path(owner: Id, name: string): string {
    if (!named.test(name)) throw new TypeError('Not the name of a file on the shelf')
    return join(this.#folder(owner), `${name}${ending}`)
  }
}

async function writeSynced(
  path: string,
  pieces: AsyncGenerator<Uint8Array, Stored>,
): Promise<Stored> {
  const file = await open(path, 'wx', 0o600)
  try {
    for (;;) {
      const { done, value } = await pieces.next()
      if (done) {
        await file.datasync().catch((cause: unknown) => {
          throw isDiskFull(cause) ? cause : new DiskFailed(path, { cause })
        })
        return value
      }
      // One write may take less than it was given; this one goes on until all is written.
      await file.writeFile(value)
    }
  } finally {
    await pieces.return({ size: 0, sha256: '' }).catch(() => undefined)
    await file.close()
  }
}
