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

test('a name of one short word, and one in a script without spaces, is masked', () => {
  expect(masked('Then Jo came. Jo, not Joanna.', other('Jo'))).toBe(
    `Then ${label} came. ${label}, not Joanna.`,
  )
  expect(masked('我和王伟先生一起来', other('王伟'))).toBe(`我和${label}先生一起来`)
})

test('a name that is broken by marks nobody sees is masked', () => {
  expect(masked('It was Du\u00adrand and Dur\u200band.', other('Paul Durand'))).toBe(
    `It was ${label} and ${label}.`,
  )
})

test('a namesake takes nothing of the person’s own away, in whatever order it is written', () => {
  const namesake = other('Camille Martin', 'camille@example.com', '+33639988777')
  const text = 'Martin Camille, Camille Martin, camille@example.com, +33639988777'
  expect(masked(text, namesake)).toBe(text)
})

test('who is named by a human’s leave keeps his address and number, too', () => {
  const text = 'Paul Durand, PAUL.D@example.org, 06 39 98 11 22'
  const paul = other('Paul Durand', 'paul.d@example.org', '+33639981122')
  expect(masked(text, paul, { lifted: [9] })).toBe(text)
})

test('a hostile text of one endless word is masked in no time', () => {
  const endless = 'a'.repeat(1_000_000)
  expect(masked(endless, other('Paul Durand'))).toBe(endless)
  const hyphens = `x@${'a-'.repeat(300_000)}`
  expect(masked(hyphens, other('Paul Durand'))).toBe(hyphens)
})

test('in California no bank account and no card is told, whatever follows its number', () => {
  const ccpa = { regime: 'ccpa' } as const
  const paul = other('Paul Durand')
  const said = masked('IBAN FR76 3000 6000 0112 3456 7890 189 BIC AGRIFRPP', paul, ccpa)
  expect(said).not.toContain('3000')
  expect(masked('Card 4111 1111 1111 1111 123', paul, ccpa)).not.toContain('4111')
})
