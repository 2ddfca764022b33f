import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { readAnchors } from '../../src/records/anchor-export.ts'
import { noteAnchor, notedAnchors } from '../../src/records/anchor-file.ts'
import {
  type Anchor,
  anchorAt,
  anchorLine,
  anchorsIn,
  readAnchorLine,
} from '../../src/records/anchors.ts'
import type { FileStore } from '../../src/records/file-store.ts'
import { KeyRing } from '../../src/records/keys.ts'
import { readMeta } from '../../src/records/meta.ts'
import { openSigningKey } from '../../src/records/signing-key.ts'
import { verifyFolder } from '../../src/records/verify.ts'
import { halted, newId, opened } from './support/entries.ts'
import { folder, openStore } from './support/folder.ts'
import { vaultKey } from './support/settings.ts'

const posted = { channel: 'C0AUDIT', ts: '1763888400.000100' }

/** A folder with so many entries, closed, and the anchors that were posted on the way: one an entry. */
async function anchored(entries = 4): Promise<{ dir: string; anchors: Anchor[] }> {
  const dir = await folder()
  const store = await openStore(dir)
  const id = newId()
  const anchors: Anchor[] = []
  for (let i = 0; i < entries; i += 1) {
    await store.append(id, i, [i === 0 ? opened() : halted()])
    anchors.push(await store.anchor())
  }
  await store.close()
  return { dir, anchors }
}

const journal = (dir: string): string => join(dir, 'journal/000001.jsonl')
const linesIn = async (dir: string) => (await readFile(journal(dir), 'utf8')).trim().split('\n')

/** Cuts a log to so many entries, and forgets what else would show it. */
async function cut(dir: string, entries: number): Promise<void> {
  const lines = (await linesIn(dir)).slice(0, entries)
  await writeFile(journal(dir), lines.map((line) => `${line}\n`).join(''))
  await rm(join(dir, 'checkpoint.json'), { force: true })
}

const textsOf = async (dir: string, anchors: readonly Anchor[]): Promise<string> =>
  (await verifyFolder(dir, { anchors })).faults.map(({ text }) => text).join('\n')

const opening = async (dir: string): Promise<FileStore | { code?: string; message?: string }> =>
  await openStore(dir).catch((error: { code?: string; message?: string }) => error)

describe('an anchor', () => {
  test('names the head of the log, and is signed by the key of the log', async () => {
    const { dir, anchors } = await anchored()
    const meta = await readMeta(dir)
    const last = anchors.at(-1)

    expect(last).toMatchObject({ log: meta?.log, size: 5, kid: meta?.kid })
    expect(last?.head).toBe((await verifyFolder(dir)).head)
    expect(await verifyFolder(dir, { anchors })).toMatchObject({
      ok: true,
      anchors: { checked: 4, others: 0 },
    })
  })

  test('is read back from a message, whatever stands around it', async () => {
    const [anchor] = (await anchored(1)).anchors
    const line = anchorLine(anchor as Anchor)

    expect(line).toMatch(
      /^rightsdesk-anchor v1 [0-9A-Z]{26} 2 [0-9a-f]{64} [0-9a-f]{16} [\w-]{86}$/,
    )
    for (const text of [
      line,
      `\`${line}\``,
      `The log &lt;R&amp;D&gt; has 2 entries.\n\`\`\`${line}\`\`\`\n_amber heron_`,
      `>${line.replaceAll(' ', '\u00a0')}.`,
      line.replaceAll(' ', '\n'),
    ]) {
      expect(readAnchorLine(text)).toEqual(anchor)
      expect(anchorsIn(text).broken).toBe(0)
    }
    expect(anchorsIn(`${line} ${line}`).anchors).toHaveLength(2)
  })

  test('is not read into other words, and what was one is known as broken', async () => {
    const [anchor] = (await anchored(1)).anchors
    const line = anchorLine(anchor as Anchor)
    const others = [
      '',
      'Hello',
      'We post a rightsdesk-anchor v1 line',
      `x${line}`,
      'rightsdesk-anchor v2 abc',
    ]
    const broken = [
      line.slice(0, -1),
      `${line}x`,
      line.replace(' 2 ', ' two '),
      line.replace(' 2 ', ' 0 '),
    ]

    for (const text of others) expect([text, readAnchorLine(text)]).toEqual([text, undefined])
    for (const text of others.slice(0, 3)) expect(anchorsIn(text).broken).toBe(0)
    for (const text of broken) expect(anchorsIn(text)).toEqual({ anchors: [], broken: 1 })
  })
})

