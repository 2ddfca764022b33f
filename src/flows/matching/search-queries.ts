import { spellOut, turnedNames } from './name-forms.ts'
import { writtenPhones } from './phone-forms.ts'
import type { MatchOptions, Term } from './types.ts'

/**
 * Values for Zendesk's search, which compares whole words and beginnings of words (facts 5): phones
 * in their national and international forms, names with and without accents and with each word
 * first. Whatever holds more than letters and digits is quoted. Without repetition; the caller joins
 * several into one query. The search is only a first net: the scan of the texts is the proof.
 */
export function searchQueries(terms: readonly Term[], options: MatchOptions): string[] {
  const values = terms.flatMap((term) => valuesOf(term, options)).map(quoted)
  return [...new Set(values)].filter((value) => value !== '' && value !== '""')
}

function valuesOf({ kind, value }: Term, options: MatchOptions): string[] {
  if (kind === 'phone') return writtenPhones(value, options)
  if (kind === 'handle') return [value.trim().replace(/^@/, '')]
  if (kind !== 'name') return [value]
  return turnedNames(value).flatMap((name) => [name, spellOut(name), withoutAccents(name)])
}

function withoutAccents(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
}

/** A quotation mark inside would end the phrase; the search ignores it anyway. */
function quoted(value: string): string {
  const plain = value.replace(/["\\\s]+/g, ' ').trim()
  return /^[\p{L}\p{M}\p{N}]+$/u.test(plain) ? plain : `"${plain}"`
}
