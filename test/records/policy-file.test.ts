import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { BadPolicy } from '../../src/records/policy.ts'
import { readPolicy } from '../../src/records/policy-file.ts'
import { goodPolicy } from '../support/office.ts'

async function policyIn(content: object): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'policy-'))
  onTestFinished(async () => await rm(dir, { recursive: true, force: true }))
  const path = join(dir, 'policy.json')
  await writeFile(path, JSON.stringify(content))
  return path
}

test('a policy that is changed twice within a moment is read as it is then', async () => {
  const path = await policyIn(goodPolicy)
  for (const stubDays of [1, 2, 3]) {
    await writeFile(path, JSON.stringify({ ...goodPolicy, stubDays }))
    expect((await readPolicy(path, Date.now)).stubDays).toBe(stubDays)
  }
})

test('a policy that was left alone for a while and is changed then is read anew', async () => {
  const path = await policyIn({ ...goodPolicy, stubDays: 1 })
  await new Promise((resolve) => setTimeout(resolve, 1_050))
  const before = await readPolicy(path, Date.now)
  expect(await readPolicy(path, Date.now)).toBe(before)
  // The same length, and a time of change that lies: what the file system says of the inode counts.
  await writeFile(path, JSON.stringify({ ...goodPolicy, stubDays: 2 }))
  await utimes(path, new Date(0), new Date(0))
  expect((await readPolicy(path, Date.now)).stubDays).toBe(2)
})

test('a policy that is gone or broken is refused, however good it was a moment ago', async () => {
  const path = await policyIn(goodPolicy)
  await readPolicy(path, Date.now)
  await writeFile(path, '{')
  await expect(readPolicy(path, Date.now)).rejects.toThrow(BadPolicy)
  await rm(path)
  await expect(readPolicy(path, Date.now)).rejects.toThrow(BadPolicy)
})
