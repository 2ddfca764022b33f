import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { sha256 } from './canonical.ts'
import { Box, shut, unshut } from './cipher.ts'
import { CannotOpen } from './errors.ts'

const KeyId = z.string().regex(/^[0-9a-f]{16}$/)

/** A key wrapped by a vault key, with that one's id. */
export const Wrapped = z.strictObject({ v: z.literal(1), under: KeyId, box: Box })
export type Wrapped = Readonly<z.infer<typeof Wrapped>>

type VaultKey = { readonly id: string; readonly key: Uint8Array }

/** The vault keys at hand: the one in use, and while rotating the one before. */
export class KeyRing {
  readonly #current: VaultKey
  readonly #old: VaultKey | undefined

  /** Keys are 32 bytes as hex or base64. Throws `CannotOpen` for anything else. */
  constructor(vaultKey: string, vaultKeyOld?: string) {
    this.#current = keyFrom('VAULT_KEY', vaultKey)
    this.#old = vaultKeyOld ? keyFrom('VAULT_KEY_OLD', vaultKeyOld) : undefined
  }

  /** The id of the key in use. */
  get id(): string {
    return this.#current.id
  }

  wrap(label: string, secret: Uint8Array): Wrapped {
    return { v: 1, under: this.#current.id, box: shut(this.#current.key, label, secret) }
  }

  unwrap(label: string, wrapped: Wrapped): Buffer {
    const found = this.#find(wrapped.under)
    if (!found) throw unknownKeys([wrapped.under])
    return unshut(found.key, label, wrapped.box)
  }

  knows(id: string): boolean {
    return this.#find(id) !== undefined
  }

  /** A code that only a holder of the vault key can make, by the key in use or by the one before. */
  macs(text: string): readonly string[] {
    return [this.#current, ...(this.#old ? [this.#old] : [])].map(({ key }) =>
      createHmac('sha256', key).update(`rightsdesk.mac.v1\n${text}`).digest('hex'),
    )
  }

  #find(id: string): VaultKey | undefined {
    return [this.#current, this.#old].find((key) => key?.id === id)
  }
}

/** The refusal to start when vaults are under keys that we were not given. */
export const unknownKeys = (ids: readonly string[]): CannotOpen =>
  new CannotOpen(
    'vault-key',
    `The vault is under key ${ids.join(', ')}, which is neither VAULT_KEY nor VAULT_KEY_OLD. ` +
      'Set VAULT_KEY to that key; or, to change keys, VAULT_KEY to the new one and VAULT_KEY_OLD to that one',
  )

function keyFrom(name: string, text: string): VaultKey {
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : fromBase64(text)
  if (key?.length !== 32) {
    throw new CannotOpen(
      'vault-key',
      `${name} must be 32 bytes as hex or base64. Make one with: openssl rand -hex 32`,
    )
  }
  return {
    id: sha256(Buffer.concat([Buffer.from('rightsdesk.key-id.v1\n'), key])).slice(0, 16),
    key,
  }
}

function fromBase64(text: string): Buffer | undefined {
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : undefined
}
