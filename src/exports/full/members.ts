import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import yauzl from 'yauzl'

/** A file of the export: its name in the ZIP or on disk, its bytes, and its size as stored. */
export type Member = { readonly name: string; readonly size: number; readonly bytes: Readable }

/** The export can't be read. The message says what to do next, and holds nothing of its content. */
export class UnreadableExport extends Error {
  override readonly name = 'UnreadableExport'
}

const CHUNK = 256 * 1024

/** The files of a ZIP one after the other, or the bare file. Throws `UnreadableExport`. */
export async function* members(path: string): AsyncGenerator<Member> {
  if (await isZip(path)) {
    yield* inZip(path)
    return
  }
  const { size } = await stat(path)
  yield { name: basename(path), size, bytes: createReadStream(path, { highWaterMark: CHUNK }) }
}

async function* inZip(path: string): AsyncGenerator<Member> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true }).catch(cutOff)
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue
      if (entry.isEncrypted()) {
        throw new UnreadableExport('The ZIP is encrypted: unpack it, and give the unpacked files.')
      }
      const bytes = await zip.openReadStreamPromise(entry)
      yield { name: entry.fileName, size: entry.compressedSize, bytes }
    }
  } finally {
    zip.close()
  }
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const head = Buffer.alloc(2)
    await file.read(head, 0, 2, 0)
    return head.toString('latin1') === 'PK'
  } finally {
    await file.close()
  }
}

/** What inflating and the ZIP's own directory complain of is always the same to the reader. */
export function cutOff(): never {
  throw new UnreadableExport(
    'The ZIP is cut off or damaged: download it again from Zendesk’s link, or ask for a new export.',
  )
}
