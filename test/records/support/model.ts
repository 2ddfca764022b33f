import { constantFrom, nat, record } from 'fast-check'
import { Sealed, StoreConflict } from '../../../src/records/errors.ts'
import type { Store } from '../../../src/records/store.ts'
import { halted, newId, opened } from './entries.ts'

/** One thing to ask of a store. */
export const step = record({
  what: constantFrom('append', 'part', 'conflict', 'seal', 'restart'),
  of: nat({ max: 2 }),
  person: constantFrom('all', 'p1', 'p2'),
  value: nat(),
})
type Step = { what: string; of: number; person: string; value: number }

/** How a promise ended, in a word. */
const how = async (promise: Promise<unknown>): Promise<unknown> =>
  await promise.catch((error: unknown) => {
    if (error instanceof Sealed || error instanceof StoreConflict) return error.name
    throw error
  })

/** Asks the same of a store and of a few maps, and tells where they differ. */
export class Model {
  readonly #ids = [newId(), newId(), newId()]
  readonly #versions = new Map<string, number>()
  readonly #parts = new Map<string, number>()
  readonly #gone = new Set<string>()
  readonly #differences: string[] = []
  readonly #restart: () => Promise<Store>
  #store: Store

  constructor(store: Store, restart: () => Promise<Store>) {
    this.#store = store
    this.#restart = restart
  }

  async take({ what, of, person, value }: Step): Promise<void> {
    const id = this.#ids[of] ?? ''
    if (what === 'restart') this.#store = await this.#restart()
    if (what === 'conflict') {
      const ended = how(this.#store.append(id, this.#version(id) + 1, [halted()]))
      this.#compare('conflict', await ended, 'StoreConflict')
    }
    if (what === 'append') await this.#append(id)
    if (what === 'part') await this.#write(id, person, value)
    if (what === 'seal') await this.#seal(id, person)
  }

  async differences(): Promise<readonly string[]> {
    for (const id of this.#ids) {
      this.#compare('version', (await this.#store.load(id)).version, this.#version(id))
      for (const person of ['all', 'p1', 'p2']) {
        const value = this.#isGone(id, person) ? 'Sealed' : this.#parts.get(`${id}/${person}`)
        this.#compare('part', await how(this.#store.read(id, `${person}/part`)), value)
      }
    }
    return this.#differences
  }

  async #append(id: string): Promise<void> {
    const version = this.#version(id)
    const entries = [version === 0 ? opened() : halted()]
    this.#versions.set(id, await this.#store.append(id, version, entries))
  }

  async #write(id: string, person: string, value: number): Promise<void> {
    const version = this.#version(id)
    const entries = [version === 0 ? opened() : halted()]
    const vault = new Map([[`${person}/part`, value]])
    const ended = await how(this.#store.append(id, version, entries, { vault }))
    const gone = this.#isGone(id, person)
    this.#compare('write', ended, gone ? 'Sealed' : version + 1)
    if (gone) return
    this.#versions.set(id, version + 1)
    this.#parts.set(`${id}/${person}`, value)
  }

  async #seal(id: string, person: string): Promise<void> {
    if (this.#version(id) === 0) return
    await this.#store.seal(id, person)
    this.#gone.add(`${id}/${person}`)
  }

  #version(id: string): number {
    return this.#versions.get(id) ?? 0
  }

  #isGone(id: string, person: string): boolean {
    return this.#gone.has(`${id}/${person}`) || this.#gone.has(`${id}/all`)
  }

  #compare(what: string, found: unknown, expected: unknown): void {
    if (found === expected) return
    this.#differences.push(`${what}: ${String(found)} instead of ${String(expected)}`)
  }
}
