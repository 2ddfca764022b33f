import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { atOnce, type Pieces } from './breather.ts'

const Bytes = z.base64()

/** Something encrypted: AES-256-GCM, a nonce each. */
export const Box = z.strictObject({ v: z.literal(1), iv: Bytes, tag: Bytes, data: Bytes })
export type Box = Readonly<z.infer<typeof Box>>

/** A box that its key and label do not open: damaged, or put where it does not belong. */
export class BrokenBox extends Error {
  override readonly name = 'BrokenBox'
  constructor(label: string, options?: ErrorOptions) {
    super(`${label.replaceAll('\n', ' ')} cannot be opened: it is damaged, or another's`, options)
  }
}

/** Encrypts under a key. The label says what it is and whose; only the same one opens it again. */
export const shut = (key: Uint8Array, label: string, data: string | Uint8Array): Box =>
  atOnce(shutting(key, label, [data]))

/** The same in pieces, of what is given in pieces. */
export function* shutting(
  key: Uint8Array,
  label: string,
  pieces: Iterable<string | Uint8Array>,
): Pieces<Box> {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(label))
  const shutPieces: Buffer[] = []
  for (const piece of pieces) yield shutPieces.push(cipher.update(piece))
  shutPieces.push(cipher.final())
  return {
    v: 1,
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    data: Buffer.concat(shutPieces).toString('base64'),
  }
}

/** What was shut, or `BrokenBox`. */
export function unshut(key: Uint8Array, label: string, box: Box): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(box.iv, 'base64'), {
      // A shorter tag would be accepted otherwise, and is easier to guess.
      authTagLength: 16,
    })
    decipher.setAAD(Buffer.from(label)).setAuthTag(Buffer.from(box.tag, 'base64'))
    return Buffer.concat([decipher.update(Buffer.from(box.data, 'base64')), decipher.final()])
  } catch (cause) {
    throw new BrokenBox(label, { cause })
  }
}
