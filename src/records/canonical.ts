import { createHash } from 'node:crypto'
import canonicalizeModule from 'canonicalize'
import type { Sha } from './primitives.ts'

// The package is CommonJS: its types promise the function, Node hands over the module.
const serialize = canonicalizeModule as unknown as (value: unknown) => string | undefined

/**
 * The one form of a JSON value that a digest may be taken of: RFC 8785.
 * Throws a `TypeError` on what JSON cannot hold.
 */
export function canonical(value: unknown): string {
  const text = serialize(value)
  if (text === undefined) throw new TypeError('Only JSON has a canonical form')
  return text
}

/** SHA-256 of bytes or text, lower-case hex. */
export const sha256 = (data: string | Uint8Array): Sha =>
  createHash('sha256').update(data).digest('hex')

/** SHA-256 of a value's canonical form. */
export const hashOf = (value: unknown): Sha => sha256(canonical(value))
