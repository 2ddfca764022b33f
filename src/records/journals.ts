import type { Catalogue } from './catalogue.ts'
import { Entry } from './entry.ts'
import { hashOfLine, readLine } from './line.ts'
import type { Written } from './log.ts'
import { readPlaces } from './segments.ts'
import type { Owner } from './store.ts'

/** Reads journals out of the log, and keeps those of open requests at hand. */
export class Journals {
  readonly #journal: string
  readonly #catalogue: Catalogue
  readonly #atHand = new Map<Owner, Entry[]>()
  readonly #most: number

  constructor(journal: string, catalogue: Catalogue, most = 1000) {
    this.#journal = journal
    this.#catalogue = catalogue
    this.#most = most
  }

  async load(owner: Owner): Promise<readonly Entry[]> {
    const kept = this.#atHand.get(owner)
    if (kept) return [...kept]
    const lines = await readPlaces(this.#journal, this.#catalogue.places(owner))
    const entries = lines.map((line) => readEntry(line))
    this.#keep(owner, entries)
    return [...entries]
  }

  /** Takes note of entries that have been written. */
  add(owner: Owner, written: readonly Written[]): void {
    const isNew = this.#catalogue.version(owner) === 0
    for (const { body, place } of written) this.#catalogue.add(body, place)
    const kept = this.#atHand.get(owner) ?? (isNew ? [] : undefined)
    if (!kept) return
    kept.push(...written.map(({ body }) => frozen(body.entry)))
    this.#keep(owner, kept)
  }

  #keep(owner: Owner, entries: Entry[]): void {
    this.#atHand.delete(owner)
    if (this.#catalogue.isSealed(owner)) return
    this.#atHand.set(owner, entries)
    const [eldest] = this.#atHand.keys()
    if (this.#atHand.size > this.#most && eldest) this.#atHand.delete(eldest)
  }
}

function readEntry(bytes: Buffer): Entry {
  const line = readLine(bytes)
  if (!line || hashOfLine(line.body.log, line.prev, line.bodyHash) !== line.hash) {
    throw new Error('An entry on disk is no longer the one that was written: run verify')
  }
  return frozen(line.body.entry)
}

/** An entry as anyone may have it: as it will be read after a restart, and nobody's to change. */
function frozen(entry: unknown): Entry {
  return freeze(Entry.parse(JSON.parse(JSON.stringify(entry))))
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const inner of Object.values(value)) freeze(inner)
  return Object.freeze(value)
}
