import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { type FileHandle, mkdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DiskFailed, DiskFull, StoreConflict } from '../../src/records/errors.ts'
import type { Store } from '../../src/records/store.ts'
import { verifyFolder } from '../../src/records/verify.ts'
import { deferred } from './support/deferred.ts'
import { halted, newId, opened } from './support/entries.ts'
import { everything, folder, openStore } from './support/folder.ts'

describe('a sync', () => {
  test('is waited for before anything is acknowledged', async () => {
    const { promise, resolve } = deferred()
    let slow = false
    const sync = async (file: FileHandle) => {
      if (slow) await promise
      await file.datasync()
    }
    const store = await openStore(await folder(), { sync })
    const id = newId()
    slow = true

    let acknowledged = false
    const appended = store.append(id, 0, [opened()]).then(() => (acknowledged = true))
    await wait(50)
    expect(acknowledged).toBe(false)
    resolve()

    await appended
    expect((await store.load(id)).version).toBe(1)
  })

  test('is shared by appends that come together', async () => {
    let syncs = 0
    const sync = async (file: FileHandle) => {
      syncs += 1
      await file.datasync()
    }
    const dir = await folder()
    const store = await openStore(dir, { sync })
    syncs = 0

    const ids = Array.from({ length: 300 }, newId)
    await Promise.all(ids.map(async (id) => await store.append(id, 0, [opened()])))

    expect(syncs).toBeLessThanOrEqual(5)
    await store.close()
    expect(await verifyFolder(dir)).toMatchObject({ ok: true })
  })

  test('that fails ends the log: nothing more is written, whatever the disk says next', async () => {
    let fails = false
    const sync = async (file: FileHandle) => {
      if (fails) throw new Error('EIO: i/o error, fdatasync')
      await file.datasync()
    }
    const dir = await folder()
    const store = await openStore(dir, { sync })
    const id = newId()
    await store.append(id, 0, [opened()])

    fails = true
    await expect(store.append(id, 1, [halted()])).rejects.toThrow(DiskFailed)
    fails = false

    await expect(store.append(newId(), 0, [opened()])).rejects.toThrow(DiskFailed)
    expect((await store.load(id)).version).toBe(1)
    await store.close()
    expect((await (await openStore(dir)).load(id)).version).toBeGreaterThanOrEqual(1)
  })
})

describe('a journal of many files', () => {
  test('reads as one, also after a restart', async () => {
    const dir = await folder()
    const store = await openStore(dir, { segmentBytes: 2000 })
    const id = newId()
    await store.append(id, 0, [opened()])
    for (let version = 1; version < 30; version += 1) {
      await store.append(id, version, [halted(`c${version}`)])
    }
    await store.close()

    const again = await openStore(dir, { segmentBytes: 2000 })

    const files = [...(await everything(join(dir, 'journal'))).keys()]
    expect(files.length).toBeGreaterThan(5)
    expect((await again.load(id)).entries.at(-1)).toMatchObject({ code: 'c29' })
    await again.close()
    expect(await verifyFolder(dir)).toMatchObject({ ok: true })
  })

  test('of which one is missing is refused', async () => {
    const dir = await folder()
    const store = await openStore(dir, { segmentBytes: 500 })
    const id = newId()
    await store.append(id, 0, [opened()])
    for (let version = 1; version < 6; version += 1) await store.append(id, version, [halted()])
    await store.close()

    await rm(join(dir, 'journal/000002.jsonl'))

    await expect(openStore(dir)).rejects.toThrow(/000002\.jsonl: the file is missing/)
    const { faults } = await verifyFolder(dir)
    expect(faults[0]).toMatchObject({ text: '000002.jsonl: the file is missing' })
  })
})

/** A small disk, where we may make one. */
const small = mkdtempSync(join(tmpdir(), 'rightsdesk-small-'))
const run = (command: string, ...args: readonly string[]) =>
  execFileSync(command, args, { stdio: 'ignore' })
const mount = () => run('mount', '-t', 'tmpfs', '-o', 'size=1m,mode=0700', 'tmpfs', small)
const mayMount = (() => {
  try {
    mount()
    run('umount', small)
    return true
  } catch {
    process.stderr.write('NOT TRIED: a full disk. Mounting a tmpfs takes root.\n')
    return false
  } finally {
    rmSync(small, { recursive: true })
  }
})()

