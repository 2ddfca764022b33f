import { appendFile, type FileHandle, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CannotOpen, DiskFailed } from '../../src/records/errors.ts'
import { readMeta } from '../../src/records/meta.ts'
import { recover } from '../../src/records/recover.ts'
import { publicKeyOf } from '../../src/records/signing-key.ts'
import { verifyFolder } from '../../src/records/verify.ts'
import { halted, newId, opened } from './support/entries.ts'
import { folder, openStore } from './support/folder.ts'

const segment = 'journal/000001.jsonl'

const noPower = async () => await Promise.reject(new Error('no power'))

/** A small log in a folder that was closed: five entries, two of them of one append. */
async function smallLog(): Promise<{ dir: string; id: string; bytes: Buffer }> {
  const dir = await folder()
  const store = await openStore(dir)
  const id = newId()
  await store.append(id, 0, [opened()], { vault: new Map([['terms', 'first']]) })
  await store.append(id, 1, [halted('one'), halted('two')])
  await store.append(id, 3, [halted('last')], { vault: new Map([['terms', 'second']]) })
  await store.close()
  return { dir, id, bytes: await readFile(join(dir, segment)) }
}

/** Reads a log as a start does, without opening it. */
async function reader(dir: string, trusted = 0): Promise<(bytes: Buffer) => Promise<number>> {
  const meta = await readMeta(dir)
  if (!meta) throw new Error('no meta.json')
  const key = await publicKeyOf(join(dir, 'keys'), meta.kid)
  return async (bytes) => {
    await writeFile(join(dir, segment), bytes)
    const rules = { log: meta.log, kid: meta.kid, key, trusted }
    const { tail, cut } = await recover(join(dir, 'journal'), rules, {
      checkpoint: undefined,
      anchor: undefined,
    })
    expect(tail.size + (cut?.length ?? 0)).toBe(bytes.length)
    return tail.link.seq
  }
}

describe('a log that a crash has cut short', () => {
  test('is recovered at every byte to exactly its complete appends', async () => {
    const { dir, bytes } = await smallLog()
    // Cutting changes no signature: leaving them out saves most of the time.
    const read = await reader(dir, Infinity)
    const ends = [...bytes.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1)
    // The second and the third entry of the request came in one append.
    const whole = [0, 1, 2, 2, 4, 5]

    for (let length = 0; length <= bytes.length; length += 1) {
      const lines = ends.filter((end) => end <= length).length

      expect(await read(bytes.subarray(0, length))).toBe(whole[lines])
    }
  })

  test.each([1, 100, 4096])('with %i noughts at its end is recovered', async (length) => {
    const { dir, bytes } = await smallLog()

    const read = await reader(dir)

    expect(await read(Buffer.concat([bytes, Buffer.alloc(length)]))).toBe(5)
  })

  test('opens, keeps what was cut, says so in the log, and goes on', async () => {
    const { dir, id } = await smallLog()
    const half = Buffer.from('{"body":{"v":1,"seq":6,')
    await appendFile(join(dir, segment), half)
    const notices: unknown[] = []

    const store = await openStore(dir, { notice: (...said) => void notices.push(said) })
    await store.append(id, 4, [halted()])
    await store.close()

    const { entries } = await (await openStore(dir)).load('desk')
    const [cut, ...more] = entries.filter((entry) => entry.kind === 'tail-cut')
    expect(cut).toMatchObject({ bytes: half.length })
    expect(more).toEqual([])
    expect(notices).toEqual([['tail-cut', { bytes: half.length, sha: cut?.sha }]])
    expect(await readFile(join(dir, `quarantine/${cut?.sha}.cut`))).toEqual(half)
    expect(await verifyFolder(dir)).toMatchObject({ ok: true })
  })

  test('that came between the vault and the log leaves the value that the journal knows', async () => {
    const { dir, id } = await smallLog()
    const opening = { sync: async (file: FileHandle) => await file.datasync() }
    const store = await openStore(dir, { sync: async (file) => await opening.sync(file) })
    opening.sync = noPower
    const { size } = await stat(join(dir, segment))
    await expect(
      store.append(id, 4, [halted()], { vault: new Map([['terms', 'third']]) }),
    ).rejects.toThrow(DiskFailed)
    await store.close()
    await truncate(join(dir, segment), size)

    const again = await openStore(dir)

    expect(await again.read(id, 'terms')).toBe('second')
    await again.append(id, 4, [halted()])
    expect(await again.read(id, 'terms')).toBe('second')
  })

  test('that lacks entries which a start had checked is refused', async () => {
    const { dir, bytes } = await smallLog()
    await truncate(join(dir, segment), bytes.length - 5)

    await expect(openStore(dir)).rejects.toThrow(/1 entry is missing at its end/)
  })
})

describe('a log in which one bit has flipped', () => {
  test('is refused, or loses its last line as if that were torn', async () => {
    const { dir, bytes } = await smallLog()
    const read = await reader(dir)
    const lastLine = bytes.lastIndexOf(10, -2) + 1
    let torn = 0

    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes)
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (at % 8)), at)
      const found = await read(flipped).catch((error: unknown) => error)

      if (found instanceof CannotOpen) continue
      torn += 1
      expect(at).toBeGreaterThanOrEqual(lastLine)
      expect(found).toBe(4)
    }

    // Only the newline at the very end: without it the last line is a torn one.
    expect(torn).toBe(1)
  })

  test('opens no store, and the refusal names the entry and what to do', async () => {
    const { dir, bytes } = await smallLog()
    const at = bytes.indexOf('amber')
    await writeFile(
      join(dir, segment),
      Buffer.concat([bytes.subarray(0, at), Buffer.from('b'), bytes.subarray(at + 1)]),
    )

    await expect(openStore(dir)).rejects.toThrow(
      /000001\.jsonl line 2 \(entry 2, opened\): it was changed.*npm run verify/,
    )
  })
})
