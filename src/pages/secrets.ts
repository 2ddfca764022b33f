import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits, as they stand in an address or a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** A short name that is no secret: it tells addresses apart. */
export const newPlace = (): string => randomBytes(9).toString('base64url')

/** What is kept of a secret: nobody who reads the memory of the desk can use it. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function isSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}

/** What a form of this session carries, so that no other page can send one: it follows from the secret. */
export const formTokenOf = (secret: string): string =>
  createHmac('sha256', secret).update('form of the desk').digest('base64url')
