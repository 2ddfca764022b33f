import { join } from 'node:path'
import { Chain } from './chain.ts'
import { readCheckpoint } from './checkpoint.ts'
import { filesBelow } from './disk.ts'
import { Entry } from './entry.ts'
import { CannotOpen } from './errors.ts'
import { type Line, readLine } from './line.ts'
import { type Meta, readMeta } from './meta.ts'
import type { Sha } from './primitives.ts'
import { Rules } from './rules.ts'
import { linesOf, readSegments, type Segment, segmentName } from './segments.ts'
import { publicKeyOf } from './signing-key.ts'

/** One thing that is wrong, and where. `text` says it all in words. */
type Fault = {
  readonly text: string
  readonly file: string
  readonly line?: number
  readonly seq?: number
  readonly kind?: string
  readonly request?: string
}

/** What was found of a folder. `kid` names the key that its log is signed with. */
export type Verdict = {
  readonly ok: boolean
  readonly log: string
  readonly kid: string
  readonly entries: number
  readonly head: Sha
  readonly faults: readonly Fault[]
}

/**
 * Checks a data folder offline, without any secret: chain, signatures, counts, schema, and whether
 * the desk kept its rules. Pass the key's id from elsewhere (an anchor) as `kid`, or a log that was
 * written anew under another key passes. What it cannot see without anchors: entries cut off the
 * end, together with the checkpoint; and whatever a holder of the signing key did.
 * Throws `CannotOpen` when it is no data folder.
 */
export async function verifyFolder(
  dir: string,
  { kid }: { readonly kid?: string } = {},
): Promise<Verdict> {
  const meta = await readMeta(dir)
  if (!meta) throw new CannotOpen('format', `${dir} is not a data folder: it has no meta.json`)
  const key = await publicKeyOf(join(dir, 'keys'), meta.kid)
  const chain = new Chain({ log: meta.log, kid: meta.kid, key, trusted: 0 })
  const reading = new Verification(chain)
  for await (const segment of readSegments(join(dir, 'journal'))) reading.read(segment)

  const { seq, hash } = chain.link
  const faults = [
    ...keyFaults(meta, { key, kid }),
    ...reading.end(),
    ...(await checkpointFaults(dir, reading)),
    ...(await leftovers(dir, reading)),
  ]
  return { ok: faults.length === 0, log: meta.log, kid: meta.kid, entries: seq, head: hash, faults }
}

/** A log as it is read: faults are collected, so that all of them are told. */
class Verification {
  readonly hashes = new Map<number, Sha>()
  readonly sealed: { readonly id: string; readonly request: string | undefined; seq: number }[] = []
  readonly #chain: Chain
  readonly #rules = new Rules()
  readonly #faults: Fault[] = []
  #file = 0

  constructor(chain: Chain) {
    this.#chain = chain
  }

  read({ file, name, bytes }: Segment): void {
    for (this.#file += 1; this.#file < file; this.#file += 1) {
      this.#say({ file: segmentName(this.#file), text: 'the file is missing' })
    }
    let line = 0
    for (const { bytes: text, torn } of linesOf(bytes)) {
      line += 1
      const where = { file: name, line }
      const found = torn ? undefined : readLine(text)
      if (found) this.#follow(found, where)
      else if (torn)
        this.#say({ ...where, text: 'it is cut short: the desk was killed, or is writing' })
      else this.#say({ ...where, text: 'it is not an entry' })
    }
  }

  end(): readonly Fault[] {
    if (!this.#chain.whole) {
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
async function checkpointFaults(dir: string, { hashes }: Verification): Promise<Fault[]> {
  const found = await readCheckpoint(dir)
  if (!found || found.entries === 0 || hashes.get(found.entries) === found.hash) return []
  const text = `checkpoint.json: entry ${found.entries} had been checked, and is not there as it was`
  return [{ file: 'checkpoint.json', seq: found.entries, text }]
}

/** What should have been forgotten. */
async function leftovers(dir: string, { sealed }: Verification): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const { id, request, seq } of sealed) {
    for (const file of [`requests/${id}`, `keys/${id}`]) {
      if ((await filesBelow(join(dir, file))).length === 0) continue
      const text = `${file}: ${request} was sealed by entry ${seq}, and this is still there`
      faults.push({ file, seq, kind: 'sealed', ...(request && { request }), text })
    }
  }
  return faults
}
