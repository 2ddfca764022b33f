import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Against, verifyFolder } from '../../src/records/verify.ts'
import { halted, newId, opened, sealed } from './support/entries.ts'
import { folder, openStore } from './support/folder.ts'

const noSync = { sync: async () => {} }
const journal = (dir: string): string => join(dir, 'journal/000001.jsonl')

const faultsOf = async (dir: string, against: Against = {}): Promise<string> =>
  (await verifyFolder(dir, against)).faults.map(({ text }) => text).join('\n')

/** A closed folder with one sealed request. */
async function withSealed(): Promise<{ dir: string; id: string }> {
  const dir = await folder()
  const store = await openStore(dir)
  const id = newId()
  await store.append(id, 0, [opened(), sealed()])
  await store.close()
  return { dir, id }
}

test('what the desk has not written to its end yet is no fault while it is running', async () => {
  const { dir } = await withSealed()
  const text = await readFile(journal(dir), 'utf8')
  const { entries } = await verifyFolder(dir)

  await appendFile(journal(dir), text.slice(0, 300))
  expect(await verifyFolder(dir, { live: true })).toMatchObject({ ok: true, entries })
  expect(await faultsOf(dir)).toMatch(/it is cut short/)

  await writeFile(journal(dir), `${text.trim().split('\n').slice(0, -1).join('\n')}\n`)
  await rm(join(dir, 'checkpoint.json'))
  expect(await verifyFolder(dir, { live: true })).toMatchObject({ ok: true, entries: entries - 1 })
  expect(await faultsOf(dir)).toMatch(/its last append is incomplete/)
})

test('what is torn in the middle is a fault, also while the desk is running', async () => {
  const { dir } = await withSealed()
  const text = await readFile(journal(dir), 'utf8')
  await writeFile(journal(dir), text.slice(0, -1))
  await writeFile(join(dir, 'journal/000002.jsonl'), '')

  expect(await faultsOf(dir, { live: true })).toMatch(/000001\.jsonl line 3: it is cut short/)
})

test('a desk that writes all the time verifies all the time', async () => {
  const dir = await folder()
  const store = await openStore(dir, { ...noSync, segmentBytes: 20_000 })
  const id = newId()
  await store.append(id, 0, [opened()])
  const verdicts: boolean[] = []
  const writing = async (): Promise<void> => {
    for (let version = 1; version < 240; version += 3) {
      await store.append(id, version, [halted(), halted(), halted()])
      if (version % 30 !== 1) continue
      const vault = new Map([['terms', 1]])
      await store.append(newId(), 0, [opened(), sealed()], { vault })
    }
  }

  const written = writing().then(() => 'written' as const)
  while ((await Promise.race([written, turn()])) !== 'written') {
    verdicts.push((await verifyFolder(dir, { live: true })).ok)
  }

  expect(verdicts.length).toBeGreaterThan(2)
  expect(new Set(verdicts)).toEqual(new Set([true]))
})

test('what is being forgotten at this moment is waited for, and what stays is a fault', async () => {
  const { dir, id } = await withSealed()
  const key = join(dir, 'keys', id, 'all.key')
  await mkdir(join(dir, 'keys', id), { recursive: true })
  await writeFile(key, '{}')
  expect(await faultsOf(dir, { live: true })).toMatch(
    /was sealed by entry 3, and this is still there/,
  )

  const verdict = verifyFolder(dir, { live: true })
  await turn()
  await rm(key)

  expect(await verdict).toMatchObject({ ok: true })
})

test('a long look lets everything else happen meanwhile', async () => {
  const dir = await folder()
  const store = await openStore(dir, noSync)
  const id = newId()
  await store.append(id, 0, [opened(), ...Array.from({ length: 600 }, () => halted())])
  await store.close()
  let turns = 0

  const verified = verifyFolder(dir)
  while ((await Promise.race([verified, turn()])) === undefined) turns += 1

  expect(await verified).toMatchObject({ ok: true, entries: 602 })
  expect(turns).toBeGreaterThan(6)
})
