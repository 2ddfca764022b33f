import { randomBytes } from 'node:crypto'

/** So many random bytes as hex. */
export const keysOf = (bytes: number): string => randomBytes(bytes).toString('hex')
