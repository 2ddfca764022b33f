import { describe, expect, test } from 'vitest'
import { nameFor, numberAfter } from '../../src/flows/names.ts'
import { newId } from '../records/support/entries.ts'

describe('the two words of a request', () => {
  const ids = Array.from({ length: 500 }, newId)

  test('are always the same for the same request', () => {
    expect(nameFor('01TEST00000000000000000042')).toBe(nameFor('01TEST00000000000000000042'))
  })

  test('have the form that the journal asks for', () => {
    for (const id of ids) expect(nameFor(id)).toMatch(/^[a-z]+ [a-z]+$/)
  })

  test('differ for nearly all of five hundred requests', () => {
    expect(new Set(ids.map(nameFor)).size).toBeGreaterThan(400)
  })
})

describe('the number of a request', () => {
  test.each<[string, readonly string[], number, string]>([
    ['the first ever', [], 2026, 'R-2026-0001'],
    ['the next', ['R-2026-0001', 'R-2026-0002'], 2026, 'R-2026-0003'],
    ['after the highest, gaps stay', ['R-2026-0041', 'R-2026-0002'], 2026, 'R-2026-0042'],
    ['the first of a new year', ['R-2026-0041'], 2027, 'R-2027-0001'],
    ['of this year beside others', ['R-2025-0900', 'R-2026-0007'], 2026, 'R-2026-0008'],
    ['beyond four digits', ['R-2026-9999'], 2026, 'R-2026-10000'],
    ['above ten thousand', ['R-2026-10000', 'R-2026-9999'], 2026, 'R-2026-10001'],
  ])('is %s', (_, numbers, year, next) => {
    expect(numberAfter(numbers, year)).toBe(next)
  })

  test('is found among a hundred thousand', () => {
    const numbers = Array.from({ length: 100_000 }, (_, i) => `R-2026-${i + 1}`)

    expect(numberAfter(numbers, 2026)).toBe('R-2026-100001')
  })
})
