import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

const root = fileURLToPath(new URL('..', import.meta.url))

type Said = { readonly code: number; readonly out: string; readonly err: string }

/** Runs one of our programs as a process of its own. */
const run = async (...args: readonly string[]): Promise<Said> =>
  await new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', ...args],
      { cwd: root, maxBuffer: 2 ** 26 },
      (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })

const verify = async (...args: readonly string[]): Promise<Said> =>
  await run('src/terminal/verify.ts', ...args)

const Event = z.looseObject({ event: z.string(), at: z.iso.datetime() })
const Done = Event.extend({ ok: z.boolean(), requests: z.record(z.string(), z.string()) })
const Steps = z.looseObject({ clicks: z.int() })
const Effort = z.looseObject({ lead: Steps, approver: Steps })
const Stage = z.looseObject({ text: z.string() })
const Verdict = z.looseObject({ ok: z.boolean(), entries: z.int(), faults: z.array(z.unknown()) })

let tour: Said = { code: -1, out: '', err: '' }
let data = ''
const events = () =>
  tour.out
    .trimEnd()
    .split('\n')
    .map((line) => Event.parse(JSON.parse(line)))

beforeAll(async () => {
  tour = await run('sandbox/tour/main.ts', '--json')
  const stage = Stage.safeParse(events().find(({ event }) => event === 'stage'))
  data = /takes place in ([^,]+),/.exec(stage.data?.text ?? '')?.[1] ?? ''
}, 150_000)

afterAll(async () => {
  if (data !== '') await rm(dirname(data), { recursive: true, force: true })
})

describe('the tour for scripts', () => {
  test('ends well and without a word of complaint', () => {
    expect({ code: tour.code, err: tour.err }).toEqual({ code: 0, err: '' })
  })

  test('says one thing a line, each with what happened and when, in order', () => {
    const times = events().map(({ at }) => at)

    expect(times.length).toBeGreaterThan(30)
    expect(times).toEqual(times.toSorted())
  })

  test('has its verdict in the last line: all is proven, every request is sealed', () => {
    const done = Done.parse(events().at(-1))

    expect(done).toMatchObject({ event: 'done', ok: true })
    expect(Object.values(done.requests)).toEqual(['sealed', 'sealed', 'sealed', 'sealed'])
    expect(Object.keys(done.requests).join(' ')).toMatch(/^(?:R-\d{4}-\d{4} ?){4}$/)
  })

  test('shows what goes wrong on the way, and each check as passed', () => {
    const kinds = new Set(events().map(({ event }) => event))
    const checks = events().filter(({ event }) => event === 'check')

    for (const kind of [
      'refused',
      'revoked',
      'drift',
      'killed',
      'proved',
      'sealed',
      'stopped',
      'cancelled',
    ]) {
      expect(kinds).toContain(kind)
    }
    expect(checks.length).toBeGreaterThanOrEqual(16)
    expect(checks.filter(({ ok }) => ok !== true)).toEqual([])
  })

  test('goes through Slack: who may not or is mistaken is told there, each in his own place', () => {
    const refusals = events().flatMap(({ event, text }) => (event === 'refused' ? [text] : []))

    for (const said of [
      /^\(to Inès Aubry\) .*not an e-mail address/,
      /^\(to Sofia Moretti\) Only active full members/,
      /^\(to Inès Aubry\) Still to decide: 14\. Press Decide/,
      /^\(to Tomas Lind\) This is not how many tickets/,
      /^\(to Tomas Lind\) .*The plan has changed since you opened it/,
      /^\(to Inès Aubry\) .*Somebody else must approve/,
      /^\(to whoever sends the same signed bytes again\) This came to me twice/,
      /^\(to Inès Aubry\) I cannot read everybody on this list, .*\s*Line 2: /,
      /^\(to Inès Aubry\) This user is an administrator, .*must hand ownership over first/,
    ]) {
      expect(refusals).toContainEqual(expect.stringMatching(said))
    }
    expect(refusals).toHaveLength(9)
  })

  test('counts what the way from the command to the approved plan asks of people', () => {
    const { lead, approver } = Effort.parse(events().find(({ event }) => event === 'effort'))

    expect(lead).toMatchObject({ commands: 1, windows: 3 })
    expect(approver).toMatchObject({ choices: 1, windows: 1 })
    expect(lead.clicks + approver.clicks).toBeLessThanOrEqual(11)
  })

  test('leaves the folder that it names', () => {
    expect(existsSync(join(data, 'journal', '000001.jsonl'))).toBe(true)
  })
})

describe('its evidence', () => {
  test('verifies without the desk', async () => {
    const { code, out } = await verify(data, '--json')

    expect(code).toBe(0)
    expect(Verdict.parse(JSON.parse(out))).toMatchObject({ ok: true, faults: [] })
  })

  test('does not once a single byte of it has changed, and the entry is named', async () => {
    const copy = `${data}-copy`
    await cp(data, copy, { recursive: true })
    const file = join(copy, 'journal', '000001.jsonl')
    const bytes = await readFile(file)
    const at = bytes.indexOf('"kind":"approved"') + '"kind":"'.length
    const line = bytes.subarray(0, at).toString().split('\n').length
    bytes[at] = (bytes[at] ?? 0) ^ 1
    await writeFile(file, bytes)

    const { code, out } = await verify(copy)

    expect(code).toBe(1)
    expect(out).toContain(`000001.jsonl line ${line}, entry `)
  })

  test('cannot be tried where there is none', async () => {
    expect((await verify(join(data, 'nowhere'))).code).toBe(2)
    expect((await verify()).code).toBe(2)
  })
})