describe('with anchors verify sees', () => {
  test.each([1, 2, 4])('a log cut to %i entries together with its checkpoint', async (entries) => {
    const { dir, anchors } = await anchored()
    await cut(dir, entries)
    expect((await verifyFolder(dir)).ok).toBe(true)

    expect(await textsOf(dir, anchors)).toMatch(
      /entry 5 is missing: the log was cut, or an old copy/,
    )
  })

  test('a folder that was put back to an old backup', async () => {
    const { dir } = await anchored()
    const backup = await mkdtemp(`${dir}-backup-`)
    await cp(dir, backup, { recursive: true })
    const store = await openStore(dir)
    await store.append('desk', 2, [halted()])
    const anchor = await store.anchor()
    await store.close()
    expect((await verifyFolder(backup)).ok).toBe(true)

    expect(await textsOf(backup, [anchor])).toMatch(/entry 7 is missing/)
    expect(await textsOf(dir, [anchor])).toBe('')
  })

  test('what a holder of the signing key has written anew', async () => {
    const [honest, forged] = [await anchored(), await anchored()]
    const meta = await readMeta(honest.dir)
    const ring = new KeyRing(vaultKey)
    const stolen = await openSigningKey(join(honest.dir, 'keys'), meta?.kid ?? '', ring)
    const head = { seq: 5, hash: forged.anchors[3]?.head ?? '' }
    const anchor = anchorAt(meta?.log ?? '', head, stolen)

    expect(await textsOf(honest.dir, [anchor])).toBe(
      'anchors: anchor of 5 entries: entry 5 is another now: the log was written anew',
    )
  })

  test('an anchor that somebody made up or changed, with the message in which it stands', async () => {
    const { dir, anchors } = await anchored()
    const [first, second] = anchors as [Anchor, Anchor]
    const changed = { ...first, head: second.head, size: second.size, ...posted }

    expect(await textsOf(dir, [changed, second])).toBe(
      'anchors: anchor 1763888400.000100 in C0AUDIT: its signature is wrong: the desk never posted it so',
    )
  })

  test('a folder made anew under a key of its own', async () => {
    const [honest, other] = [await anchored(), await anchored()]
    const meta = await readMeta(honest.dir)
    const swapped = other.anchors.map((anchor) => ({ ...anchor, log: meta?.log ?? '' }))

    expect(await textsOf(honest.dir, swapped)).toMatch(
      /it is signed with [0-9a-f]{16}, and the log with/,
    )
  })

  test('anchors of another log, which say nothing of this one', async () => {
    const [one, other] = [await anchored(), await anchored(2)]

    expect(
      await verifyFolder(one.dir, { anchors: [...one.anchors, ...other.anchors] }),
    ).toMatchObject({
      ok: true,
      anchors: { checked: 4, others: 2 },
    })
  })
})

