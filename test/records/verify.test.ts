import { execFile } from 'node:child_process'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Entry } from '../../src/records/entry.ts'
import { KeyRing } from '../../src/records/keys.ts'
import { readMeta } from '../../src/records/meta.ts'
import { openSigningKey, SigningKey } from '../../src/records/signing-key.ts'
import { verifyFolder } from '../../src/records/verify.ts'
import {
  agreed,
  approved,
  approver,
  entry,
  halted,
  intended,
  newId,
  opened,
  opener,
  planned,
  sealed,
  settled,
} from './support/entries.ts'
import { folder, openStore } from './support/folder.ts'
import { vaultKey } from './support/settings.ts'

type Folder = { readonly dir: string; readonly id: string; readonly lines: readonly string[] }

/** A closed folder with one request that went all the way. */
async function honest(): Promise<Folder> {
  const dir = await folder()
  const store = await openStore(dir)
  const id = newId()
  const approval = approved()
  const call = intended([approval.id], [1, 2])
  const way = [opened(), planned(), approval, agreed([approval.id]), call]
  for (const [version, each] of way.entries()) await store.append(id, version, [each])
  await store.append(id, way.length, [settled(call.call, [1, 2]), halted('stop')])
  await store.close()
  return { dir, id, lines: await linesIn(dir) }
}

const journal = (dir: string) => join(dir, 'journal/000001.jsonl')

const linesIn = async (dir: string) => (await readFile(journal(dir), 'utf8')).trim().split('\n')

const write = async (dir: string, lines: readonly string[]) =>
  await writeFile(journal(dir), lines.map((line) => `${line}\n`).join(''))

const sha256 = (data: string) => createHash('sha256').update(data).digest('hex')

type Stored = {
  body: { log: string; seq: number }
  prev: string
  hash: string
  kid: string
  sig: string
}

/** Chains lines anew from a place on, as somebody would who knows the format; signed if he has a key. */
function rewritten(lines: readonly string[], from: number, key?: SigningKey): string[] {
  const found = lines.map((line): Stored => JSON.parse(line))
  for (const [i, line] of found.entries()) {
    if (i < from) continue
    const { log } = line.body
    line.body.seq = i + 1
    line.prev = found[i - 1]?.hash ?? '0'.repeat(64)
    line.hash = sha256(`\0${log}${line.prev}${sha256(JSON.stringify(line.body))}`)
    if (!key) continue
    line.kid = key.kid
    line.sig = key.sign(`${log}:${i + 1}:${line.hash}`)
  }
  return found.map((line) => JSON.stringify(line))
}

const swap = (lines: readonly string[], i: number, from: string, to: string) => {
  const changed = lines.map((line, at) => (at === i ? line.replace(from, to) : line))
  expect(changed).not.toEqual(lines)
  return changed
}

const newKey = () => new SigningKey(generateKeyPairSync('ed25519').privateKey)

/** What a start and what `verify` make of a folder whose log was tampered with. */
async function judged({ dir }: Folder, lines: readonly string[]) {
  await write(dir, lines)
  const { ok, faults } = await verifyFolder(dir)
  const refused = await openStore(dir).then(
    () => undefined,
    (error: { code?: string }) => error.code,
  )
  return { ok, texts: faults.map(({ text }) => text).join('\n'), refused }
}

test('an honest folder verifies, with its head and its key', async () => {
  const { dir } = await honest()

  const verdict = await verifyFolder(dir)

  const meta = await readMeta(dir)
  expect(verdict).toMatchObject({ ok: true, entries: 8, faults: [], kid: meta?.kid })
  expect(verdict.head).toMatch(/^[0-9a-f]{64}$/)
})

