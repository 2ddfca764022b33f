import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { BoxFile } from './box-file.ts'
import { makeDirectory, namesIn, removeDurably, syncDirectory } from './disk.ts'

/** One version of a vault part. */
export type PartFile = { readonly name: string; readonly version: number }

const partFile = /^([a-z0-9-]+)\.(\d+)\.json$/

/**
 * A person's vault parts: `<part>.<version>.json`, where the version is the journal's with which the
 * value is in force. So a value whose entries were never written is never read, and the one that the
 * journal commits to is still there.
 */
export class PartFolder {
  readonly #path: string
  readonly #whose: string
  #inForce: Map<string, number> | undefined

  constructor(path: string, whose: string) {
    this.#path = path
    this.#whose = whose
  }

  /** Removes, durably, what is of no version that the journal has reached. For the time before anybody appends. */
  async settle(version: number): Promise<void> {
    const early = (await this.#files()).filter((file) => file.version > version)
    for (const file of early) await rm(this.#file(file))
    if (early.length > 0) await syncDirectory(this.#path)
    for (const file of await this.#superseded()) await rm(this.#file(file))
  }

  async read(name: string, key: Uint8Array): Promise<unknown> {
    const version = (await this.#versions()).get(name)
    return version === undefined ? undefined : await this.#box({ name, version }, key).read()
  }

  /** Writes a version that is not in force before it is confirmed. */
  async stage(file: PartFile, key: Uint8Array, value: unknown): Promise<void> {
    await this.#versions()
    await makeDirectory(this.#path)
    await this.#box(file, key).write(value)
  }

  /** The journal has reached this version. */
  async confirm({ name, version }: PartFile): Promise<void> {
    const versions = await this.#versions()
    const before = versions.get(name)
    versions.set(name, version)
    if (before === undefined || before === version) return
    // Not synced: should it come back after a power cut, it is not the highest one.
    await rm(this.#file({ name, version: before }), { force: true })
  }

  /** The journal has not reached this version, and must not reach it with this value. */
  async withdraw(file: PartFile): Promise<void> {
    // Written beside no entries, it has been in force at once.
    if ((await this.#versions()).get(file.name) === file.version) return
    await removeDurably(this.#file(file))
  }

  async #versions(): Promise<Map<string, number>> {
    if (this.#inForce) return this.#inForce
    const found = new Map<string, number>()
    for (const { name, version } of await this.#files()) {
      found.set(name, Math.max(version, found.get(name) ?? 0))
    }
    this.#inForce = found
    return found
  }

  async #superseded(): Promise<readonly PartFile[]> {
    const versions = await this.#versions()
    return (await this.#files()).filter(({ name, version }) => versions.get(name) !== version)
  }

  async #files(): Promise<readonly PartFile[]> {
    return (await namesIn(this.#path)).flatMap((file) => {
      const [, name, version] = partFile.exec(file) ?? []
      return name && version ? [{ name, version: Number(version) }] : []
    })
  }

  #box(file: PartFile, key: Uint8Array): BoxFile {
    const label = `rightsdesk.part.v1\n${this.#whose}/${file.name}\n${file.version}`
    return new BoxFile(this.#file(file), key, label)
  }

  #file({ name, version }: PartFile): string {
    return join(this.#path, `${name}.${version}.json`)
  }
}
