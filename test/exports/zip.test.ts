import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import { readZip } from '../../src/exports/zip-reader.ts'
import { writeZip, type ZipEntry } from '../../src/exports/zip-writer.ts'

const run = promisify(execFile)

async function* pieces(...all: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of all) yield Buffer.from(piece)
}

async function* listed(entries: readonly ZipEntry[]): AsyncGenerator<ZipEntry> {
  yield* entries
}

async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all = []
  for await (const piece of content) all.push(piece)
  return Buffer.concat(all)
}

const picture = randomBytes(300_000)
const sample = (): AsyncGenerator<ZipEntry> =>
  listed([
    { name: 'data/profile.json', content: pieces('{"name":', '"Claire"}') },
    {
      name: 'files/1/Reçu №5.png',
      content: pieces(picture.subarray(0, 7), picture.subarray(7)),
      store: true,
    },
    { name: 'empty.txt', content: pieces() },
  ])

const opened = async (zip: Buffer) =>
  await readZip(zip.length, ({ start, end }) => pieces(zip.subarray(start, end)))

async function* broken(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('a')
  throw new Error('the shelf is broken')
}

async function* many(): AsyncGenerator<ZipEntry> {
  for (let n = 0; n < 65_600; n += 1) yield { name: `${n}`, content: pieces(), store: true }
}

/** What Python's own reader says of a ZIP; nothing where there is no Python. */
async function namesByPython(path: string): Promise<string | undefined> {
  const script =
    'import zipfile,sys;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;print("|".join(z.namelist()))'
  try {
    const env = { ...process.env, PYTHONIOENCODING: 'utf8' }
    const { stdout } = await run('python3', ['-c', script, path], { env })
    return stdout.trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

describe('a ZIP that is written as a stream', () => {
  let dir: string
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'rightsdesk-zip-'))
  })
  afterAll(async () => await rm(dir, { recursive: true, force: true }))

  test('is read again where it lies: its list, and each file', async () => {
    const zip = await opened(await bytesOf(writeZip(sample())))
    expect(zip.entries).toEqual([
      { name: 'data/profile.json', size: 17 },
      { name: 'files/1/Reçu №5.png', size: 300_000 },
      { name: 'empty.txt', size: 0 },
    ])
    expect(String(await bytesOf(zip.read('data/profile.json')))).toBe('{"name":"Claire"}')
    expect((await bytesOf(zip.read('files/1/Reçu №5.png'))).equals(picture)).toBe(true)
    await expect(bytesOf(zip.read('nothing'))).rejects.toThrow('no such file')
    zip.close()
  })

  test('holds the same bytes for the same content', async () => {
    const [one, other] = [await bytesOf(writeZip(sample())), await bytesOf(writeZip(sample()))]
    expect(one.equals(other)).toBe(true)
  })

  test('is opened by another program, names and all', async ({ skip }) => {
    const path = join(dir, 'bundle.zip')
    await writeFile(path, await bytesOf(writeZip(sample())))
    const names = await namesByPython(path)
    if (names === undefined) skip('python3 is not on this machine: no second reader was asked')
    expect(names).toBe('data/profile.json|files/1/Reçu №5.png|empty.txt')
  })

  test('breaks off with the error of what it was to hold', async () => {
    const writing = bytesOf(writeZip(listed([{ name: 'a.txt', content: broken() }])))
    await expect(writing).rejects.toThrow('the shelf is broken')
  })

  test.each(['../up.txt', '/root.txt', 'a\\b.txt', 'a//b', 'C:x'])(
    'refuses a name that leads out of its folder: %s',
    async (name) => {
      await expect(bytesOf(writeZip(listed([{ name, content: pieces('a') }])))).rejects.toThrow(
        'not safe to unpack',
      )
    },
  )

  test('refuses two files of one name', async () => {
    const twice = [
      { name: 'a', content: pieces('a') },
      { name: 'a', content: pieces('b') },
    ]
    await expect(bytesOf(writeZip(listed(twice)))).rejects.toThrow('Two files')
  })

  test('asks for an entry when the one before it is written', async () => {
    let asked = 0
    async function* counted(): AsyncGenerator<ZipEntry> {
      for (; asked < 100; asked += 1) {
        yield { name: `${asked}.bin`, content: pieces(randomBytes(200_000)), store: true }
      }
    }
    const writing = writeZip(counted())
    await writing.next()
    await new Promise(setImmediate)
    expect(asked).toBeLessThan(5)
    await writing.return(undefined)
  })

  test('holds more than 65,535 files, as other programs count them', async () => {
    const zip = await bytesOf(writeZip(many()))
    const count = await new Promise((resolve, reject) => {
      fromBuffer(zip, { lazyEntries: true }, (error, { entryCount }) => {
        if (error) reject(error)
        else resolve(entryCount)
      })
    })
    expect(count).toBe(65_600)
  })

  test('tells what is larger than 4 GB by 64 bits', async () => {
    const long: ZipEntry = { name: 'long', content: pieces('short after all'), size: 2 ** 33 }
    const zip = await opened(await bytesOf(writeZip(listed([long]))))
    expect(String(await bytesOf(zip.read('long')))).toBe('short after all')
    zip.close()
  })
})
