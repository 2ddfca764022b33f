import { describe, expect, test } from 'vitest'
import { oneMonthAfter } from '../../src/records/due.ts'

describe('one month after receipt', () => {
  test.each([
    ['the same day of the next month', '2026-03-15', '2026-04-15'],
    ['the first for the first', '2026-06-01', '2026-07-01'],
    ['the last day where there is no such day', '2026-03-31', '2026-04-30'],
    ['the thirtieth stays the thirtieth', '2026-04-30', '2026-05-30'],
    ['31 January ends with February', '2026-01-31', '2026-02-28'],
    ['30 January, too', '2026-01-30', '2026-02-28'],
    ['29 January, too', '2026-01-29', '2026-02-28'],
    ['28 January is met by itself', '2026-01-28', '2026-02-28'],
    ['31 January of a leap year', '2028-01-31', '2028-02-29'],
    ['30 January of a leap year', '2028-01-30', '2028-02-29'],
    ['29 January of a leap year', '2028-01-29', '2028-02-29'],
    ['29 February', '2028-02-29', '2028-03-29'],
    ['a century that leaps not', '2100-01-31', '2100-02-28'],
    ['a century that leaps', '2000-01-31', '2000-02-29'],
    ['over the turn of the year', '2026-12-31', '2027-01-31'],
    ['from July to August, both long', '2026-07-31', '2026-08-31'],
    ['from August to September', '2026-08-31', '2026-09-30'],
  ])('is %s', (_, received, due) => {
    expect(oneMonthAfter(`${received}T09:30:15.250Z`)).toBe(`${due}T09:30:15.250Z`)
  })

  test('is never less than 28 days and never more than 31, for every day of four years', () => {
    const day = 86_400_000
    const first = Date.UTC(2027, 0, 1)
    for (let i = 0; i < 4 * 365 + 1; i += 1) {
      const received = new Date(first + i * day).toISOString()
      const days = (Date.parse(oneMonthAfter(received)) - Date.parse(received)) / day
      expect(days).toBeGreaterThanOrEqual(28)
      expect(days).toBeLessThanOrEqual(31)
    }
  })
})
