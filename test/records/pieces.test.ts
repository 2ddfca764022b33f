import { assert, jsonValue, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breather, inBreaths } from '../../src/records/breather.ts'
import { canonical } from '../../src/records/canonical.ts'
import { checking, commitTo, committing, openCommit } from '../../src/records/commitment.ts'
import { canonicalPieces } from '../../src/records/pieces.ts'

const salt = 'ab'.repeat(32)
const ref = 'traces-1-1#all'
const joined = (value: unknown): string => [...canonicalPieces(value)].join('')

/** A conversation of many long mails, as a find holds it. */
const long = {
  bodies: Object.fromEntries(
    Array.from({ length: 200 }, (_, i) => [i + 950, 'é€😀\n'.repeat(900)]),
  ),
  passages: Array.from({ length: 500 }, (_, i) => ({ key: `${i}`, spans: [{ start: i, end: i }] })),
}

describe('the canonical form in pieces', () => {
  test('is the canonical form, whatever the value', () => {
    const any = oneof(jsonValue({ maxDepth: 4 }), string({ unit: 'binary' }))

    assert(property(any, (value) => joined(value) === canonical(value)))
  })

  test('is the canonical form of values that hold many, and of those that hold nothing', () => {
    const wide = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${40 - i}`, i]))
    const values = [long, wide, { a: {}, b: [], c: [[], {}] }, [], {}, '', null, 0, [null, [null]]]

    for (const value of values) expect(joined(value)).toBe(canonical(value))
  })

  test('leaves out what JSON leaves out', () => {
    const value = { a: undefined, b: { c: undefined, d: [] }, e: [undefined, {}] }

    expect(JSON.parse(joined(value))).toEqual(JSON.parse(JSON.stringify(value)))
    expect(joined(value)).toBe(canonical(value))
  })

  test('cuts a long value into many short pieces', () => {
    const lengths = [...canonicalPieces(long)].map((piece) => piece.length)

    expect(lengths.length).toBeGreaterThan(20)
    expect(Math.max(...lengths)).toBeLessThan(32_768)
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses what JSON cannot hold: %s',
    (value) => {
      expect(() => joined(value)).toThrow(/allowed/)
      expect(() => joined({ deep: [{ value: [value, {}] }] })).toThrow(/allowed/)
    },
  )

  test('refuses what is nothing at all', () => {
    expect(() => joined(undefined)).toThrow(TypeError)
  })
})

describe('a commitment to a long value', () => {
  test('is the same whether it is made in breaths or in one go', async () => {
    const kept = { salt, value: long }
    const commit = await inBreaths(committing(ref, kept))

    expect(commit).toEqual(commitTo(ref, kept))
    expect(openCommit(commit, { [ref]: kept })).toBe(long)
    expect(await inBreaths(checking(commit, { [ref]: kept }))).toBe(long)
  })

  test('does not open in breaths to another value either', async () => {
    const commit = commitTo(ref, { salt, value: long })
    const other = { ...long, passages: long.passages.slice(1) }

    await expect(inBreaths(checking(commit, { [ref]: { salt, value: other } }))).rejects.toThrow(
      ref,
    )
    await expect(inBreaths(checking(commit, {}))).rejects.toThrow(ref)
  })
})

test('long work lets what else waits happen before it is over', async () => {
  const seen: string[] = []
  function* work() {
    for (let since = performance.now(); performance.now() - since < 30; ) yield
    seen.push('work')
    return 'done'
  }
  setImmediate(() => seen.push('meanwhile'))

  expect(await inBreaths(work(), breather())).toBe('done')
  expect(seen).toEqual(['meanwhile', 'work'])
})
