import { join } from 'node:path'
import { BoxFile } from './box-file.ts'
import { filesBelow, makeDirectory, namesIn, removeDurably } from './disk.ts'
import { writeDurably } from './durable-file.ts'
import { Sealed } from './errors.ts'
import { KeyFiles } from './key-files.ts'
import type { KeyRing } from './keys.ts'
import type { Id } from './primitives.ts'

/** Whose part it is when it is nobody's in particular. */
const everyone = 'all'

const partName = /^(?:([a-z0-9-]+)\/)?([a-z0-9-]+)$/

/**
 * Personal values until the seal: a small encrypted file for each part, under a key for each person.
 * Forgetting is deleting the key, and then the files.
 */
export class Vault {
  readonly #dir: string
  readonly #keys: KeyFiles
  /** `<id>/<person>` of what was forgotten before the journal said `sealed`. */
  readonly #gone = new Set<string>()

  constructor(dir: string, ring: KeyRing) {
    this.#dir = dir
    this.#keys = new KeyFiles(join(dir, 'keys'), ring)
  }

  /**
   * Rewraps keys under an old vault key, finishes every forgetting that was begun, and forgets what
   * the journal has no place for. Resolves to what was forgotten.
   */
  async recover(isKept: (id: string) => boolean): Promise<readonly string[]> {
    const forgotten: string[] = []
    for (const id of await this.#requests()) {
      if (isKept(id)) forgotten.push(...(await this.#finish(id)))
      else if (await this.erase(id)) forgotten.push(id)
    }
    await this.#keys.rewrap()
    return forgotten
  }

  async write(id: Id, parts: ReadonlyMap<string, unknown>): Promise<void> {
    for (const [part, value] of parts) {
      const { person, name } = this.#place(id, part)
      const key = await this.#keys.findOrMake(`${id}/${person}`)
      await makeDirectory(this.#folder(id, person))
      await this.#file(id, { person, name, key }).write(value)
    }
  }

  async read(id: Id, part: string): Promise<unknown> {
    const { person, name } = this.#place(id, part)
    const key = await this.#keys.find(`${id}/${person}`)
    return key && (await this.#file(id, { person, name, key }).read())
  }

  /** Forgets a person, or everyone, and remembers that it did. */
  async forget(id: Id, person: string): Promise<void> {
    checkPerson(person)
    await makeDirectory(this.#keysOf(id))
    // The mark first: a forgetting that was begun is finished at the next start.
    await writeDurably(join(this.#keysOf(id), `${person}.gone`), '')
    this.#gone.add(`${id}/${person}`)
    await this.#finish(id)
  }

  /** Forgets everything of a request, marks included: its journal says that it is sealed. */
  async erase(id: string): Promise<boolean> {
    const files = [...(await filesBelow(this.#keysOf(id))), ...(await filesBelow(this.#folder(id)))]
    for (const name of await this.#people(id)) await this.#keys.forget(`${id}/${name}`)
    await removeDurably(this.#keysOf(id))
    await removeDurably(this.#folder(id))
    return files.length > 0
  }

  async writeStub(id: Id, value: unknown): Promise<void> {
    await makeDirectory(join(this.#dir, 'stubs'))
    await this.#stub(id, await this.#keys.findOrMake(`stubs/${id}`)).write(value)
  }

  async readStub(id: Id): Promise<unknown> {
    const key = await this.#keys.find(`stubs/${id}`)
    return key && (await this.#stub(id, key).read())
  }

  async dropStub(id: Id): Promise<void> {
    await this.#keys.forget(`stubs/${id}`)
    await removeDurably(join(this.#dir, 'stubs', `${id}.json`))
  }

  /** Forgets whom a mark names, key first. Resolves to whose files were still there. */
  async #finish(id: string): Promise<readonly string[]> {
    const names = await namesIn(this.#keysOf(id))
    const marked = names.filter((name) => name.endsWith('.gone')).map((name) => name.slice(0, -5))
    const people = marked.includes(everyone) ? await this.#people(id) : marked
    const forgotten: string[] = []
    for (const person of people) {
      const files = await filesBelow(this.#folder(id, person))
      if (files.length > 0 || names.includes(`${person}.key`)) forgotten.push(`${id}/${person}`)
      await this.#keys.forget(`${id}/${person}`)
      await removeDurably(this.#folder(id, person))
    }
    if (marked.includes(everyone)) await removeDurably(this.#folder(id))
    for (const person of marked) this.#gone.add(`${id}/${person}`)
    return forgotten
  }

  async #requests(): Promise<readonly string[]> {
    const names = [
      ...(await namesIn(join(this.#dir, 'keys'))),
      ...(await namesIn(join(this.#dir, 'requests'))),
    ]
    return [...new Set(names.filter((name) => /^[0-9A-Z]{26}$/.test(name)))]
  }

  async #people(id: string): Promise<readonly string[]> {
    const keys = (await namesIn(this.#keysOf(id))).filter((name) => name.endsWith('.key'))
    const folders = await namesIn(this.#folder(id))
    return [...new Set([...keys.map((name) => name.slice(0, -4)), ...folders])]
  }

  #place(id: Id, part: string): { person: string; name: string } {
    const [, person = everyone, name] = partName.exec(part) ?? []
    if (name === undefined) throw new TypeError(`${part} is not the name of a vault part`)
    const gone = [person, everyone].some((who) => this.#gone.has(`${id}/${who}`))
    if (gone) throw new Sealed(`${id}/${person}`)
    return { person, name }
  }

  #file(id: Id, part: { person: string; name: string; key: Uint8Array }): BoxFile {
    const label = `rightsdesk.part.v1\n${id}\n${part.person}/${part.name}`
    return new BoxFile(join(this.#folder(id, part.person), `${part.name}.json`), part.key, label)
  }

  #stub(id: Id, key: Uint8Array): BoxFile {
    return new BoxFile(join(this.#dir, 'stubs', `${id}.json`), key, `rightsdesk.stub.v1\n${id}`)
  }

  #folder(id: string, person = ''): string {
    return join(this.#dir, 'requests', id, person)
  }

  #keysOf(id: string): string {
    return join(this.#dir, 'keys', id)
  }
}

function checkPerson(person: string): void {
  if (!/^[a-z0-9-]+$/.test(person)) throw new TypeError('not the name of a person of a request')
}
