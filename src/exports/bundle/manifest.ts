import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '../../records/canonical.ts'
import type { BundleOrder } from '../../records/collected.ts'
import { Instant, Sha } from '../../records/primitives.ts'

/** `manifest.json`: every other file of the bundle with its size in bytes and its SHA-256. */
export const Manifest = z.strictObject({
  format: z.literal('rightsdesk.bundle.v1'),
  request: z.string(),
  made: Instant,
  profile: z.enum(['copy', 'portable']),
  files: z.array(z.strictObject({ path: z.string(), size: z.int().nonnegative(), sha256: Sha })),
})
export type Manifest = z.infer<typeof Manifest>

/** One file of the bundle, as it is written. */
export type Entry = {
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
  /** It is compressed already. */
  readonly store?: boolean
}

/** Passes entries on, and at their end the manifest of them all: `told` gets its text. */
export async function* withManifest(
  entries: AsyncIterable<Entry>,
  { number, made, profile }: Pick<BundleOrder, 'number' | 'made' | 'profile'>,
  told: (text: string) => void,
): AsyncGenerator<Entry> {
  const files: Manifest['files'] = []
  for await (const entry of entries) {
    yield { ...entry, content: counted(entry, files) }
  }
  const manifest: Manifest = {
    format: 'rightsdesk.bundle.v1',
    request: number,
    made,
    profile,
    files,
  }
  const text = canonical(manifest)
  told(text)
  yield { name: 'manifest.json', content: bytesOf(text) }
}

async function* counted(entry: Entry, files: Manifest['files']): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of entry.content) {
    hash.update(piece)
    size += piece.length
    yield piece
  }
  files.push({ path: entry.name, size, sha256: hash.digest('hex') })
}

/** A text as the content of a file. */
export async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
