import { createHash, scrypt, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { Sha } from '../../records/primitives.ts'
import type { Hands } from '../hands.ts'

/** What the vault keeps of a link for as long as it lives. */
export const LinkSecret = z.strictObject({
  secret: Sha,
  /** What the lead tells the person by another way than the link, and how it is checked. */
  passphrase: z.strictObject({ words: z.string(), salt: Sha, hash: z.string() }).optional(),
  recipient: z.strictObject({ name: z.string(), wish: z.string() }).optional(),
})
export type LinkSecret = z.infer<typeof LinkSecret>

/** By what a link's secret is known in the log. */
export const secretHash = (secret: string): Sha => createHash('sha256').update(secret).digest('hex')

/** No letters or digits that are taken for others when somebody reads them aloud. */
const signs = '23456789abcdefghjkmnpqrstuvwxyz3'

/** A passphrase of 20 signs in fours: 99 bits, for a voice on the phone. */
export function newPassphrase({ salt }: Pick<Hands, 'salt'>): string {
  const bytes = Buffer.from(salt(), 'hex').subarray(0, 20)
  const all = [...bytes].map((byte) => signs[byte % signs.length] ?? '').join('')
  return all.match(/.{4}/g)?.join('-') ?? all
}

/** However it was typed: case, spaces and hyphens do not matter. */
const plain = (words: string): string => words.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** scrypt with the costs of Node: some 50 ms and 16 MB for each guess. */
export const passphraseHash = async (words: string, salt: string): Promise<string> =>
  await new Promise((resolve, reject) => {
    scrypt(plain(words), Buffer.from(salt, 'hex'), 32, (error, key) => {
      if (error) reject(error)
      else resolve(key.toString('hex'))
    })
  })

/** Whether the passphrase is the right one, in a time that says nothing of how near it was. */
export async function isPassphrase(
  given: string,
  { salt, hash }: NonNullable<LinkSecret['passphrase']>,
): Promise<boolean> {
  const tried = Buffer.from(await passphraseHash(given.slice(0, 200), salt), 'hex')
  const right = Buffer.from(hash, 'hex')
  return tried.length === right.length && timingSafeEqual(tried, right)
}