describe('a start', () => {
  test('refuses a log that is behind the newest anchor that was posted, and says what to do', async () => {
    const { dir, anchors } = await anchored()
    for (const anchor of anchors) await noteAnchor(dir, { ...anchor, ...posted })
    await cut(dir, 4)

    const refused = await opening(dir)

    expect(refused).toMatchObject({ name: 'CannotOpen', code: 'behind-anchor' })
    expect((refused as Error).message).toMatch(
      /by message 1763888400\.000100 in channel C0AUDIT it had 5 entries, and it has only 4\. .*Restore the newest backup of the whole folder/,
    )
    expect((await linesIn(dir)).length).toBe(4)
    expect(await textsOf(dir, [])).toMatch(/anchors\.jsonl: anchor .* entry 5 is missing/)
  })

  test('refuses a log in which the anchored entry is another, although all of it is signed', async () => {
    const [one, other] = [await anchored(), await anchored()]
    const meta = await readMeta(one.dir)
    const key = await openSigningKey(join(one.dir, 'keys'), meta?.kid ?? '', new KeyRing(vaultKey))
    const head = { seq: 3, hash: other.anchors[1]?.head ?? '' }
    await noteAnchor(one.dir, { ...anchorAt(meta?.log ?? '', head, key), ...posted })

    expect(await opening(one.dir)).toMatchObject({ code: 'behind-anchor' })
  })

  test('goes on from its newest anchor, and from later entries', async () => {
    const { dir, anchors } = await anchored()
    for (const anchor of anchors) await noteAnchor(dir, { ...anchor, ...posted })

    const store = await openStore(dir)
    await store.append('desk', 2, [halted()])
    await noteAnchor(dir, { ...(await store.anchor()), ...posted })
    await store.close()

    expect(await openStore(dir)).toMatchObject({ epoch: 3 })
    expect(await notedAnchors(dir)).toHaveLength(5)
  })

  test('is not kept from its own log by lines that are torn, another log’s or made up', async () => {
    const [{ dir, anchors }, other] = [await anchored(), await anchored(9)]
    const [first] = anchors as [Anchor]
    await noteAnchor(dir, { ...first, ...posted })
    for (const one of other.anchors) await noteAnchor(dir, { ...one, ...posted })
    await noteAnchor(dir, { ...first, size: 99, ...posted })
    const file = join(dir, 'anchors.jsonl')
    await writeFile(file, `${await readFile(file, 'utf8')}\n{"log":"01`)

    await noteAnchor(dir, { ...(anchors[1] as Anchor), ...posted })

    expect(await opening(dir)).toMatchObject({ epoch: 2 })
    expect((await notedAnchors(dir)).at(-1)).toEqual({ ...anchors[1], ...posted })
  })

  test('finds every anchor that was noted at once', async () => {
    const { dir, anchors } = await anchored()

    await Promise.all(
      anchors.map(async (anchor) => await noteAnchor(dir, { ...anchor, ...posted })),
    )

    expect((await notedAnchors(dir)).map(({ size }) => size).toSorted((a, b) => a - b)).toEqual([
      2, 3, 4, 5,
    ])
  })
})

/** An export of its own for a test. */
const exported = async (name: string, content: unknown): Promise<string> => {
  const path = join(`${await folder()}-export`, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

/** Messages as an export of the channel has them, between others. */
const messagesOf = (anchors: readonly Anchor[]): unknown[] => [
  {
    type: 'message',
    subtype: 'channel_join',
    user: 'U0OFFICER',
    ts: '1763888000.000100',
    text: '<@U0OFFICER> has joined',
  },
  ...anchors.map((anchor, i) => ({
    type: 'message',
    bot_id: 'B0DESK',
    ts: `1763888400.00010${i}`,
    text: `The log has ${anchor.size} entries.\n\`${anchorLine(anchor)}\``,
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: `\`${anchorLine(anchor)}\`` } }],
  })),
  {
    type: 'message',
    ts: '1763888999.000100',
    text: 'What is a rightsdesk-anchor v1?',
    thread_ts: '1.1',
  },
]

