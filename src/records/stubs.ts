import { join } from 'node:path'
import { BoxFile } from './box-file.ts'
import { makeDirectory, removeDurably } from './disk.ts'
import type { KeyFiles } from './key-files.ts'
import type { Id } from './primitives.ts'

/** What outlives the vault until policy's date: a small encrypted file for each request, under a key of its own. */
export class Stubs {
  readonly #dir: string
  readonly #keys: KeyFiles

  constructor(dir: string, keys: KeyFiles) {
    this.#dir = join(dir, 'stubs')
    this.#keys = keys
  }

  async write(id: Id, value: unknown): Promise<void> {
    await makeDirectory(this.#dir)
    await this.#file(id, await this.#keys.findOrMake(keyOf(id))).write(value)
  }

  async read(id: Id): Promise<unknown> {
    const key = await this.#keys.find(keyOf(id))
    return key && (await this.#file(id, key).read())
  }

  /** The key first: from then on nobody reads the file. */
  async drop(id: Id): Promise<void> {
    await this.#keys.forget(keyOf(id))
    await removeDurably(this.#path(id))
  }

  #file(id: Id, key: Uint8Array): BoxFile {
    return new BoxFile(this.#path(id), key, `rightsdesk.stub.v1\n${id}`)
  }

  #path(id: Id): string {
    return join(this.#dir, `${id}.json`)
  }
}

const keyOf = (id: Id): string => `stubs/${id}`
