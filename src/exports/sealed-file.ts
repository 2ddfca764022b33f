import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { ShelfBroken, type Stored } from './shelf.ts'

/*
 * magic (8) · salt (32) · chunks, each AES-256-GCM of 64 KiB and its tag (16) · the sum of the plain
 * content, encrypted, and its tag (48). The key is of this file alone (HKDF with the salt, labelled
 * with whose and which file it is), so a chunk's number is its nonce. The last chunk says that it is
 * the last, and the sum says how much there is: what is cut off, swapped or put elsewhere is noticed.
 */
const magic = Buffer.from('RDSHELF1')
const saltBytes = 32
const head = magic.length + saltBytes
const chunk = 65_536
const tag = 16
const foot = 32 + tag

type Part = { readonly key: Uint8Array; readonly n: number; readonly what: string }

/** A file's content as it lies on the disk, piece by piece; resolves to what was in it. */
export async function* sealing(
  secret: Uint8Array,
  label: string,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, Stored> {
  const salt = randomBytes(saltBytes)
  const key = keyOf(secret, salt, label)
  const sum = createHash('sha256')
  yield Buffer.concat([magic, salt])
  let [size, n] = [0, 0]
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of content) {
    sum.update(piece)
    size += piece.length
    rest = rest.length === 0 ? viewOf(piece) : Buffer.concat([rest, piece])
    // The last chunk is known by nothing coming after it: so much is always kept back.
    while (rest.length > chunk) {
      yield* shut({ key, n, what: 'more' }, rest.subarray(0, chunk))
      rest = rest.subarray(chunk)
      n += 1
    }
  }
  yield* shut({ key, n, what: 'last' }, rest)
  const hash = sum.digest()
  yield* shut({ key, n: n + 1, what: `sum ${size}` }, hash)
  return { size, sha256: hash.toString('hex') }
}

/** A file that is open for reading, its end verified. To be closed. */
export type Opened = {
  readonly stored: Stored
  readonly read: (start: number, end: number) => AsyncGenerator<Uint8Array>
  readonly close: () => Promise<void>
}

/** Opens what `sealing` has made. Throws `ShelfBroken` when its end is not what was written. */
export async function openSealed(path: string, secret: Uint8Array, label: string): Promise<Opened> {
  const file = await open(path, 'r')
  try {
    const { size: bytes } = await file.stat()
    const inside = bytes - head - foot
    const chunks = Math.ceil(inside / (chunk + tag))
    const size = inside - chunks * tag
    if (chunks < 1 || size < 0) throw new ShelfBroken()
    const start = await bytesAt(file, 0, head)
    if (!start.subarray(0, magic.length).equals(magic)) throw new ShelfBroken()
    const key = keyOf(secret, start.subarray(magic.length), label)
    const last = await bytesAt(file, bytes - foot, foot)
    const sum = unshut({ key, n: chunks, what: `sum ${size}` }, last)
    return {
      stored: { size, sha256: sum.toString('hex') },
      read: (from, to) => reading({ file, key, chunks, size }, from, to),
      close: async () => await file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

type Open = {
  readonly file: FileHandle
  readonly key: Uint8Array
  readonly chunks: number
  readonly size: number
}

async function* reading(
  { file, key, chunks, size }: Open,
  from: number,
  to: number,
): AsyncGenerator<Uint8Array> {
  for (let n = Math.floor(from / chunk); n * chunk < to; n += 1) {
    const length = Math.min(chunk, size - n * chunk)
    const shutBytes = await bytesAt(file, head + n * (chunk + tag), length + tag)
    const what = n === chunks - 1 ? 'last' : 'more'
    const plain = unshut({ key, n, what }, shutBytes)
    yield plain.subarray(Math.max(0, from - n * chunk), Math.min(length, to - n * chunk))
  }
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead !== length) throw new ShelfBroken()
  return buffer
}

const keyOf = (secret: Uint8Array, salt: Uint8Array, label: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, salt, `rightsdesk.export.v1\n${label}`, 32))

function nonceOf(n: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(n, 6, 6)
  return nonce
}

function* shut({ key, n, what }: Part, plain: Uint8Array): Generator<Buffer> {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(n)).setAAD(Buffer.from(what))
  yield cipher.update(plain)
  cipher.final()
  yield cipher.getAuthTag()
}

/** The same bytes without a copy. */
const viewOf = ({ buffer, byteOffset, length }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, length)

function unshut({ key, n, what }: Part, bytes: Buffer): Buffer {
  try {
    const end = bytes.length - tag
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(n), { authTagLength: tag })
    decipher.setAAD(Buffer.from(what)).setAuthTag(bytes.subarray(end))
    const plain = decipher.update(bytes.subarray(0, end))
    // Throws where the tag does not fit: nothing is handed out before.
    decipher.final()
    return plain
  } catch (cause) {
    throw new ShelfBroken({ cause })
  }
}
