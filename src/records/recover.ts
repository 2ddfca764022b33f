import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { NotedAnchor } from './anchor-file.ts'
import { sha256 } from './canonical.ts'
import { Catalogue } from './catalogue.ts'
import { Chain, type ChainRules, count, unlinked } from './chain.ts'
import type { Checkpoint } from './checkpoint.ts'
import { makeDirectory, namesIn } from './disk.ts'
import { writeDurably } from './durable-file.ts'
import { CannotOpen } from './errors.ts'
import { type Line, readLine } from './line.ts'
import type { Tail, Written } from './log.ts'
import { linesOf, readSegments, type Segment, segmentName } from './segments.ts'

/** What was found of a log, and what has to be cut off its end. */
export type Recovered = {
  readonly catalogue: Catalogue
  readonly tail: Tail
  readonly cut?: Buffer
}

/** What was said of a log before, and must still be true of it. */
export type Known = {
  readonly checkpoint: Checkpoint | undefined
  /** The newest post of its head. */
  readonly anchor: NotedAnchor | undefined
}

/**
 * Reads the whole log. An append that did not get to its end was never acknowledged and is to be
 * cut; anything else that is broken is refused, because nobody but the desk may decide what was.
 */
export async function recover(
  journal: string,
  rules: ChainRules,
  known: Known,
): Promise<Recovered> {
  const reading = new Reading(rules, known)
  for await (const segment of readSegments(journal)) reading.read(segment)
  return reading.end()
}

class Reading {
  readonly #catalogue = new Catalogue()
  readonly #chain: Chain
  readonly #known: Known
  #tail: Tail = { file: 1, size: 0, link: unlinked }
  /** The append that is being read, until it is whole. */
  #pending: Written[] = []
  #file = 0
  #cut: Buffer | undefined

  constructor(rules: ChainRules, known: Known) {
    this.#chain = new Chain(rules)
    this.#known = known
  }

  read({ file, name, last, bytes }: Segment): void {
    this.#file += 1
    if (file !== this.#file) throw refusal(segmentName(this.#file), 'the file is missing')
    this.#tail = { ...this.#tail, file, size: 0 }
    let line = 0
    for (const { offset, bytes: text, torn } of linesOf(bytes)) {
      line += 1
      if (!torn) this.#readLine(text, offset, `${name} line ${line}`)
      else if (!last) throw refusal(`${name} line ${line}`, 'it is cut short')
    }
    if (!last && !this.#chain.whole) throw refusal(name, 'its last append is incomplete')
    if (bytes.length > this.#tail.size) this.#cut = Buffer.from(bytes.subarray(this.#tail.size))
  }

  end(): Recovered {
    const { seq } = this.#tail.link
    const { checkpoint, anchor } = this.#known
    if (anchor && seq < anchor.size) throw behind(anchor, `it has only ${seq}`)
    const known = checkpoint?.entries ?? 0
    if (seq < known) {
      throw refusal(
        segmentName(this.#tail.file),
        `${count(known - seq)} missing at its end: it had ${known}`,
      )
    }
    return {
      catalogue: this.#catalogue,
      tail: this.#tail,
      ...(this.#cut && { cut: this.#cut }),
    }
  }

  #readLine(text: Buffer, offset: number, where: string): void {
    const line = readLine(text)
    if (!line) throw refusal(where, 'it is not an entry')
    const [fault] = this.#chain.follow(line)
    if (fault) throw refusal(`${where} (entry ${line.body.seq}, ${line.body.entry.kind})`, fault)
    this.#compare(line, where)
    const place = { file: this.#file, offset, length: text.length }
    this.#pending.push({ body: line.body, place })
    if (this.#chain.whole) this.#keep(offset + text.length + 1)
  }

  #compare({ body: { seq }, hash }: Line, where: string): void {
    const { checkpoint, anchor } = this.#known
    if (seq === anchor?.size && hash !== anchor.head)
      throw behind(anchor, 'that one is another now')
    if (seq === checkpoint?.entries && hash !== checkpoint.hash) {
      throw refusal(where, 'it is not the entry that was checked before: the log was written anew')
    }
  }

  #keep(size: number): void {
    for (const { body, place } of this.#pending) this.#catalogue.add(body, place)
    this.#pending = []
    this.#tail = { file: this.#file, size, link: this.#chain.link }
  }
}

const refusal = (where: string, fault: string): CannotOpen =>
  new CannotOpen(
    'log-broken',
    `The log is broken at ${where}: ${fault}. Nothing was changed. ` +
      'See everything that is wrong with: npm run verify -- <folder>; then restore the journal from a backup',
  )

const behind = ({ size, channel, ts }: NotedAnchor, fault: string): CannotOpen =>
  new CannotOpen(
    'behind-anchor',
    `The log is not the one that was posted: by message ${ts} in channel ${channel} it had ${size} ` +
      `entries, and ${fault}. An old copy may have been put in its place. Nothing was changed. ` +
      'Restore the newest backup of the whole folder: one that has those entries',
  )

/** Takes what a crash left half-written off the log's end, keeping its bytes. */
export async function cutTail(dir: string, tail: Tail, cut: Buffer): Promise<void> {
  const quarantine = join(dir, 'quarantine')
  await makeDirectory(quarantine)
  await writeDurably(join(quarantine, `${sha256(cut)}.cut`), cut)
  const file = await open(join(dir, 'journal', segmentName(tail.file)), 'r+')
  try {
    await file.truncate(tail.size)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Every cut that is kept, by its hash. */
export async function cutsIn(dir: string): Promise<readonly { sha: string; bytes: number }[]> {
  const quarantine = join(dir, 'quarantine')
  const names = (await namesIn(quarantine)).filter((name) => name.endsWith('.cut'))
  return await Promise.all(
    names.map(async (name) => ({
      sha: name.slice(0, -'.cut'.length),
      bytes: (await stat(join(quarantine, name))).size,
    })),
  )
}
