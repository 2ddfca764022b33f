import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from './canonical.ts'
import type { Link } from './chain.ts'
import { isDiskFull, syncDirectory } from './disk.ts'
import type { Entry } from './entry.ts'
import { DiskFailed, DiskFull } from './errors.ts'
import { type Body, hashOfLine, signedText, writeLine } from './line.ts'
import type { Id } from './primitives.ts'
import type { Reserve } from './reserve.ts'
import { type Place, segmentName } from './segments.ts'
import type { SigningKey } from './signing-key.ts'
import type { Owner } from './store.ts'

/** What a log needs to be written to. */
export type LogOptions = {
  readonly journal: string
  readonly log: Id
  readonly key: SigningKey
  readonly epoch: number
  readonly reserve: Reserve
  /** A file of the journal is followed by a new one from this size on. */
  readonly segmentBytes: number
  /** How a file is made safe from a power cut; a hand, so that its failing can be tried. */
  readonly sync: (file: FileHandle) => Promise<void>
}

/** Where the next line goes. */
export type Tail = { readonly file: number; readonly size: number; readonly link: Link }

/** Entries that stand in the log together or not at all. `n` is the place of the first among its owner's. */
export type Append = {
  readonly owner: Owner
  readonly n: number
  readonly entries: readonly Entry[]
  readonly urgent: boolean
}

/** An entry that is in the log for good. */
export type Written = { readonly body: Body; readonly place: Place }

type Waiting = {
  readonly append: Append
  readonly resolve: (written: readonly Written[]) => void
  readonly reject: (error: unknown) => void
}

type Batch = { readonly text: string; readonly written: readonly Written[][]; readonly tail: Tail }

/** As many appends as one sync carries at most: signing more would hold up the event loop. */
const together = 256

/**
 * The desk's one log, at its end. Appends that come while one is being synced share the next sync.
 * Nothing is acknowledged before it.
 */
export class Log {
  readonly #options: LogOptions
  readonly #queue: Waiting[] = []
  #file: FileHandle
  #tail: Tail
  #busy: Promise<void> | undefined
  #dead: DiskFailed | undefined

  private constructor(options: LogOptions, tail: Tail, file: FileHandle) {
    this.#options = options
    this.#tail = tail
    this.#file = file
  }

  /** Opens the log where it ends, or a new one. */
  static async open(options: LogOptions, tail: Tail): Promise<Log> {
    const path = join(options.journal, segmentName(tail.file))
    const file = await open(path, tail.size === 0 ? 'a' : 'r+', 0o600)
    await syncDirectory(options.journal)
    if (tail.size > 0) return new Log(options, tail, file)
    // Opened for appending only to make it: what follows is written by position.
    await file.close()
    return new Log(options, tail, await open(path, 'r+'))
  }

  get id(): Id {
    return this.#options.log
  }

  get key(): SigningKey {
    return this.#options.key
  }

  get head(): Link {
    return this.#tail.link
  }

  /** Whether a sync has failed: what is on disk is only known after the next start. */
  get failed(): boolean {
    return this.#dead !== undefined
  }

  /** Resolves when the entries are durable. Throws `DiskFull` when none was written, `DiskFailed` when nobody knows. */
  async append(append: Append): Promise<readonly Written[]> {
    return await new Promise((resolve, reject) => {
      this.#queue.push({ append, resolve, reject })
      this.#busy ??= this.#drain()
    })
  }

  async close(): Promise<void> {
    await this.#busy
    await this.#file.close()
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      const waiting = this.#queue.splice(0, together)
      try {
        const { written } = await this.#commit(waiting.map(({ append }) => append))
        for (const [i, { resolve }] of waiting.entries()) resolve(written[i] ?? [])
      } catch (error) {
        for (const { reject } of waiting) reject(error)
      }
    }
    this.#busy = undefined
  }

  async #commit(appends: readonly Append[]): Promise<Batch> {
    if (this.#dead) throw this.#dead
    const urgent = appends.some((append) => append.urgent)
    try {
      return await this.#write(appends)
    } catch (error) {
      if (!(error instanceof DiskFull && urgent && (await this.#options.reserve.release())))
        throw error
      return await this.#write(appends)
    }
  }

  async #write(appends: readonly Append[]): Promise<Batch> {
    if (this.#tail.size >= this.#options.segmentBytes) await this.#startFile()
    const batch = this.#batch(appends)
    await this.#put(Buffer.from(batch.text))
    await this.#sync()
    this.#tail = batch.tail
    return batch
  }

  /** Lines for these appends, each bound to the one before. */
  #batch(appends: readonly Append[]): Batch {
    let { size, link } = this.#tail
    const { file } = this.#tail
    const lines: string[] = []
    const written = appends.map(({ owner, n, entries }) =>
      entries.map((entry, i) => {
        const left = entries.length - 1 - i
        const body = this.#body(link.seq + 1, { owner, n: n + i, ...(left && { left }), entry })
        const { line, hash } = this.#line(body, link)
        const place = { file, offset: size, length: Buffer.byteLength(line) }
        lines.push(line)
        size += place.length + 1
        link = { seq: body.seq, hash, epoch: body.epoch }
        return { body, place }
      }),
    )
    return { text: `${lines.join('\n')}\n`, written, tail: { file, size, link } }
  }

  #body(seq: number, said: Pick<Body, 'owner' | 'n' | 'left' | 'entry'>): Body {
    const { log, epoch } = this.#options
    return { v: 1, seq, log, epoch, ...said }
  }

  #line(body: Body, { hash: prev }: Link): { line: string; hash: string } {
    const { log, key } = this.#options
    const text = JSON.stringify(body)
    const hash = hashOfLine(log, prev, sha256(text))
    const sig = key.sign(signedText(log, body.seq, hash))
    return { line: writeLine(text, { prev, hash, kid: key.kid, sig }), hash }
  }

  /** All of the bytes, or none of them. */
  async #put(bytes: Buffer): Promise<void> {
    const { size } = this.#tail
    try {
      for (let done = 0; done < bytes.length; ) {
        // One call may write less than it was given: on a disk that is nearly full it does.
        const rest = bytes.length - done
        done += (await this.#file.write(bytes, done, rest, size + done)).bytesWritten
      }
    } catch (cause) {
      await this.#file.truncate(size).catch((again: unknown) => this.#fail(again))
      throw isDiskFull(cause) ? new DiskFull({ cause }) : this.#fail(cause)
    }
  }

  async #sync(): Promise<void> {
    try {
      await this.#options.sync(this.#file)
    } catch (cause) {
      // Never tried again: Linux has dropped the pages, and the next sync would say that all is well.
      throw this.#fail(cause)
    }
  }

  async #startFile(): Promise<void> {
    const { journal } = this.#options
    const file = this.#tail.file + 1
    try {
      const next = await open(join(journal, segmentName(file)), 'w+', 0o600)
      await syncDirectory(journal)
      await this.#file.close()
      this.#file = next
    } catch (cause) {
      throw isDiskFull(cause) ? new DiskFull({ cause }) : cause
    }
    this.#tail = { ...this.#tail, file, size: 0 }
  }

  #fail(cause: unknown): DiskFailed {
    this.#dead ??= new DiskFailed('the log', { cause })
    return this.#dead
  }
}