describe('tampering is seen by a start and by verify', () => {
  const cases: Record<
    string,
    { tamper: (lines: readonly string[]) => readonly string[]; says: RegExp }
  > = {
    'an edited field': {
      tamper: (lines) => swap(lines, 1, 'amber heron', 'azure heron'),
      says: /line 2, entry 2 \(opened, R-2026-0042\): it was changed/,
    },
    'an edited field with its own hash': {
      tamper: (lines) => {
        const [changed] = rewritten(swap(lines, 1, 'amber heron', 'azure heron'), 1).slice(1, 2)
        return lines.map((line, i) => (i === 1 ? (changed ?? '') : line))
      },
      says: /line 3, entry 3 \(planned, R-2026-0042\): it does not follow/,
    },
    'a deleted entry': {
      tamper: (lines) => lines.toSpliced(3, 1),
      says: /1 entry is missing before it/,
    },
    'two entries in another order': {
      tamper: (lines) => lines.toSpliced(3, 2, lines[4] ?? '', lines[3] ?? ''),
      says: /repeated or reordered/,
    },
    'a repeated entry': {
      tamper: (lines) => lines.toSpliced(3, 0, lines[3] ?? ''),
      says: /entry 4 stands after entry 4: repeated or reordered/,
    },
    'a line that is no entry': {
      tamper: (lines) => lines.toSpliced(3, 1, 'nonsense'),
      says: /line 4: it is not an entry/,
    },
    'a field that no entry has': {
      tamper: (lines) => swap(lines, 1, '{"v":1', '{"extra":1,"v":1'),
      says: /it is not an entry/,
    },
    'a changed entry with the whole chain made anew, without a key': {
      tamper: (lines) => rewritten(swap(lines, 1, 'amber heron', 'azure heron'), 1),
      says: /its signature is wrong/,
    },
    'everything signed anew with an unknown key': {
      tamper: (lines) => rewritten(lines, 0, newKey()),
      says: /it is signed with an unknown key/,
    },
    'a signature of another entry': {
      tamper: (lines) => {
        const [a, b] = [lines[2] ?? '', lines[3] ?? '']
        return lines.toSpliced(2, 1, a.slice(0, -88) + b.slice(-88))
      },
      says: /its signature is wrong/,
    },
  }

  test.each(Object.entries(cases))('%s', async (_, { tamper, says }) => {
    const made = await honest()
    // Without it a start trusts nothing that it has checked before.
    await rm(join(made.dir, 'checkpoint.json'))

    const { ok, texts, refused } = await judged(made, tamper(made.lines))

    expect(ok).toBe(false)
    expect(texts).toMatch(says)
    expect(refused).toBe('log-broken')
  })

  test('the log of another desk', async () => {
    const [made, other] = [await honest(), await honest()]
    await rm(join(made.dir, 'checkpoint.json'))

    const { texts, refused } = await judged(made, other.lines)

    expect(texts).toMatch(/it belongs to another log/)
    expect(refused).toBe('log-broken')
  })

  test('a changed signature below the checkpoint: by verify; a start looks at its chain only', async () => {
    const made = await honest()
    const [a, b] = [made.lines[2] ?? '', made.lines[3] ?? '']

    const { texts, refused } = await judged(
      made,
      made.lines.toSpliced(2, 1, a.slice(0, -88) + b.slice(-88)),
    )

    expect(texts).toMatch(/its signature is wrong/)
    expect(refused).toBeUndefined()
  })

  test('a checkpoint that was made up does not make a start trust a forged log', async () => {
    const made = await honest()
    const forged = rewritten(swap(made.lines, 1, 'amber heron', 'azure heron'), 1)
    const { hash } = JSON.parse(forged.at(-1) ?? '')
    const checkpoint = { v: 1, entries: 8, hash, mac: '0'.repeat(64) }
    await writeFile(join(made.dir, 'checkpoint.json'), JSON.stringify(checkpoint))

    expect((await judged(made, forged)).refused).toBe('log-broken')
  })

  test('a public key that was replaced', async () => {
    const { dir } = await honest()
    const pem = newKey().public.export({ type: 'spki', format: 'pem' })
    const meta = await readMeta(dir)
    await writeFile(join(dir, 'keys', `${meta?.kid}.pub`), pem)

    const { ok, faults } = await verifyFolder(dir)

    expect(ok).toBe(false)
    expect(faults[0]?.text).toMatch(/is missing, or is another key/)
  })

  test('a folder made anew under a key of its own, once the true key id is given', async () => {
    const { dir } = await honest()

    expect((await verifyFolder(dir, { kid: '0123456789abcdef' })).ok).toBe(false)
  })

  test.each([0, 1, 4, 7])('a log cut to %i entries, by the checkpoint', async (entries) => {
    const made = await honest()

    const { texts, refused } = await judged(made, made.lines.slice(0, entries))

    expect(texts).toMatch(/entry 8 had been checked, and is not there as it was/)
    expect(refused).toBe('log-broken')
  })
})

