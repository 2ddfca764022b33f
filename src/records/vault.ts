import { hkdfSync } from 'node:crypto'
import { join } from 'node:path'
import { filesBelow, makeDirectory, namesIn, removeDurably } from './disk.ts'
import { writeDurably } from './durable-file.ts'
import { Sealed } from './errors.ts'
import type { KeyFiles } from './key-files.ts'
import { PartFolder } from './part-folder.ts'
import type { Id } from './primitives.ts'

/** Whose part it is when it is nobody's in particular; and everyone, when it comes to forgetting. */
const all = 'all'

const partName = /^(?:([a-z0-9-]+)\/)?([a-z0-9-]+)$/

/** Values that are on disk and wait for their entries. Exactly one of the two must follow. */
export type Staged = { confirm(): Promise<void>; withdraw(): Promise<void> }

type StagedPart = { readonly folder: PartFolder; readonly name: string }

/**
 * Personal values until the seal: a small encrypted file for each part, under a key for each person.
 * Forgetting is deleting the key, and then the files.
 */
export class Vault {
  readonly #dir: string
  readonly #keys: KeyFiles
  readonly #folders = new Map<string, PartFolder>()
  /** `<id>/<person>` of what was forgotten before the journal said `sealed`. */
  readonly #gone = new Set<string>()

  constructor(dir: string, keys: KeyFiles) {
    this.#dir = dir
    this.#keys = keys
  }

  /**
   * Brings the vault to where the journal is. `versionOf` says 0 for a request that has no vault: it
   * was never opened, or it is sealed and a backup brought it back. Resolves to what was forgotten.
   */
  async recover(versionOf: (id: string) => number): Promise<readonly string[]> {
    const forgotten: string[] = []
    for (const id of await this.#requests()) {
      const version = versionOf(id)
      if (version === 0 && (await this.erase(id))) forgotten.push(id)
      if (version === 0) continue
      forgotten.push(...(await this.#finish(id)))
      for (const person of await this.#people(id)) await this.#folder(id, person).settle(version)
    }
    return forgotten
  }

  /** Writes values that are in force once the journal has reached that version, all or none of them. */
  async stage(id: Id, version: number, parts: ReadonlyMap<string, unknown>): Promise<Staged> {
    const staged: StagedPart[] = []
    const withdraw = async () => {
      for (const { folder, name } of staged) await folder.withdraw({ name, version })
    }
    try {
      for (const [part, value] of parts) {
        const { person, name } = this.#place(id, part)
        const key = await this.#keys.findOrMake(`${id}/${person}`)
        const folder = this.#folder(id, person)
        staged.push({ folder, name })
        await folder.stage({ name, version }, key, value)
      }
    } catch (error) {
      await withdraw()
      throw error
    }
    const confirm = async () => {
      for (const { folder, name } of staged) await folder.confirm({ name, version })
    }
    return { confirm, withdraw }
  }

  async read(id: Id, part: string): Promise<unknown> {
    const { person, name } = this.#place(id, part)
    const key = await this.#keys.find(`${id}/${person}`)
    return key && (await this.#folder(id, person).read(name, key))
  }

  /** The key of what lies outside of the vault and is forgotten with it: `undefined` once it is. */
  async keyBeside(id: Id): Promise<Uint8Array | undefined> {
    if (this.#gone.has(`${id}/${all}`)) return undefined
    const key = await this.#keys.findOrMake(`${id}/${all}`)
    return new Uint8Array(hkdfSync('sha256', key, '', `rightsdesk.beside.v1\n${id}`, 32))
  }

  /** Forgets a person, or everyone, and remembers that it did. */
  async forget(id: Id, person: string): Promise<void> {
    if (!/^[a-z0-9-]+$/.test(person)) throw new TypeError('Not the name of a person of a request')
    await makeDirectory(this.#keysOf(id))
    // The mark first: a forgetting that was begun is finished at the next start.
    await writeDurably(join(this.#keysOf(id), `${person}.gone`), '')
    await this.#finish(id)
  }

  /** Forgets everything of a request, marks included. Resolves to whether there was anything. */
  async erase(id: string): Promise<boolean> {
    const [keys, files] = [this.#keysOf(id), join(this.#dir, 'requests', id)]
    // Most that are asked for have nothing any more, and a sync is dear.
    if ((await filesBelow(keys)).length + (await filesBelow(files)).length === 0) return false
    for (const person of await this.#people(id)) await this.#drop(id, person)
    await removeDurably(keys)
    await removeDurably(files)
    return true
  }

  /** Forgets whom a mark names. Resolves to whose files were still there. */
  async #finish(id: string): Promise<readonly string[]> {
    const names = await namesIn(this.#keysOf(id))
    const marked = names.filter((name) => name.endsWith('.gone')).map((name) => name.slice(0, -5))
    const left = await this.#people(id)
    const people = marked.includes(all) ? left : marked.filter((person) => left.includes(person))
    for (const person of marked) this.#gone.add(`${id}/${person}`)
    for (const person of people) await this.#drop(id, person)
    if (marked.includes(all)) await removeDurably(join(this.#dir, 'requests', id))
    return people.map((person) => `${id}/${person}`)
  }

  /** The key first: from then on nobody reads the files. */
  async #drop(id: string, person: string): Promise<void> {
    this.#folders.delete(`${id}/${person}`)
    await this.#keys.forget(`${id}/${person}`)
    await removeDurably(join(this.#dir, 'requests', id, person))
  }

  /** Whoever has a key or files here. */
  async #people(id: string): Promise<readonly string[]> {
    const keys = (await namesIn(this.#keysOf(id))).filter((name) => name.endsWith('.key'))
    const folders = await namesIn(join(this.#dir, 'requests', id))
    return [...new Set([...keys.map((name) => name.slice(0, -4)), ...folders])]
  }

  async #requests(): Promise<readonly string[]> {
    const folders = [join(this.#dir, 'keys'), join(this.#dir, 'requests')]
    const names = (await Promise.all(folders.map(namesIn))).flat()
    return [...new Set(names.filter((name) => /^[0-9A-Z]{26}$/.test(name)))]
  }

  #place(id: Id, part: string): { person: string; name: string } {
    const [, person = all, name] = partName.exec(part) ?? []
    if (name === undefined) throw new TypeError(`${part} is not the name of a vault part`)
    const gone = [person, all].some((who) => this.#gone.has(`${id}/${who}`))
    if (gone) throw new Sealed(`${id}/${person}`)
    return { person, name }
  }

  #folder(id: string, person: string): PartFolder {
    const whose = `${id}/${person}`
    const known = this.#folders.get(whose)
    if (known) return known
    const folder = new PartFolder(join(this.#dir, 'requests', id, person), whose)
    this.#folders.set(whose, folder)
    return folder
  }

  #keysOf(id: string): string {
    return join(this.#dir, 'keys', id)
  }
}
