import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import { z } from 'zod'
import { type Bound, deedIds, type Mint } from '../views/deed-id.ts'

const Shape = z.strictObject({
  d: z.enum(deedIds),
  r: z.string().optional(),
  o: z.string().optional(),
  u: z.string().optional(),
  i: z.string().optional(),
  p: z.number().optional(),
})

/** Seals what buttons and windows stand for, and opens it again. */
export type Tokens = {
  readonly mint: Mint
  /** What a token stands for; `undefined` for one that this desk did not make. */
  readonly open: (token: string) => Bound | undefined
}

type Keys = { readonly seal: Uint8Array; readonly nonce: Uint8Array }

/**
 * Tokens under keys derived from the vault's, so that buttons outlive a restart, and a rotation of
 * the key while the old one is at hand. The nonce follows from what is sealed (as in SIV), so that a
 * card drawn twice is the same card; no other text is ever sealed under this key.
 */
export function tokensFrom(secrets: readonly string[]): Tokens {
  const keys = secrets.map(keysFrom)
  return {
    mint: (bound) => {
      const [current] = keys
      if (!current) throw new TypeError('no key to seal with')
      return seal(current, JSON.stringify(shortened(bound)))
    },
    open: (token) => {
      for (const key of keys) {
        const text = unseal(key, token)
        if (text !== undefined) return boundIn(text)
      }
      return undefined
    },
  }
}

function keysFrom(secret: string): Keys {
  const derive = (purpose: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', secret, '', `rightsdesk.token.v1.${purpose}`, 32))
  return { seal: derive('seal'), nonce: derive('nonce') }
}

const shortened = (bound: Bound): z.infer<typeof Shape> => ({
  d: bound.deed,
  ...(bound.request === undefined ? {} : { r: bound.request }),
  ...(bound.on === undefined ? {} : { o: bound.on }),
  ...(bound.user === undefined ? {} : { u: bound.user }),
  ...(bound.item === undefined ? {} : { i: bound.item }),
  ...(bound.page === undefined ? {} : { p: bound.page }),
})

function boundIn(text: string): Bound | undefined {
  const parsed = Shape.safeParse(JSON.parse(text))
  if (!parsed.success) return undefined
  const { d, r, o, u, i, p } = parsed.data
  return {
    deed: d,
    ...(r === undefined ? {} : { request: r }),
    ...(o === undefined ? {} : { on: o }),
    ...(u === undefined ? {} : { user: u }),
    ...(i === undefined ? {} : { item: i }),
    ...(p === undefined ? {} : { page: p }),
  }
}

function seal(keys: Keys, text: string): string {
  const iv = createHmac('sha256', keys.nonce).update(text).digest().subarray(0, 12)
  const cipher = createCipheriv('aes-256-gcm', keys.seal, iv)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

function unseal(keys: Keys, token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length < 29) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', keys.seal, bytes.subarray(0, 12), {
      authTagLength: 16,
    })
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