describe('an export of the audit channel', () => {
  test.each([
    ['an array of messages', (all: readonly Anchor[]) => messagesOf(all)],
    [
      'an object with messages',
      (all: readonly Anchor[]) => ({ ok: true, messages: messagesOf(all) }),
    ],
    [
      'a text with one a line',
      (all: readonly Anchor[]) => ['# posts', ...all.map(anchorLine)].join('\r\n'),
    ],
  ])('is read as %s', async (_, content) => {
    const { anchors } = await anchored()

    const read = await readAnchors(await exported('audit.json', content(anchors)))

    expect(read.faults).toEqual([])
    expect(read.anchors.map(({ sig }) => sig)).toEqual(anchors.map(({ sig }) => sig))
  })

  test('is read as a folder with a file a day, other files left alone', async () => {
    const { anchors } = await anchored()
    const day = await exported('audit/2026-11-23.json', messagesOf(anchors.slice(0, 2)))
    const dir = join(day, '../..')
    await writeFile(
      join(dir, 'audit/2026-11-24.json'),
      JSON.stringify(messagesOf(anchors.slice(2))),
    )
    await writeFile(join(dir, 'users.json'), JSON.stringify([{ id: 'U0OFFICER', name: 'ines' }]))
    await writeFile(join(dir, 'canvas.html'), '<p>')

    const { anchors: read } = await readAnchors(dir)

    expect(read.map(({ size }) => size)).toEqual([2, 3, 4, 5])
    expect(read[0]?.ts).toBe('1763888400.000100')
    await writeFile(join(dir, 'audit/2026-11-25.json'), '[{')
    await expect(readAnchors(dir)).rejects.toThrow(/2026-11-25\.json is not JSON/)
  })

  test('in which a post was shortened names the message', async () => {
    const [anchor] = (await anchored(1)).anchors as [Anchor]
    const text = anchorLine(anchor).slice(0, -3)

    const { faults } = await readAnchors(await exported('a.json', [{ ts: '1.000200', text }]))

    expect(faults).toEqual([
      {
        file: 'a.json',
        text: 'a.json: anchor 1.000200: it cannot be read: somebody has changed it',
      },
    ])
  })
})

const script = new URL('../../src/terminal/verify.ts', import.meta.url).pathname
const run = async (...args: string[]) =>
  await promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...args]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )

describe('npm run verify --anchors', () => {
  test('says how many anchors it held the log against, and names those that do not hold', async () => {
    const [{ dir, anchors }, other] = [await anchored(), await anchored(1)]
    const file = join(dir, '../export.json')
    await writeFile(file, JSON.stringify(messagesOf([...anchors, ...other.anchors])))

    const [good, asJson] = await Promise.all([
      run(dir, '--anchors', file),
      run(dir, '--anchors', file, '--json'),
    ])
    await cut(dir, 4)
    const bad = await run(dir, '--anchors', file)

    expect(good).toMatchObject({ code: 0, stderr: '' })
    expect(good.stdout).toMatch(
      /^Verified: 5 entries, .*\nHeld against 4 anchors of this log\nPassed over: 1 anchor of other logs\n$/,
    )
    expect(JSON.parse(asJson.stdout)).toMatchObject({
      ok: true,
      anchors: { checked: 4, others: 1 },
    })
    expect(bad.code).toBe(1)
    expect(bad.stdout).toMatch(/^anchors: anchor 1763888400\.000103: entry 5 is missing.*\n1 fault/)
  })

  test('exits 2 with what to do when there is nothing to hold the log against', async () => {
    const [{ dir }, other] = [await anchored(1), await anchored(1)]
    const file = join(dir, '../export.txt')
    await writeFile(file, other.anchors.map(anchorLine).join('\n'))

    const [none, missing] = await Promise.all([
      run(dir, '--anchors', file),
      run(dir, '--anchors', '/nowhere.json'),
    ])

    expect(none).toMatchObject({ code: 2, stdout: '' })
    expect(none.stderr).toMatch(
      /no anchor of this log .* but 1 anchor of other logs.*Export the audit channel/,
    )
    expect(missing).toMatchObject({ code: 2, stdout: '' })
    expect(missing.stderr).toMatch(/The export cannot be read/)
  })
})
