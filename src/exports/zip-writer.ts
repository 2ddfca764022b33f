import { Readable } from 'node:stream'
import { constants, crc32, createDeflateRaw } from 'node:zlib'
import { central, descriptor, ending, localHeader, type Written } from './zip-records.ts'

/**
 * One file of a ZIP that is written. `store`: it is compressed already. `size`, in bytes, must be told
 * for more than 4 GB.
 */
export type ZipEntry = {
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
  readonly store?: boolean
  readonly size?: number
}

/** More than fits into an entry whose size was not told before. */
const mostUntold = 0xff_00_00_00
const piece = 256 * 1024

/**
 * A ZIP as a stream: each entry is asked for when the one before it is written, and nothing is kept but
 * the list. The same entries give the same bytes. Throws a `TypeError` for names that are not safe to
 * unpack, and for two of one name.
 *
 * Our own, because no library is as fast as what they all stand on: see `bench/bundling.ts`. The format
 * is PKWARE's APPNOTE 6.3.9, sections 4.3 and 4.5.3.
 */
export async function* writeZip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const list: Written[] = []
  const names = new Set<string>()
  let offset = 0
  for await (const entry of entries) {
    checkName(entry.name, names)
    const long = (entry.size ?? 0) >= mostUntold
    const header = localHeader(entry, long)
    yield header
    const writing = contentOf(entry)
    let told = await writing.next()
    for (; !told.done; told = await writing.next()) yield told.value
    const { size, packed, crc } = told.value
    if (!long && Math.max(size, packed) >= mostUntold)
      throw new TypeError('A file of the ZIP is larger than was told')
    const written: Written = { ...entry, long, size, packed, crc, offset }
    const foot = descriptor(written)
    yield foot
    list.push(written)
    offset += header.length + packed + foot.length
  }
  let length = 0
  for (const one of list) {
    const record = central(one)
    yield record
    length += record.length
  }
  yield ending({ count: list.length, length, offset })
}

type Sums = Pick<Written, 'size' | 'packed' | 'crc'>

async function* contentOf({ content, store = false }: ZipEntry): AsyncGenerator<Uint8Array, Sums> {
  const sums = { size: 0, packed: 0, crc: 0 }
  const source = store ? counting(content, sums) : deflated(counting(inPieces(content), sums))
  for await (const bytes of source) {
    sums.packed += bytes.length
    yield bytes
  }
  return sums
}

async function* counting(
  content: AsyncIterable<Uint8Array>,
  sums: { size: number; crc: number },
): AsyncGenerator<Uint8Array> {
  for await (const bytes of content) {
    sums.size += bytes.length
    sums.crc = crc32(bytes, sums.crc)
    yield bytes
  }
}

/** Larger pieces, and none that is empty: each costs a turn of the thread pool. */
async function* inPieces(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const bytes of content) {
    held.push(bytes)
    length += bytes.length
    if (length < piece) continue
    yield held.length === 1 ? bytes : Buffer.concat(held)
    held = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(held)
}

async function* deflated(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const packing = createDeflateRaw({ level: constants.Z_BEST_SPEED, chunkSize: piece })
  const source = Readable.from(content, { objectMode: false, highWaterMark: 2 * piece })
  source.once('error', (error) => packing.destroy(error))
  source.pipe(packing)
  try {
    for await (const bytes of packing) yield bytes as Uint8Array
  } finally {
    source.destroy()
  }
}

function checkName(name: string, names: Set<string>): void {
  const steps = name.split('/')
  const leadsOut = steps.some((step) => step === '' || step === '.' || step === '..')
  if (leadsOut || /[\\:]|\p{Cc}/u.test(name))
    throw new TypeError('A name that is not safe to unpack')
  if (Buffer.byteLength(name) > 0xff_ff) throw new TypeError('A name that is too long')
  if (names.has(name)) throw new TypeError('Two files of one name in a ZIP')
  names.add(name)
}
