import { expect, test } from 'vitest'
import { searchesFor, searchesForWriters } from '../../src/flows/find/searches.ts'
import { isOtherName } from '../../src/flows/find/sender.ts'
import { sideBySide } from '../../src/flows/find/side-by-side.ts'
import { termsOf } from '../../src/flows/find/terms.ts'
import type { Candidate, TermRecord } from '../../src/records/finds.ts'
import { policyWith } from '../stories/support/rules.ts'

const phone: TermRecord = { kind: 'phone', value: '+33639981234', strength: 'strong' }
const email = (n: number): TermRecord => ({
  kind: 'email',
  value: `person${n}@example.com`,
  strength: 'strong',
})
const words = (query: string): number => query.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

test('the first form of a term is searched for freely, its others together, by each keyword once', () => {
  const searches = searchesFor([phone], 'FR').map(({ query }) => query)
  const [free, ...together] = searches

  expect(free).toBe('"06 39 98 12 34"')
  expect(together.every((query) => /^(description|subject|fieldvalue):/.test(query))).toBe(true)
  expect(searches.join(' ')).toContain('description:"+33 6 39 98 12 34" description:')
})

test('no search mixes keywords, which would mean AND, nor holds more than Zendesk takes', () => {
  const terms = Array.from({ length: 500 }, (_, n) => email(n))
  const searches = searchesFor(terms, 'FR')

  for (const { query } of searches) {
    const keys = query.match(/\b(?:description|subject|fieldvalue):/g) ?? []
    expect(new Set(keys).size).toBe(1)
    expect(keys.length).toBeLessThanOrEqual(20)
    expect(words(query) - keys.length).toBeLessThanOrEqual(64)
  }
  expect(searches.length).toBeLessThan(terms.length / 3)
  const asked = searches.map(({ query }) => query).join(' ')
  expect(terms.filter(({ value }) => !asked.includes(`description:"${value}"`))).toEqual([])
})

test('twenty writers are asked for in one search', () => {
  const users = Array.from({ length: 21 }, (_, n) => 360_000_000_000 + n)
  expect(searchesForWriters(users).map(({ query }) => query.split(' ').length)).toEqual([20, 1])
})

test('work that is done side by side comes in its order, and never more of it at once than allowed', async () => {
  let running = 0
  let most = 0
  const work = async (n: number): Promise<number> => {
    running += 1
    most = Math.max(most, running)
    for (let turns = 0; turns < 10 - n; turns += 1) await Promise.resolve()
    running -= 1
    return n
  }
  const come: number[] = []
  for await (const n of sideBySide([1, 2, 3, 4, 5, 6, 7, 8], work, 3)) come.push(n)

  expect(come).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(most).toBe(3)
})

async function failsFromTwo(n: number): Promise<number> {
  await Promise.resolve()
  if (n >= 2) throw new Error(`no ${n}`)
  return n
}

test('what fails beside the work that is waited for is thrown in its turn, and nothing is left alone', async () => {
  const come: number[] = []
  const all = async (): Promise<void> => {
    for await (const n of sideBySide([1, 2, 3, 4], failsFromTwo, 4)) come.push(n)
  }

  await expect(all()).rejects.toThrow('no 2')
  expect(come).toEqual([1])
})

test.each([
  ['Paul Vernet', ['Refuge des Bouquetins'], true],
  ['Camille Roux', ['Camille Lefèvre'], false],
  ['LEFEVRE C.', ['Camille Lefèvre'], false],
  ['camille.lefevre@example.com', ['Inès Aubry'], false],
  ['Shop', ['Inès Aubry'], false],
  ['', ['Inès Aubry'], false],
])('“%s” is clearly another sender than %s: %s', (name, known, expected) => {
  expect(isOtherName(name, known)).toBe(expected)
})

const ines: Candidate = {
  id: 1,
  name: 'Inès Aubry',
  email: 'ines.aubry@example.com',
  phone: '+33 6 39 98 11 22',
  alias: null,
  externalId: 'C-20417',
  role: 'end-user',
  active: true,
  suspended: false,
  locale: null,
  organizationId: null,
  identities: [],
  via: 'email',
  exact: true,
  evidence: [],
}
const strengths = (personalData: unknown): string[] =>
  termsOf([ines], 'FR', policyWith({ personalData }).personalData).map(
    ({ kind, strength }) => `${kind} ${strength}`,
  )

test('the policy says what counts as personal data, and what is decided by class', () => {
  expect(strengths({})).toEqual(['email strong', 'phone strong', 'external-id strong', 'name weak'])
  expect(strengths({ strong: ['email', 'name'], weak: ['phone'] })).toEqual([
    'email strong',
    'phone weak',
    'name strong',
  ])
})
