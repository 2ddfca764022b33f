import type { KeyObject } from 'node:crypto'
import { beginning, hashOfLine, type Line, signedText } from './line.ts'
import type { Id, Sha } from './primitives.ts'
import { isSigned } from './signing-key.ts'

/** Where the chain stands. */
export type Link = { readonly seq: number; readonly hash: Sha; readonly epoch: number }

/** Before the first line. */
export const unlinked: Link = { seq: 0, hash: beginning, epoch: 0 }

/** What every line of one log must agree with. */
export type ChainRules = {
  readonly log: Id
  readonly kid: string
  /** Without it no signature is right. */
  readonly key: KeyObject | undefined
  /** Up to here signatures need no look. */
  readonly trusted: number
}

/** How many entries, for "… missing". */
export const count = (entries: number): string =>
  entries === 1 ? '1 entry is' : `${entries} entries are`

/**
 * Follows a log line by line. It only counts and compares: it reads no entry.
 */
export class Chain {
  readonly #rules: ChainRules
  readonly #versions = new Map<string, number>()
  #link: Link = unlinked
  /** Whose append is not complete yet, and by how many entries. */
  #due: { owner: string; left: number } | undefined

  constructor(rules: ChainRules) {
    this.#rules = rules
  }

  get link(): Link {
    return this.#link
  }

  /** Whether the last append is there as a whole. */
  get whole(): boolean {
    return this.#due === undefined
  }

  /** What is wrong with the next line, in words. It becomes the last one all the same, so that each fault is told once. */
  follow(line: Line): readonly string[] {
    const faults = [...this.#inOrder(line), ...this.#unforged(line), ...this.#owned(line)]
    const { seq, epoch, owner, n, left } = line.body
    this.#link = { seq, hash: line.hash, epoch }
    this.#versions.set(owner, n)
    this.#due = left === undefined ? undefined : { owner, left }
    return faults
  }

  *#inOrder({ body, prev }: Line): Generator<string> {
    const { seq, hash, epoch } = this.#link
    if (body.seq <= seq) yield `entry ${body.seq} stands after entry ${seq}: repeated or reordered`
    if (body.seq > seq + 1) yield `${count(body.seq - seq - 1)} missing before it`
    if (prev !== hash) yield 'it does not follow the entry before it'
    if (body.epoch < epoch) yield `it was written by start ${body.epoch}, after start ${epoch}`
  }

  *#unforged({ body, bodyHash, prev, hash, kid, sig }: Line): Generator<string> {
    const { log, key, trusted } = this.#rules
    if (body.log !== log) yield `it belongs to another log, ${body.log}`
    if (hashOfLine(log, prev, bodyHash) !== hash) yield 'it was changed: its hash is another'
    if (kid !== this.#rules.kid || !key) yield `it is signed with an unknown key, ${kid}`
    else if (body.seq > trusted && !isSigned(key, signedText(log, body.seq, hash), sig)) {
      yield 'its signature is wrong'
    }
  }

  *#owned({ body: { owner, n, left } }: Line): Generator<string> {
    const before = this.#versions.get(owner) ?? 0
    if (n !== before + 1) yield `it is number ${n} of ${owner}, after number ${before}`
    const due = this.#due
    if (due && (due.owner !== owner || (left ?? 0) !== due.left - 1)) {
      yield 'the append before it is incomplete'
    }
  }
}
