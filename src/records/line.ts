import { createHash } from 'node:crypto'
import { z } from 'zod'
import { sha256 } from './canonical.ts'
import { Id, type Sha } from './primitives.ts'

/** What a line of the log says. The hash is over its stored bytes, so no other writing of it will do. */
export const Body = z.strictObject({
  v: z.literal(1),
  seq: z.int().positive(),
  log: Id,
  /** Which start of the desk wrote it: two processes on one log would show. */
  epoch: z.int().positive(),
  owner: z.union([Id, z.literal('desk')]),
  /** Its place among its owner's entries. */
  n: z.int().positive(),
  /** How many entries of the same append follow: an append is there as a whole or not at all. */
  left: z.int().positive().optional(),
  /** Read with the schema of entries where its contents matter. */
  entry: z.looseObject({ kind: z.string(), number: z.string().optional() }),
})
export type Body = Readonly<z.infer<typeof Body>>

/** A line of the log taken apart. */
export type Line = {
  readonly body: Body
  readonly bodyHash: Sha
  readonly prev: Sha
  readonly hash: Sha
  readonly kid: string
  readonly sig: string
}

/** What the first line of a log follows. */
export const beginning: Sha = '0'.repeat(64)

/** Binds a body to its log and to everything before it. A body may be redacted to its hash and still verify. */
export function hashOfLine(log: Id, prev: Sha, bodyHash: Sha): Sha {
  return createHash('sha256').update('\0').update(log).update(prev).update(bodyHash).digest('hex')
}

/** What is signed. */
export const signedText = (log: Id, seq: number, hash: Sha): string => `${log}:${seq}:${hash}`

const start = '{"body":'
const end =
  /^,"prev":"([0-9a-f]{64})","hash":"([0-9a-f]{64})","kid":"([0-9a-f]{16})","sig":"([\w-]{86})"\}$/
const endLength = 269

/** The bytes of a line, without its newline. */
export function writeLine(body: string, { prev, hash, kid, sig }: Omit<Line, 'body' | 'bodyHash'>) {
  return `${start}${body},"prev":"${prev}","hash":"${hash}","kid":"${kid}","sig":"${sig}"}`
}

/** A line from its bytes, `undefined` for what is not one. Nothing is checked against anything else. */
export function readLine(bytes: Uint8Array): Line | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const cut = text.length - endLength
  const [, prev, hash, kid, sig] = end.exec(text.toString('latin1', cut)) ?? []
  if (!prev || !hash || !kid || !sig || text.toString('latin1', 0, start.length) !== start) {
    return undefined
  }
  const stored = text.subarray(start.length, cut)
  const body = readBody(stored.toString())
  return body && { body, bodyHash: sha256(stored), prev, hash, kid, sig }
}

function readBody(text: string): Body | undefined {
  try {
    return Body.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
