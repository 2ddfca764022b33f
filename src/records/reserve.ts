import { rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { syncDirectory, unlessMissing } from './disk.ts'
import { writeDurably } from './durable-file.ts'
import { DiskFull } from './errors.ts'

/** Space kept so that what must be written can be written on a full disk. */
export class Reserve {
  readonly #dir: string
  readonly #bytes: number
  #held = false

  constructor(dir: string, bytes: number) {
    this.#dir = dir
    this.#bytes = bytes
  }

  /** Gives the space up. Resolves to whether there was any to give. */
  async release(): Promise<boolean> {
    if (!this.#held) return false
    this.#held = false
    await rm(this.#path, { force: true })
    // ext4 hands blocks out again only after its journal has been committed.
    await syncDirectory(this.#dir)
    return true
  }

  /** Takes the space (again) when there is plenty of it. */
  async take(): Promise<void> {
    if (this.#held) return
    const found = await stat(this.#path).catch(unlessMissing)
    if (found?.size === this.#bytes) this.#held = true
    else if (await this.#plenty()) await this.#write()
  }

  async #plenty(): Promise<boolean> {
    const { bavail, bsize } = await statfs(this.#dir)
    return bavail * bsize > this.#bytes * 2
  }

  async #write(): Promise<void> {
    try {
      // Noughts and not a hole: a hole holds no space.
      await writeDurably(this.#path, Buffer.alloc(this.#bytes))
      this.#held = true
    } catch (error) {
      if (!(error instanceof DiskFull)) throw error
    }
  }

  get #path(): string {
    return join(this.#dir, '.reserve')
  }
}