// What the folder alone cannot show, to a start or to `verify`: these take the posts of the head in
// Slack. `anchors.test.ts` sees them seen.
describe('without anchors nobody sees', () => {
  test.each([0, 1, 4])('a log cut to %i entries together with its checkpoint', async (entries) => {
    const made = await honest()
    await rm(join(made.dir, 'checkpoint.json'))

    expect(await judged(made, made.lines.slice(0, entries))).toMatchObject({
      ok: true,
      refused: undefined,
    })
  })

  test('a folder that was put back to an old backup', async () => {
    const made = await honest()
    const backup = await mkdtemp(`${made.dir}-backup-`)
    await cp(made.dir, backup, { recursive: true })
    const store = await openStore(made.dir)
    await store.append(made.id, 7, [halted()])
    await store.close()
    await rm(made.dir, { recursive: true })
    await cp(backup, made.dir, { recursive: true })

    expect(await judged(made, made.lines)).toMatchObject({ ok: true, refused: undefined })
  })

  test.each<[string, (lines: readonly string[]) => readonly string[]]>([
    ['edit', (lines) => swap(lines, 1, 'amber heron', 'azure heron')],
    ['removal', (lines) => lines.slice(0, -1).map((line) => line.replace('"left":1,', ''))],
  ])('the %s of a holder of the signing key', async (_, tamper) => {
    const made = await honest()
    const meta = await readMeta(made.dir)
    const ring = new KeyRing(vaultKey)
    const stolen = await openSigningKey(join(made.dir, 'keys'), meta?.kid ?? '', ring)
    await rm(join(made.dir, 'checkpoint.json'))

    expect(await judged(made, rewritten(tamper(made.lines), 0, stolen))).toMatchObject({
      ok: true,
      refused: undefined,
    })
  })
})

const turned = (kind: 'paused' | 'resumed') => entry({ kind, by: approver, role: 'privacy' })
const card = (ts: string) =>
  entry({ kind: 'posted', by: 'bot', what: 'card', channel: 'C0REQUESTS', ts })
const outcome = (how: 'not-applied'): [number, 'not-applied'][] => [[1, how]]

describe('a rule that the desk did not keep is seen', () => {
  const yes = approved()
  const own = approved(opener)
  const twice = approved(approver)
  const other = approved(approver, 'e'.repeat(64))
  const call = intended([yes.id])
  const start = [opened(), planned()]
  const consent = [...start, yes, agreed([yes.id])]
  const revoke = entry({ kind: 'revoked', by: approver, approval: yes.id, code: 'changed' })
  const lapse = entry({
    kind: 'lapsed',
    by: 'bot',
    digest: yes.digest,
    policy: yes.policy,
    code: 'role',
  })
  const botYes = entry({ ...approved(), by: 'bot' })
  const late = entry({ kind: 'turned-away', by: opener, deed: 'approve', code: 'sealed' })

  const cases: [string, readonly Entry[], RegExp][] = [
    ['a pause of one request', [opened(), turned('paused')], /only the desk as a whole/],
    ['an effect without approval', [...consent, intended([])], /nobody approved/],
    ['an effect that was not agreed on', [...start, yes, call], /not agreed on/],
    [
      'an effect before its approval',
      [...start, call, yes],
      /was no approval of this request before/,
    ],
    ['an approval of another plan', [...start, other, intended([other.id])], /is on another plan/],
    ["the opener's own approval", [...start, own, agreed([own.id])], /is the opener's own/],
    ['an approval that was revoked', [...consent, revoke, call], /was revoked before it/],
    ['a quorum that has lapsed', [...consent, lapse, call], /not agreed on, or no longer/],
    [
      'a quorum of one that counts twice',
      [...consent, twice, agreed([yes.id, twice.id])],
      /by one member/,
    ],
    ['an approval by a bot', [...start, botYes], /a bot has approved/],
    ['an approval of no plan', [opened(), yes], /a plan that was not made before/],
    ['a revocation of nothing', [opened(), revoke], /which was no approval/],
    [
      'an operation that no plan has',
      [...consent, intended([yes.id], [3])],
      /that the plan has not/,
    ],
    [
      'a call sent again unsettled',
      [...consent, call, intended([yes.id])],
      /intended before and not settled/,
    ],
    [
      'a call sent again after it took effect',
      [...consent, call, settled(call.call), intended([yes.id])],
      /had taken effect/,
    ],
    ['an outcome without an intent', [...consent, settled(newId())], /was not intended before/],
    [
      'an outcome of what was not in the call',
      [...consent, call, settled(call.call, [2])],
      /was not open in its call/,
    ],
    [
      'an effect that happened twice',
      [...consent, call, settled(call.call), settled(call.call)],
      /took effect before it, too/,
    ],
    ['anything after the seal', [opened(), sealed(), halted()], /was sealed before it/],
    ['a second opening', [opened(), opened()], /was opened before/],
    ['an id used twice', [opened(), ...Array(2).fill(halted())], /was used before/],
  ]

  test.each(cases)('%s', async (_, entries, says) => {
    const dir = await folder()
    const store = await openStore(dir)
    await store.append(newId(), 0, entries)
    await store.close()

    const { ok, faults } = await verifyFolder(dir)

    expect(ok).toBe(false)
    expect(faults.map(({ text }) => text).join('\n')).toMatch(says)
    expect(faults[0]).toMatchObject({ file: '000001.jsonl', request: 'R-2026-0042' })
  })

  const look = { ...settled(newId()), how: 'look' as const, id: newId() }
  const honestWays: [string, readonly Entry[]][] = [
    [
      'a call read back as not applied and sent again',
      [
        ...consent,
        call,
        { ...settled(call.call), outcomes: [[1, 'not-applied']] },
        intended([yes.id]),
      ],
    ],
    ['what was gone before the call', [...consent, look]],
    ['a click that came after the seal', [opened(), sealed(), late]],
    ['a card that is posted anew after the seal', [opened(), card('1.1'), sealed(), card('2.2')]],
    ['an agreement that was renewed', [...consent, lapse, agreed([yes.id]), call]],
  ]

  test.each(honestWays)('and none where there is none: %s', async (_, entries) => {
    const dir = await folder()
    const store = await openStore(dir)
    await store.append(newId(), 0, entries)
    await store.close()

    expect(await verifyFolder(dir)).toMatchObject({ ok: true, faults: [] })
  })

  describe('of the pause of the whole desk', () => {
    const way = [...consent, call]
    const never = { ...settled(call.call), how: 'look' as const, outcomes: outcome('not-applied') }

    /** What verify says of a log in which the desk says `first`, a request goes its way, and the desk says `then`. */
    async function faultsOf(
      first: readonly Entry[],
      request: readonly Entry[],
      then: readonly Entry[] = [],
    ): Promise<string> {
      const dir = await folder()
      const store = await openStore(dir)
      const id = newId()
      await store.append(id, 0, way.slice(0, -1))
      await store.append('desk', 1, first)
      await store.append(id, way.length - 1, request)
      await store.append('desk', 1 + first.length, then)
      await store.close()
      return (await verifyFolder(dir)).faults.map(({ text }) => text).join('\n')
    }

    test('a call that had its effect in it', async () => {
      expect(await faultsOf([turned('paused')], [call, settled(call.call)])).toMatch(
        /settled, R-2026-0042\): it was sent while the desk was paused/,
      )
    })

    test('a job that was submitted in it', async () => {
      const job = { ref: 'call#all', mac: 'c'.repeat(64) }
      const submitted = entry({ kind: 'submitted', by: 'bot', call: call.call, job })

      expect(await faultsOf([turned('paused')], [call, submitted])).toMatch(/submitted.*was sent/)
    })

    test('a second one, or an end of none', async () => {
      const again = [turned('paused'), turned('paused')]

      expect(await faultsOf(again, [])).toMatch(/the desk was paused before it/)
      expect(await faultsOf([turned('resumed')], [])).toMatch(/the desk was resumed before it/)
    })

    test('and nothing where it was kept', async () => {
      expect(await faultsOf([turned('paused')], [call, never], [turned('resumed')])).toBe('')
      expect(
        await faultsOf([turned('paused'), turned('resumed')], [call, settled(call.call)]),
      ).toBe('')
    })
  })

  test('an approval of another request', async () => {
    const dir = await folder()
    const store = await openStore(dir)
    await store.append(newId(), 0, consent)
    await store.append(newId(), 0, [opened('R-2026-0043'), { ...planned() }, call])
    await store.close()

    const { faults } = await verifyFolder(dir)

    expect(faults.map(({ text }) => text).join('\n')).toMatch(
      /no approval of this request before it/,
    )
  })
})

