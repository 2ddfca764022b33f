import { execFile } from 'node:child_process'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { ZipFile } from 'yazl'
import { writeZip, type ZipEntry } from '../src/exports/zip-writer.ts'
import { median, type Row, rounded, timed } from './row.ts'

const run = promisify(execFile)
const files = 4
const fileBytes = 64 * 2 ** 20
const rounds = 3

/** Rows 8 and 9: what a bundle costs to write, and whether its size shows in memory. */
export async function bundling(): Promise<readonly Row[]> {
  const dir = await mkdtemp(join(tmpdir(), 'rightsdesk-bench-'))
  try {
    const paths = await sampleFiles(dir)
    return [
      await writing(dir, paths, { store: false, goal: 1.35 }),
      await writing(dir, paths, { store: true, goal: 2.5 }),
      await memory(dir),
    ]
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

type How = { readonly store: boolean; readonly goal: number }

async function writing(dir: string, paths: readonly string[], { store, goal }: How): Promise<Row> {
  const out = join(dir, 'out.zip')
  const level = store ? '-0' : '-1'
  const times = { ours: [] as number[], yazl: [] as number[], zip: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(
      await timed(
        async () => await pipeline(writeZip(listed(paths, store)), createWriteStream(out)),
      ),
    )
    await rm(out)
    times.yazl.push(await timed(async () => await byYazl(paths, store, out)))
    await rm(out)
    times.zip.push(await timed(async () => await byZip([level, '-q', '-j', out, ...paths])))
    await rm(out, { force: true })
  }
  const ours = median(times.ours)
  const zip = median(times.zip)
  return {
    row: 9,
    figure: `writing a bundle of ${files} x ${fileBytes / 2 ** 20} MB${store ? ', stored' : ''}, throughput ÷ zip ${level}`,
    value: rounded(zip / ours),
    goal: `≥ ${goal}`,
    met: zip / ours >= goal,
    peers: { 'yazl ÷ zip': rounded(zip / median(times.yazl)) },
    note: `${rounded((files * fileBytes) / 2 ** 20 / (ours / 1000), 0)} MB/s; median of ${rounds} interleaved rounds${Number.isNaN(zip) ? '; there is no zip on this machine' : ''}`,
  }
}

async function* listed(paths: readonly string[], store: boolean): AsyncGenerator<ZipEntry> {
  for (const [n, path] of paths.entries()) {
    yield { name: `${n}.json`, content: createReadStream(path, { highWaterMark: 2 ** 20 }), store }
  }
}

async function byYazl(paths: readonly string[], store: boolean, out: string): Promise<void> {
  const zip = new ZipFile()
  for (const [n, path] of paths.entries()) {
    zip.addFile(path, `${n}.json`, store ? { compress: false } : { compressionLevel: 1 })
  }
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(out))
}

/** Without the program its time is no number, and so is what is divided by it. */
async function byZip(args: readonly string[]): Promise<void> {
  await run('zip', args)
}

const line = (n: number): string =>
  `${JSON.stringify({ id: n, subject: `Parcel ${n * 7919} is late`, body: `Hello, my parcel ${(n * 104_729) % 1_000_003} has not come. Regards ${n}` })}\n`

async function sampleFiles(dir: string): Promise<string[]> {
  const block = Buffer.from(Array.from({ length: 8000 }, (_, n) => line(n)).join(''))
  const paths = Array.from({ length: files }, (_, n) => join(dir, `${n}.json`))
  for (const path of paths) {
    const times = Math.ceil(fileBytes / block.length)
    await writeFile(path, Readable.from(Array.from({ length: times }, () => block)))
  }
  const { size } = await stat(paths[0] ?? dir)
  if (size < fileBytes) throw new Error('the sample is too small')
  return paths
}

/** The most memory that a process of its own takes to make a bundle, in MB. */
async function memory(dir: string): Promise<Row> {
  const [small, large] = [await mostOf(dir, 200), await mostOf(dir, 1000)]
  const growth = large / small - 1
  return {
    row: 8,
    figure: 'memory of bundling 1 GB, encrypted on the shelf, MB',
    value: rounded(large, 0),
    goal: '≤ 110, growth ≤ 5 %',
    met: large <= 110 && growth <= 0.05,
    peers: { 'for 0.2 GB': rounded(small, 0), 'growth, %': rounded(growth * 100, 1) },
    note: 'the most of a process of its own, bundled as the bot is; attachments of 1 MB in 100 conversations',
  }
}

async function mostOf(dir: string, megabytes: number): Promise<number> {
  const script = join(dir, 'bundle-once.mjs')
  await build({
    entryPoints: [fileURLToPath(new URL('peers/bundle-once.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: script,
    logLevel: 'warning',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  })
  const { stdout } = await run(process.execPath, [script, String(megabytes)])
  return Number(stdout)
}
