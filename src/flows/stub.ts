import { createHmac } from 'node:crypto'
import { z } from 'zod'

/**
 * What outlives the vault until the policy's date: the Zendesk ids, and by what the person could be
 * recognised again, each under an HMAC of the stub's own.
 */
export const Stub = z.strictObject({
  users: z.array(z.int().positive()),
  salt: z.string(),
  lookups: z.array(z.string()),
  /** Users with an address of his that were there when it was looked again. */
  returned: z.array(z.int().positive()).optional(),
})
export type Stub = z.infer<typeof Stub>

/** By which a stub recognises a person again. */
export const lookupOf = (salt: string, value: string): string =>
  createHmac('sha256', Buffer.from(salt, 'hex'))
    .update(value.normalize('NFKC').toLowerCase())
    .digest('hex')