const run = async (...args: string[]) => {
  const script = new URL('../../src/terminal/verify.ts', import.meta.url).pathname
  return await promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...args]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )
}

describe('npm run verify', () => {
  test('says one line and exits 0 when all is well', async () => {
    const { dir } = await honest()

    const { code, stdout } = await run(dir)

    expect(code).toBe(0)
    expect(stdout).toMatch(/^Verified: 8 entries, head [0-9a-f]{64}, signed by [0-9a-f]{16}\n$/)
  })

  test('says every fault and exits 1; with --json as one object', async () => {
    const { dir, lines } = await honest()
    await write(dir, lines.toSpliced(3, 1))

    const [{ code, stdout }, asJson] = await Promise.all([run(dir), run(dir, '--json')])

    expect(code).toBe(1)
    expect(stdout).toMatch(/000001\.jsonl line 4, entry 5 .*: 1 entry is missing before it\n/)
    expect(JSON.parse(asJson.stdout)).toMatchObject({ ok: false, entries: 8 })
    expect(asJson.code).toBe(1)
  })

  test('exits 2 with what to do when there is nothing to verify', async () => {
    const [none, wrong] = await Promise.all([run('/nowhere'), run()])

    expect(none).toMatchObject({ code: 2, stdout: '' })
    expect(none.stderr).toMatch(/not a data folder.*\n.*npm run -s verify/)
    expect(wrong).toMatchObject({ code: 2, stdout: '' })
  })
})
