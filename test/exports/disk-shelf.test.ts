import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DiskShelf } from '../../src/exports/disk-shelf.ts'
import { ShelfBroken } from '../../src/exports/shelf.ts'
import { sha256 } from '../../src/records/canonical.ts'

const owner = '01JZ0000000000000000000001'
const another = '01JZ0000000000000000000002'
const keys = new Map([
  [owner, randomBytes(32)],
  [another, randomBytes(32)],
])

let dir: string
let shelf: DiskShelf
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rightsdesk-shelf-'))
  shelf = new DiskShelf({ dir, keyOf: async (id) => keys.get(id) })
})
afterEach(async () => await rm(dir, { recursive: true, force: true }))

async function* inPieces(bytes: Uint8Array, of = 10_007): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += of) yield bytes.subarray(at, at + of)
}

async function* broken(): AsyncGenerator<Uint8Array> {
  yield randomBytes(100_000)
  throw new Error('the line broke')
}

async function all(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const read = []
  for await (const piece of pieces) read.push(piece)
  return Buffer.concat(read)
}

const fileOf = (name: string, id = owner): string => join(dir, id, `${name}.sealed`)

describe('what is put on the shelf', () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 200_000])(
    'comes back whole: %i bytes',
    async (length) => {
      const bytes = randomBytes(length)
      const stored = await shelf.write(owner, 'pieces/file-1', inPieces(bytes))
      expect(stored).toEqual({ size: length, sha256: sha256(bytes) })
      expect(await shelf.look(owner, 'pieces/file-1')).toEqual(stored)
      expect((await all(shelf.read(owner, 'pieces/file-1'))).equals(bytes)).toBe(true)
    },
  )

  test('comes back in any range, across its chunks', async () => {
    const bytes = randomBytes(200_000)
    await shelf.write(owner, 'bundle.zip', inPieces(bytes))
    for (const [start, end] of [
      [0, 1],
      [65_535, 65_537],
      [65_536, 131_072],
      [131_072, 200_000],
      [199_999, 200_000],
      [5, 5],
      [100, 900_000],
    ] as const) {
      const read = await all(shelf.read(owner, 'bundle.zip', { start, end }))
      expect(read.equals(bytes.subarray(start, end))).toBe(true)
    }
  })

  test('is not to be read from the disk, nor by anybody else of the machine', async () => {
    const text = 'claire.bernard@example.com '.repeat(5000)
    await shelf.write(owner, 'bundle.zip', inPieces(Buffer.from(text)))
    expect((await readFile(fileOf('bundle.zip'))).includes('claire')).toBe(false)
    expect((await stat(fileOf('bundle.zip'))).mode & 0o077).toBe(0)
  })

  test('is listed by name and owner, and gone once it is removed', async () => {
    await shelf.write(owner, 'bundle.zip', inPieces(Buffer.from('a')))
    await shelf.write(owner, 'pieces/user-1.json', inPieces(Buffer.from('b')))
    expect(await shelf.names(owner)).toEqual(['bundle.zip', 'pieces/user-1.json'])
    await shelf.remove(owner, 'pieces/user-1.json')
    expect(await shelf.names(owner)).toEqual(['bundle.zip'])
    expect(await shelf.owners()).toEqual([owner])
    await shelf.remove(owner)
    await shelf.remove(owner)
    expect(await shelf.owners()).toEqual([])
    expect(await shelf.look(owner, 'bundle.zip')).toBeUndefined()
  })

  test('stays as it was when its replacement breaks off, and nothing is left beside it', async () => {
    await shelf.write(owner, 'bundle.zip', inPieces(Buffer.from('the old one')))
    await expect(shelf.write(owner, 'bundle.zip', broken())).rejects.toThrow('the line broke')
    expect(String(await all(shelf.read(owner, 'bundle.zip')))).toBe('the old one')
    expect(await readdir(join(dir, owner))).toEqual(['bundle.zip.sealed'])
  })

  test('cannot be read any more once the key of its request is forgotten', async () => {
    await shelf.write(another, 'bundle.zip', inPieces(Buffer.from('a')))
    const key = keys.get(another)
    keys.delete(another)
    await expect(shelf.look(another, 'bundle.zip')).rejects.toThrow('no key')
    if (key) keys.set(another, key)
  })

  test.each(['../escape', '/etc/passwd', 'a/b/c', '', 'UPPER', '.hidden'])(
    'has a name that leads nowhere else: %j is refused',
    async (name) => {
      await expect(shelf.write(owner, name, inPieces(Buffer.from('a')))).rejects.toThrow(TypeError)
    },
  )
})

/** Changes the bundle's file, and says what comes of reading it. */
async function readAfter(change: (file: Buffer) => Uint8Array): Promise<unknown> {
  await writeFile(fileOf('bundle.zip'), change(await readFile(fileOf('bundle.zip'))))
  try {
    await shelf.look(owner, 'bundle.zip')
    return await all(shelf.read(owner, 'bundle.zip'))
  } catch (error) {
    return error
  }
}

describe('what somebody has laid a hand on', () => {
  const bytes = randomBytes(200_000)
  beforeEach(async () => {
    await shelf.write(owner, 'bundle.zip', inPieces(bytes))
    await shelf.write(owner, 'other.zip', inPieces(randomBytes(200_000)))
    await shelf.write(another, 'bundle.zip', inPieces(bytes))
  })
  const head = 40
  const sealed = 65_536 + 16
  test('a flipped bit is noticed, wherever it is', async () => {
    const { length } = await readFile(fileOf('bundle.zip'))
    const whole = await readFile(fileOf('bundle.zip'))
    for (const at of [0, 10, head, head + sealed + 5, length - 60, length - 1]) {
      await writeFile(fileOf('bundle.zip'), whole)
      const read = await readAfter((file) => {
        file[at] = (file[at] ?? 0) ^ 1
        return file
      })
      expect(read).toBeInstanceOf(ShelfBroken)
    }
  })

  test('an end that was cut off is noticed, also between two chunks', async () => {
    const whole = await readFile(fileOf('bundle.zip'))
    for (const length of [0, 39, 100, head + sealed, head + 2 * sealed, head + 2 * sealed + 48]) {
      await writeFile(fileOf('bundle.zip'), whole)
      expect(await readAfter((file) => file.subarray(0, length))).toBeInstanceOf(ShelfBroken)
    }
  })

  test('two chunks that changed places are noticed', async () => {
    const read = await readAfter((file) =>
      Buffer.concat([
        file.subarray(0, head),
        file.subarray(head + sealed, head + 2 * sealed),
        file.subarray(head, head + sealed),
        file.subarray(head + 2 * sealed),
      ]),
    )
    expect(read).toBeInstanceOf(ShelfBroken)
  })

  test('a file in the place of another is noticed, of the same request and of another', async () => {
    const [other, foreign] = await Promise.all([
      readFile(fileOf('other.zip')),
      readFile(fileOf('bundle.zip', another)),
    ])
    expect(await readAfter(() => other)).toBeInstanceOf(ShelfBroken)
    expect(await readAfter(() => foreign)).toBeInstanceOf(ShelfBroken)
  })
})
