import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { filesBelow, makeDirectory, syncDirectory, unlessMissing } from './disk.ts'
import { DurableFile } from './durable-file.ts'
import { type KeyRing, unknownKeys, Wrapped } from './keys.ts'

const ending = '.key'

/** Data keys by name, each in a file of its own, wrapped by the vault key. Without the file its data is gone. */
export class KeyFiles {
  readonly #dir: string
  readonly #ring: KeyRing
  readonly #open = new Map<string, Uint8Array>()

  constructor(dir: string, ring: KeyRing) {
    this.#dir = dir
    this.#ring = ring
  }

  /** The key of that name, `undefined` when there is none (any more). */
  async find(name: string): Promise<Uint8Array | undefined> {
    const known = this.#open.get(name)
    if (known) return known
    const wrapped = await this.#file(name).read()
    if (!wrapped) return undefined
    const key = this.#ring.unwrap(labelOf(name), wrapped)
    this.#open.set(name, key)
    return key
  }

  /** The key of that name, made durably when there is none. */
  async findOrMake(name: string): Promise<Uint8Array> {
    return (await this.find(name)) ?? (await this.#make(name))
  }

  /** Forgets the key of that name, durably. */
  async forget(name: string): Promise<void> {
    this.#open.delete(name)
    await rm(this.#path(name), { force: true })
    await syncDirectory(dirname(this.#path(name))).catch(unlessMissing)
  }

  /**
   * Sees to it that every key is under the vault key in use. Refuses before it changes anything when
   * one is under a key that we were not given. Resolves to how many were wrapped anew.
   */
  async rewrap(): Promise<number> {
    const stale = new Map<string, Wrapped>()
    for (const name of await this.#names()) {
      const wrapped = await this.#file(name).read()
      if (wrapped && wrapped.under !== this.#ring.id) stale.set(name, wrapped)
    }
    const unknown = [...stale.values()].filter(({ under }) => !this.#ring.knows(under))
    if (unknown.length > 0) throw unknownKeys([...new Set(unknown.map(({ under }) => under))])
    for (const [name, wrapped] of stale) {
      const key = this.#ring.unwrap(labelOf(name), wrapped)
      await this.#file(name).write(this.#ring.wrap(labelOf(name), key))
    }
    return stale.size
  }

  async #names(): Promise<readonly string[]> {
    const files = (await filesBelow(this.#dir)).filter((file) => file.endsWith(ending))
    return files.map((file) => relative(this.#dir, file).slice(0, -ending.length))
  }

  async #make(name: string): Promise<Uint8Array> {
    const key = randomBytes(32)
    await makeDirectory(dirname(this.#path(name)))
    await this.#file(name).write(this.#ring.wrap(labelOf(name), key))
    this.#open.set(name, key)
    return key
  }

  #file(name: string): DurableFile<Wrapped> {
    return new DurableFile(this.#path(name), (found) => Wrapped.parse(found))
  }

  #path(name: string): string {
    return join(this.#dir, `${name}${ending}`)
  }
}

const labelOf = (name: string): string => `rightsdesk.key.v1\n${name}`
