import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { policy as localPolicy } from '../../sandbox/local/policy.ts'
import { parsePolicy } from '../../src/records/policy.ts'
import { goodPolicy } from '../support/office.ts'

const script = fileURLToPath(new URL('../../src/terminal/policy.ts', import.meta.url))

type Said = { readonly code: number; readonly out: string; readonly err: string }

/** Runs the command as an operator does. */
const policy = async (...args: readonly string[]): Promise<Said> =>
  await new Promise((resolve) => {
    const child = execFile(process.execPath, ['--import', 'tsx', script, ...args], (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })

let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'policy-'))
})
afterAll(async () => await rm(dir, { recursive: true, force: true }))

/** A policy file of this test alone. */
async function fileOf(policyFile: unknown): Promise<string> {
  const path = join(dir, `${randomUUID()}.json`)
  await writeFile(path, JSON.stringify(policyFile))
  return path
}

describe.concurrent('the policy command', () => {
  test('says that a good file can be used, and its digest', async () => {
    const { code, out } = await policy(await fileOf(goodPolicy))

    expect(code).toBe(0)
    expect(out).toContain(parsePolicy(JSON.stringify(goodPolicy)).digest)
  })

  test('names every fault of a bad one, and ends with 1', async () => {
    const bad = { ...goodPolicy, country: 'France', pause: 1 }

    const { code, out, err } = await policy(await fileOf(bad))

    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toMatch(/^The policy cannot be used:\n- country: .*\n- file: .*"pause"\n$/)
  })

  test('refuses one under which some request could never be approved, as the desk does', async () => {
    const quorum = goodPolicy.quorum.filter(({ severity }) => severity !== 'staff')
    const alone = { ...goodPolicy.roles, privacy: { members: ['U0LEAD'] } }

    const ruleless = await policy(await fileOf({ ...goodPolicy, quorum }))
    const lonely = await policy(await fileOf({ ...goodPolicy, roles: alone }))

    expect([ruleless.code, lonely.code]).toEqual([1, 1])
    expect(ruleless.out).toContain('quorum: no rule for erasure plans that are staff')
    expect(lonely.out).toMatch(/needs 1 of privacy.* only 0 can approve/)
  })

  test('says of a file that is not there that it cannot be read', async () => {
    const { code, out } = await policy(join(tmpdir(), 'nowhere', 'policy.json'))

    expect(code).toBe(1)
    expect(out).toMatch(/cannot be read/)
  })

  test.each([[[]], [['a', 'b']], [['--schema', 'b']], [['--sceme']]])(
    'shows its usage for the arguments %j, and ends with 2',
    async (args) => {
      const { code, out, err } = await policy(...args)

      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(/^Write: npm run -s policy -- /)
    },
  )

  test('prints a schema by which other tools judge a file as we do', async () => {
    const { code, out } = await policy('--schema')
    const judge = new Ajv2020({ strict: false }).compile(JSON.parse(out) as object)

    expect(code).toBe(0)
    expect(judge(goodPolicy)).toBe(true)
    expect(judge(localPolicy)).toBe(true)
    expect(judge({ ...goodPolicy, pause: 1 })).toBe(false)
    expect(judge({ ...goodPolicy, country: 'France' })).toBe(false)
  })
})