/** A data folder on a disk of 1 MB. */
async function smallDisk(): Promise<{
  dir: string
  fill: (leaving?: number) => Promise<() => Promise<void>>
}> {
  await mkdir(small)
  mount()
  onTestFinished(async () => {
    run('umount', '-l', small)
    await rm(small, { recursive: true })
  })
  const ballast = join(small, 'ballast')
  const fill = async (leaving = 0) => {
    await writeFile(ballast, Buffer.alloc(2 ** 20)).catch(() => undefined)
    const { size } = await stat(ballast)
    await truncate(ballast, size - leaving)
    return async () => await rm(ballast)
  }
  return { dir: join(small, 'data'), fill }
}

/** Appends until the disk is full; resolves to the version that was acknowledged. */
async function appendUntilFull(store: Store, id: string): Promise<number> {
  for (let version = 0; ; version += 1) {
    try {
      await store.append(id, version, [version === 0 ? opened() : halted()])
    } catch (error) {
      if (error instanceof DiskFull) return version
      throw error
    }
  }
}

describe.skipIf(!mayMount)('on a full disk', () => {
  test('an append says so and writes nothing; the next one works once there is space', async () => {
    const { dir, fill } = await smallDisk()
    const store = await openStore(dir)
    const id = newId()
    const free = await fill()

    const version = await appendUntilFull(store, id)
    expect((await store.load(id)).version).toBe(version)
    await expect(store.append(id, version, [halted()])).rejects.toThrow(DiskFull)
    await free()
    await store.append(id, version, [halted()])

    await store.close()
    expect((await (await openStore(dir)).load(id)).version).toBe(version + 1)
    expect(await verifyFolder(dir)).toMatchObject({ ok: true })
  })

  test('an outcome is written all the same, out of the reserve, which is taken again later', async () => {
    const { dir, fill } = await smallDisk()
    const store = await openStore(dir)
    const id = newId()
    const free = await fill()
    const version = await appendUntilFull(store, id)

    const outcome = { vault: new Map([['texts', 'what was answered']]), urgent: true }
    await store.append(id, version, [halted('outcome')], outcome)
    expect(await store.read(id, 'texts')).toBe('what was answered')
    expect([...(await everything(dir)).keys()]).not.toContain(join(dir, '.reserve'))

    await free()
    await store.append(id, version + 1, [halted()])
    expect((await everything(dir)).get(join(dir, '.reserve'))).toHaveLength(64 * 1024)
  })

  test('a vault part keeps its value, and nothing half-written lies beside it', async () => {
    const { dir, fill } = await smallDisk()
    const store = await openStore(dir)
    const id = newId()
    await store.append(id, 0, [opened()], { vault: new Map([['finds', 'before']]) })
    const free = await fill()

    const large = { vault: new Map([['finds', 'x'.repeat(500_000)]]) }
    await expect(store.append(id, 1, [halted()], large)).rejects.toThrow(DiskFull)
    const other = newId()
    await expect(store.append(other, 0, [opened()], large)).rejects.toThrow(DiskFull)

    expect(await store.read(id, 'finds')).toBe('before')
    const paths = [...(await everything(dir)).keys()]
    expect(paths.filter((path) => path.endsWith('.tmp') || path.includes(other))).toEqual([])
    await free()
    await expect(store.append(id, 0, [halted()])).rejects.toThrow(StoreConflict)
    expect(await store.append(id, 1, [halted()])).toBe(2)
    expect(await store.read(id, 'finds')).toBe('before')
  })

  test('a value whose entries find no space is never in force', async () => {
    const { dir, fill } = await smallDisk()
    const store = await openStore(dir)
    const id = newId()
    await store.append(id, 0, [opened()], { vault: new Map([['finds', 'before']]) })
    // Enough for the value, not for so many entries.
    const free = await fill(32 * 1024)
    const many = Array.from({ length: 200 }, () => halted())

    const value = { vault: new Map([['finds', 'after']]) }
    await expect(store.append(id, 1, many, value)).rejects.toThrow(DiskFull)
    const other = newId()
    await expect(store.append(other, 0, many, value)).rejects.toThrow(DiskFull)

    expect([...(await everything(dir)).keys()].filter((path) => path.includes(other))).toEqual([])
    await free()
    await store.append(id, 1, many)
    expect(await store.read(id, 'finds')).toBe('before')
    await store.close()
    expect(await (await openStore(dir)).read(id, 'finds')).toBe('before')
  })

  test('a folder is opened and closed all the same', async () => {
    const { dir, fill } = await smallDisk()
    const store = await openStore(dir)
    const id = newId()
    const free = await fill()
    const version = await appendUntilFull(store, id)
    await store.close()

    const again = await openStore(dir)
    expect((await again.load(id)).version).toBe(version)
    await again.close()

    await free()
    expect((await openStore(dir)).epoch).toBe(3)
    expect(await verifyFolder(dir)).toMatchObject({ ok: true })
  })
})
