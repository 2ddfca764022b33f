import { expect, test } from 'vitest'
import { type MaskOptions, maskFor } from '../../src/exports/bundle/mask.ts'
import type { Party } from '../../src/records/collected.ts'
import { wordsFor } from '../../src/words/index.ts'

const words = wordsFor('en').bundle
const options = (wish: Partial<MaskOptions['order']> = {}, own: string[] = []): MaskOptions => ({
  order: { regime: 'gdpr', lifted: [], country: 'FR', ...wish },
  words,
  own: ['Camille Martin', 'camille@example.com', '+33639988777', ...own],
})

const other = (name: string, ...identifiers: string[]): Party => ({
  id: 9,
  name,
  identifiers,
  is: 'other',
})

const masked = (text: string, party: Party, wish: Partial<MaskOptions['order']> = {}): string =>
  maskFor([party], options(wish)).text(text)

const label = words.somebodyElse(1)

test('somebody with a hyphen in his address or number is masked like anybody else', () => {
  const party = other('Jean-Luc Morel', 'jean-luc@example.org', '+33 6-39-98-11-22')
  expect(masked('Ask JEAN-LUC@example.org or +33 6-39-98-11-22.', party)).toBe(
    `Ask ${label} or ${label}.`,
  )
})
