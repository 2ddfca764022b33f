import type { KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { anchorFaults, type Log } from './anchor-faults.ts'
import { notedAnchors } from './anchor-file.ts'
import type { Found } from './anchors.ts'
import { breather } from './breather.ts'
import { Chain } from './chain.ts'
import { type Checkpoint, readCheckpoint } from './checkpoint.ts'
import { Entry } from './entry.ts'
import { CannotOpen } from './errors.ts'
import type { Fault } from './faults.ts'
import { leftovers, type SealedRequest } from './leftovers.ts'
import { type Line, readLine } from './line.ts'
import { type Meta, readMeta } from './meta.ts'
import type { Sha } from './primitives.ts'
import { Rules } from './rules.ts'
import { linesOf, readSegments, type Segment, segmentName } from './segments.ts'
import { publicKeyOf } from './signing-key.ts'

/** What was found of a folder. `kid` names the key that its log is signed with. */
export type Verdict = {
  readonly ok: boolean
  readonly log: string
  readonly kid: string
  readonly entries: number
  readonly head: Sha
  /** Of those that were given: how many were held against the log, and how many are of other logs. */
  readonly anchors: { readonly checked: number; readonly others: number }
  readonly faults: readonly Fault[]
}

/** What a folder is held against, and how it is read. */
export type Against = {
  /** Id of the key that signed its log, from elsewhere than the folder. */
  readonly kid?: string
  /** What was posted of its log, from Slack. Those of other logs are counted and say nothing. */
  readonly anchors?: readonly Found[]
  /** The desk is writing to it: what has not been written to its end yet is no fault. */
  readonly live?: boolean
}

/**
 * Checks a data folder offline, without any secret: chain, signatures, counts, schema, and whether
 * the desk kept its rules. Pass the key's id from elsewhere as `kid`, or a log that was written anew
 * under another key passes; pass what was posted of its head as `anchors`, or nobody sees entries cut
 * off the end, an old copy in place of the folder, nor what a holder of the signing key did. Other
 * work of the process goes on meanwhile. Throws `CannotOpen` when it is no data folder.
 */
export async function verifyFolder(dir: string, against: Against = {}): Promise<Verdict> {
  const meta = await readMeta(dir)
  if (!meta) throw new CannotOpen('format', `${dir} is not a data folder: it has no meta.json`)
  const { live = false, anchors = [] } = against
  // Before the log: what they say must be in it by the time it is read.
  const before = { checkpoint: await readCheckpoint(dir), noted: await notedAnchors(dir) }
  const key = await publicKeyOf(join(dir, 'keys'), meta.kid)
  const reading = await read(dir, { meta, key, live })
  const ours = anchors.filter(({ log }) => log === meta.log)
  const faults = [
    ...keyFaults(meta, { key, kid: against.kid }),
    ...reading.end(),
    ...(await saidFaults(before, ours, { meta, key, hashes: reading.hashes })),
    ...(await leftovers(dir, reading.sealed, live)),
  ]
  return {
    ok: faults.length === 0,
    log: meta.log,
    kid: meta.kid,
    ...reading.reached,
    anchors: { checked: ours.length, others: anchors.length - ours.length },
    faults,
  }
}

/** Reads the whole log. */
async function read(
  dir: string,
  { meta, key, live }: { meta: Meta; key: KeyObject | undefined; live: boolean },
): Promise<Verification> {
  const chain = new Chain({ log: meta.log, kid: meta.kid, key, trusted: 0 })
  const reading = new Verification(chain, live)
  for await (const segment of readSegments(join(dir, 'journal'))) await reading.read(segment)
  return reading
}

/** What was said of the log before and is not true of it: by the desk in its folder, and in Slack. */
async function saidFaults(
  { checkpoint, noted }: { checkpoint: Checkpoint | undefined; noted: readonly Found[] },
  anchors: readonly Found[],
  log: Log,
): Promise<Fault[]> {
  const own = noted.filter((anchor) => anchor.log === log.meta.log)
  return [
    ...checkpointFaults(checkpoint, log),
    ...(await anchorFaults(own, log, 'anchors.jsonl')),
    ...(await anchorFaults(anchors, log, 'anchors')),
  ]
}

/** A log as it is read: faults are collected, so that all of them are told. */
class Verification {
  readonly hashes = new Map<number, Sha>()
  readonly sealed: SealedRequest[] = []
  readonly #chain: Chain
  readonly #rules = new Rules()
  readonly #faults: Fault[] = []
  readonly #live: boolean
  readonly #breathe = breather()
  #file = 0

  constructor(chain: Chain, live: boolean) {
    this.#chain = chain
    this.#live = live
  }

  async read({ file, name, last, bytes }: Segment): Promise<void> {
    for (this.#file += 1; this.#file < file; this.#file += 1) {
      this.#say({ file: segmentName(this.#file), text: 'the file is missing' })
    }
    let line = 0
    for (const { bytes: text, torn } of linesOf(bytes)) {
      line += 1
      await this.#breathe()
      const where = { file: name, line }
      const found = torn ? undefined : readLine(text)
      if (found) this.#follow(found, where)
      else if (!torn) this.#say({ ...where, text: 'it is not an entry' })
      else if (!(this.#live && last)) {
        this.#say({ ...where, text: 'it is cut short: the desk was killed, or is writing' })
      }
    }
  }

  /** How far the log goes. */
  get reached(): Pick<Verdict, 'entries' | 'head'> {
    const { seq, hash } = this.#chain.link
    return { entries: seq, head: hash }
  }

  end(): readonly Fault[] {
    if (!this.#chain.whole && !this.#live) {
      this.#say({ file: segmentName(this.#file), text: 'its last append is incomplete' })
    }
    return this.#faults
  }

  #follow(line: Line, where: { file: string; line: number }): void {
    const { seq, owner, entry } = line.body
    const faults = [...this.#chain.follow(line)]
    const parsed = Entry.safeParse(entry)
    if (parsed.success) faults.push(...this.#rules.follow(owner, parsed.data))
    else faults.push('it has not the form of an entry')
    const request = this.#rules.numberOf(owner) ?? owner
    for (const text of faults) this.#say({ ...where, seq, kind: entry.kind, request, text })
    this.hashes.set(seq, line.hash)
    if (entry.kind === 'sealed') this.sealed.push({ id: owner, request, seq })
  }

  #say(fault: Fault): void {
    this.#faults.push({ ...fault, text: inWords(fault) })
  }
}

/** `000001.jsonl line 12, entry 12 (intended, R-2026-0001): an effect that nobody approved`. */
function inWords({ file, line, seq, kind, request, text }: Fault): string {
  const where = [file, line === undefined ? '' : ` line ${line}`]
  if (seq !== undefined) where.push(`, entry ${seq} (${kind}, ${request})`)
  return `${where.join('')}: ${text}`
}

function* keyFaults(
  meta: Meta,
  { key, kid }: { key: unknown; kid: string | undefined },
): Generator<Fault> {
  const file = `keys/${meta.kid}.pub`
  if (!key)
    yield { file, text: `${file} is missing, or is another key: no signature can be checked` }
  if (kid !== undefined && kid !== meta.kid) {
    yield {
      file: 'meta.json',
      text: `meta.json: the log is signed with ${meta.kid}, not with ${kid}`,
    }
  }
}

/** The desk's own word on how far its log had come: not proof, but whoever cuts the log forgets it easily. */
function checkpointFaults(found: Checkpoint | undefined, { hashes }: Log): Fault[] {
  if (!found || found.entries === 0 || hashes.get(found.entries) === found.hash) return []
  const text = `checkpoint.json: entry ${found.entries} had been checked, and is not there as it was`
  return [{ file: 'checkpoint.json', seq: found.entries, text }]
}
