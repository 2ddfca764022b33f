import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { namesIn } from './disk.ts'

/** Where a line lies: in which file of the journal, at which byte. */
export type Place = { readonly file: number; readonly offset: number; readonly length: number }

/** One file of the journal, read. */
export type Segment = {
  readonly file: number
  readonly name: string
  readonly last: boolean
  readonly bytes: Buffer
}

/** The name of a journal's file: `000001.jsonl`. */
export const segmentName = (file: number): string => `${String(file).padStart(6, '0')}.jsonl`

/** The journal's files in order. Whatever else lies in the folder is not ours to read. */
async function segmentsIn(journal: string): Promise<readonly number[]> {
  const names = (await namesIn(journal)).filter((name) => /^\d{6,}\.jsonl$/.test(name))
  return names.map((name) => Number.parseInt(name, 10)).toSorted((a, b) => a - b)
}

/** Reads the journal file by file: what is in memory is one file, never the log. */
export async function* readSegments(journal: string): AsyncGenerator<Segment> {
  const files = await segmentsIn(journal)
  for (const file of files) {
    const name = segmentName(file)
    yield { file, name, last: file === files.at(-1), bytes: await readFile(join(journal, name)) }
  }
}

/** Every complete line's offset and bytes; then, if the file does not end with a newline, what is left over. */
export function* linesOf(
  bytes: Buffer,
): Generator<{ offset: number; bytes: Buffer; torn: boolean }> {
  let offset = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, offset)) {
    yield { offset, bytes: bytes.subarray(offset, at), torn: false }
    offset = at + 1
  }
  if (offset < bytes.length) yield { offset, bytes: bytes.subarray(offset), torn: true }
}

/** Reads the lines at these places. */
export async function readPlaces(journal: string, places: readonly Place[]): Promise<Buffer[]> {
  const found: Buffer[] = []
  for (const run of runsOf(places)) found.push(...(await readRun(journal, run)))
  return found
}

/** Neighbours are read at once: a request's entries often stand together. */
function runsOf(places: readonly Place[]): Place[][] {
  const runs: Place[][] = []
  for (const place of places) {
    const before = runs.at(-1)?.at(-1)
    const follows =
      before?.file === place.file && before.offset + before.length + 1 === place.offset
    if (follows) runs.at(-1)?.push(place)
    else runs.push([place])
  }
  return runs
}

async function readRun(journal: string, run: readonly Place[]): Promise<Buffer[]> {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last) return []
  const handle = await open(join(journal, segmentName(first.file)), 'r')
  try {
    const bytes = Buffer.alloc(last.offset + last.length - first.offset)
    await handle.read(bytes, 0, bytes.length, first.offset)
    return run.map(({ offset, length }) =>
      bytes.subarray(offset - first.offset, offset - first.offset + length),
    )
  } finally {
    await handle.close()
  }
}
