import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { canonical } from './canonical.ts'
import type { Posted } from './channels.ts'
import { Id, Sha } from './primitives.ts'
import { isSigned, type SigningKey } from './signing-key.ts'

/**
 * The head of a log at one size, signed by the log's own key. Posted where the desk cannot take it
 * back, it is a witness: whoever cuts the log, puts an old copy in its place or writes it anew, with
 * the key or without, has to explain it.
 */
export const Anchor = z.strictObject({
  log: Id,
  /** How many entries the log had. */
  size: z.int().positive(),
  /** The hash of the last of them. */
  head: Sha,
  kid: z.string().regex(/^[0-9a-f]{16}$/),
  /** Ed25519, base64url. */
  sig: z.string().regex(/^[\w-]{86}$/),
})
export type Anchor = Readonly<z.infer<typeof Anchor>>

/** An anchor, and in which message it stands, as far as that is known. */
export type Found = Anchor & Partial<Posted>

/** Anchors a log where it ends. */
export function anchorAt(
  log: Id,
  { seq, hash }: { seq: number; hash: Sha },
  key: SigningKey,
): Anchor {
  const said = { log, size: seq, head: hash, kid: key.kid }
  return { ...said, sig: key.sign(textOf(said)) }
}

/** Whether its signature is of that key. */
export const isGenuine = (anchor: Anchor, key: KeyObject): boolean =>
  isSigned(key, textOf(anchor), anchor.sig)

/** What is signed. The first line keeps the signature from ever meaning anything else. */
const textOf = ({ log, size, head, kid }: Omit<Anchor, 'sig'>): string =>
  `rightsdesk.anchor.v1\n${canonical({ log, size, head, kid })}`

/** An anchor as it stands in a message: one line, of signs that no chat changes. */
export const anchorLine = ({ log, size, head, kid, sig }: Anchor): string =>
  `rightsdesk-anchor v1 ${log} ${size} ${head} ${kid} ${sig}`

const line =
  /(?<![\w-])rightsdesk-anchor\s+v1\s+([0-9A-Z]{26})\s+(\d{1,15})\s+([0-9a-f]{64})\s+([0-9a-f]{16})\s+([\w-]{86})(?![\w-])/g
const beginning = /rightsdesk-anchor\s+v1\s+[0-9A-Za-z]{10}/g

/** The anchors in a text, whatever stands around them, and how many look like one and are none. */
export function anchorsIn(text: string): { readonly anchors: Anchor[]; readonly broken: number } {
  const anchors = [...text.matchAll(line)].flatMap(([, log, size, head, kid, sig]) => {
    const read = Anchor.safeParse({ log, size: Number(size), head, kid, sig })
    return read.success ? [read.data] : []
  })
  return { anchors, broken: [...text.matchAll(beginning)].length - anchors.length }
}

/** The first anchor in a text, `undefined` when there is none. Its signature is not checked. */
export const readAnchorLine = (text: string): Anchor | undefined => anchorsIn(text).anchors[0]
