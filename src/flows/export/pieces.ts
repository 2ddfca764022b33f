import type { CollectedFile } from '../../records/collected.ts'
import type { Id } from '../../records/primitives.ts'
import type { ExportShelf } from '../hands.ts'

/** What is read for one bundle, on the shelf: each piece whole or not at all. */
export class Pieces {
  readonly #owner: Id
  readonly #shelf: ExportShelf
  readonly #there: Set<string>
  /** How many files were taken. */
  files = 0

  private constructor(owner: Id, shelf: ExportShelf, there: Iterable<string>) {
    this.#owner = owner
    this.#shelf = shelf
    this.#there = new Set(there)
  }

  /** The pieces of one decision: what lies there of another one is removed. */
  static async of(owner: Id, decision: Id, shelf: ExportShelf): Promise<Pieces> {
    const mark = `pieces/of-${decision.toLowerCase()}`
    const there = await shelf.names(owner)
    if (there.includes(mark)) return new Pieces(owner, shelf, there)
    await shelf.remove(owner)
    await shelf.write(owner, mark, bytes(''))
    return new Pieces(owner, shelf, [])
  }

  async has(name: string): Promise<boolean> {
    return this.#there.has(`pieces/${name}.json`)
  }

  async put(name: string, piece: unknown): Promise<void> {
    await this.#shelf.write(this.#owner, `pieces/${name}.json`, bytes(JSON.stringify(piece)))
  }

  /** A file's content, as it comes; one that is there is not asked for again. */
  async file(
    id: string,
    open: () => Promise<AsyncIterable<Uint8Array>>,
  ): Promise<Pick<CollectedFile, 'size' | 'sha256'>> {
    const name = `pieces/file-${id.toLowerCase()}`
    const there = this.#there.has(name) ? await this.#shelf.look(this.#owner, name) : undefined
    const { size, sha256 } = there ?? (await this.#shelf.write(this.#owner, name, await open()))
    this.files += 1
    return { size, sha256 }
  }
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  if (text !== '') yield Buffer.from(text)
}

/** A text of a record; nothing, where it holds no text. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A record as JSON has it: what it holds without a value is not in it. */
export const jsonOf = (record: unknown): unknown => JSON.parse(JSON.stringify(record))
