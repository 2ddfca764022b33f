import { Low } from 'lowdb'
import { breather, inBreaths } from './breather.ts'
import { Box, shutting, unshut } from './cipher.ts'
import { DurableFile } from './durable-file.ts'
import { canonicalPieces } from './pieces.ts'

const empty: Box = { v: 1, iv: '', tag: '', data: '' }

/** One small lowdb file whose value only its key and label open. */
export class BoxFile {
  readonly #db: Low<Box>
  readonly #key: Uint8Array
  readonly #label: string

  constructor(path: string, key: Uint8Array, label: string) {
    // Not lowdb's preset: that one keeps everything in memory when NODE_ENV is 'test'.
    this.#db = new Low(new DurableFile(path, (found) => Box.parse(found)), empty)
    this.#key = key
    this.#label = label
  }

  /** Replaces the value, durably. It must be JSON, and stay as it is meanwhile. */
  async write(value: unknown): Promise<void> {
    const breathe = breather()
    const pieces = canonicalPieces(value)
    this.#db.data = await inBreaths(shutting(this.#key, this.#label, pieces), breathe)
    await breathe()
    await this.#db.write()
  }

  /** The value, `undefined` when there is no file. Throws `BrokenBox` when it is not what was written. */
  async read(): Promise<unknown> {
    const breathe = breather()
    this.#db.data = empty
    await this.#db.read()
    if (this.#db.data === empty) return undefined
    await breathe()
    const opened = unshut(this.#key, this.#label, this.#db.data)
    await breathe()
    const text = opened.toString()
    await breathe()
    const stored: unknown = JSON.parse(text)
    await breathe()
    return stored
  }
}
