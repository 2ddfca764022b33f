import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filterFullExport, type Kept } from '../../../src/exports/full/index.ts'

const records = [
  { id: 123, role: 'end-user', name: 'Inès Aubry', email: 'ines@example.com' },
  { id: 1234, role: 'end-user', name: 'Tomas Lind', email: 'tomas@example.org' },
  { id: 7, requester_id: 123, subject: 'A [bracket], a "quote" \\ and }' },
  { id: 8, requester_id: 1234, comments: [{ author_id: 123, body: 'Bonjour' }] },
  { id: 9, requester_id: 1234, comments: [{ author_id: 1234, body: 'ask INES@example.com' }] },
  { id: 123, requester_id: 1234, subject: '123' },
]
const wanted = {
  userIds: new Set([123]),
  has: (text: string) => text.toLowerCase().includes('ines@example.com'),
}
const expected = [['term', 'user'], ['requester'], ['author'], ['term']]
const folder = mkdtempSync(join(tmpdir(), 'full-export-'))

function written(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

async function filtered(path: string, longest = 1_000_000) {
  const kept: Kept[] = []
  const faults: string[] = []
  const tally = await filterFullExport(path, wanted, {
    longest,
    keep: (one) => void kept.push(one),
    fault: ({ code, source }) => void faults.push(`${code} ${source.line}`),
  })
  return { kept, faults, tally }
}

const lines = records.map((record) => JSON.stringify(record))

describe('The account’s full export', () => {
  test.each([
    ['one object a line', lines.join('\n')],
    ['a mark of order, CRLF and blank lines', `\ufeff${lines.join('\r\n\r\n')}\r\n`],
    ['an array', JSON.stringify(records, null, 2)],
    ['an array in an object', JSON.stringify({ things: records, count: 6 })],
    ['two arrays in an object', `{"a":[${lines.slice(0, 2)}],"b":[${lines.slice(2)}]}`],
  ])('gives the same records of the person from %s', async (name, text) => {
    const { kept, faults } = await filtered(written(`${name}.json`, text))
    expect(kept.map(({ why }) => why)).toEqual(expected)
    expect(kept.map(({ record }) => record)).toEqual(
      [...records.slice(0, 3), ...records.slice(3, 5)].filter((r) => r.id !== 1234),
    )
    expect(faults).toEqual([])
  })

  test('names the line of what is broken, too long or cut off, and goes on', async () => {
    const broken = await filtered(
      written('broken', `${lines[1]}\n{"id":\n${'x'.repeat(500)}\n${lines[0]}`),
      400,
    )
    expect(broken.faults).toEqual(['broken 2', 'too-long 3'])
    expect(broken.kept.map(({ source }) => source.line)).toEqual([4])
    const cut = await filtered(written('cut', `[${lines[0]},`))
    expect(cut.kept).toHaveLength(1)
    expect(cut.faults).toEqual(['broken 2'])
  })

  test('is read from a ZIP, and one that is cut off says to download it again', async () => {
    const path = written('users.json', lines.join('\n'))
    const zip = join(folder, 'export.zip')
    execFileSync('python3', ['-m', 'zipfile', '-c', zip, path])
    const { kept } = await filtered(zip)
    expect(kept[0]?.source).toEqual({ member: 'users.json', line: 1 })
    const half = join(folder, 'half.zip')
    const whole = readFileSync(zip)
    writeFileSync(half, whole.subarray(0, whole.length / 2))
    await expect(filtered(half)).rejects.toThrow('download it again')
  })
})
