import { Readable } from 'node:stream'
import {
  fromRandomAccessReader,
  type Entry as Listed,
  RandomAccessReader,
  type ZipFile,
} from 'yauzl'

/** A file in a ZIP that is read. Sizes in bytes, unpacked. */
type ZipMember = { readonly name: string; readonly size: number }

/** A ZIP that is read where it lies: its list, and each file as a stream. */
export type OpenZip = {
  readonly entries: readonly ZipMember[]
  /** Throws when there is no file of the name. */
  readonly read: (name: string) => AsyncIterable<Uint8Array>
  readonly close: () => void
}

/** Opens a ZIP of which any range can be read: `end` is not included. */
export async function readZip(
  size: number,
  read: (range: { readonly start: number; readonly end: number }) => AsyncIterable<Uint8Array>,
): Promise<OpenZip> {
  const zip = await opened(size, new Ranges(read))
  const found = new Map<string, Listed>()
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Listed) => {
      found.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.once('end', resolve).once('error', reject)
    zip.readEntry()
  })
  return {
    entries: [...found.values()].map((entry) => ({
      name: entry.fileName,
      size: entry.uncompressedSize,
    })),
    read: (name) => contentOf(zip, found.get(name)),
    close: () => zip.close(),
  }
}

class Ranges extends RandomAccessReader {
  readonly #read: (range: {
    readonly start: number
    readonly end: number
  }) => AsyncIterable<Uint8Array>

  constructor(
    read: (range: { readonly start: number; readonly end: number }) => AsyncIterable<Uint8Array>,
  ) {
    super()
    this.#read = read
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#read({ start, end }), { objectMode: false })
  }
}

const opened = async (size: number, reader: RandomAccessReader): Promise<ZipFile> =>
  await new Promise((resolve, reject) => {
    fromRandomAccessReader(reader, size, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error) reject(error)
      else resolve(zip)
    })
  })

async function* contentOf(zip: ZipFile, entry: Listed | undefined): AsyncGenerator<Uint8Array> {
  if (!entry) throw new TypeError('There is no such file in the ZIP')
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, readable) => {
      if (error) reject(error)
      else resolve(readable)
    })
  })
  for await (const piece of stream) yield piece as Uint8Array
}
