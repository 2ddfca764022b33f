import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from './canonical.ts'
import { unlessMissing } from './disk.ts'
import { DurableFile, writeDurably } from './durable-file.ts'
import { CannotOpen } from './errors.ts'
import { type KeyRing, Wrapped } from './keys.ts'

/** Signs the log's entries. Its id is a hash of its public part. */
export class SigningKey {
  readonly kid: string
  readonly #key: KeyObject

  constructor(key: KeyObject) {
    this.#key = key
    this.kid = kidOf(createPublicKey(key))
  }

  get public(): KeyObject {
    return createPublicKey(this.#key)
  }

  sign(text: string): string {
    return sign(null, Buffer.from(text), this.#key).toString('base64url')
  }
}

/** Whether a signature is that key's over that text, written in the one way that we write them. */
export function isSigned(key: KeyObject, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url')
  // The last letter has bits to spare: without this, two letters would mean one signature.
  return bytes.toString('base64url') === signature && verify(null, Buffer.from(text), key, bytes)
}

/** Makes a signing key: the private part wrapped by the vault key, the public part for anyone to verify with. */
export async function makeSigningKey(dir: string, ring: KeyRing): Promise<SigningKey> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const key = new SigningKey(privateKey)
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' })
  await privateFile(dir, key.kid).write(ring.wrap(labelOf(key.kid), secret))
  await writeDurably(
    join(dir, `${key.kid}.pub`),
    publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  )
  return key
}

/** Opens the signing key of that id, and wraps it anew when the vault key has changed. */
export async function openSigningKey(dir: string, kid: string, ring: KeyRing): Promise<SigningKey> {
  const file = privateFile(dir, kid)
  const wrapped = await file.read()
  if (!wrapped) {
    throw new CannotOpen(
      'format',
      `keys/${kid}.sign is missing: restore it. The log cannot go on without its key`,
    )
  }
  const secret = ring.unwrap(labelOf(kid), wrapped)
  if (wrapped.under !== ring.id) await file.write(ring.wrap(labelOf(kid), secret))
  return new SigningKey(createPrivateKey({ key: secret, type: 'pkcs8', format: 'der' }))
}

/** The public key of that id, `undefined` when the folder has none that deserves the id. */
export async function publicKeyOf(dir: string, kid: string): Promise<KeyObject | undefined> {
  const text = await readFile(join(dir, `${kid}.pub`), 'utf8').catch(unlessMissing)
  if (text === undefined) return undefined
  try {
    const key = createPublicKey(text)
    return kidOf(key) === kid ? key : undefined
  } catch {
    return undefined
  }
}

const kidOf = (key: KeyObject): string =>
  sha256(key.export({ type: 'spki', format: 'der' })).slice(0, 16)

const labelOf = (kid: string): string => `rightsdesk.sign.v1\n${kid}`

const privateFile = (dir: string, kid: string): DurableFile<Wrapped> =>
  new DurableFile(join(dir, `${kid}.sign`), (found) => Wrapped.parse(found))
