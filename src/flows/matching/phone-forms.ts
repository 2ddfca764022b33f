import { isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js'
import type { MatchOptions } from './types.ts'

/**
 * A phone number in digits. `full`: every way to write the whole number. `bare`: without country
 * code and trunk prefix (612345678), only believed where no other digits stand beside it.
 */
export type PhoneDigits = { readonly full: string[]; readonly bare: string[] }

/** Below this, digits are no phone number but a date or a price. */
const LEAST = 4

/** A national number shorter than this is not believed without its prefix. */
const LEAST_BARE = 7

/** Reads a phone number however it is written; without a country code, as one of `country`. */
export function parsePhone(value: string, { country }: MatchOptions): PhoneNumber | undefined {
  const code = country.toUpperCase()
  const read = parsePhoneNumberFromString(value, isSupportedCountry(code) ? code : {})
  if (read === undefined || !read.isPossible()) return undefined
  // Read again without its extension, which isn't part of the written forms.
  return parsePhoneNumberFromString(read.number)
}

/** The forms in digits of a phone number, from libphonenumber's metadata (+33 (0)6, 0033, 011). */
export function phoneDigits(value: string, options: MatchOptions): PhoneDigits {
  const asWritten = digitsOf(value)
  const number = parsePhone(value, options)
  if (number === undefined) return { full: unique([asWritten]), bare: [] }
  const subscriber = number.nationalNumber
  const domestic = digitsOf(number.formatNational())
  const code = number.countryCallingCode
  const trunk = domestic.endsWith(subscriber) ? domestic.slice(0, -subscriber.length) : ''
  const zero = subscriber.startsWith('0') ? '' : '0'
  const abroad = [code + subscriber, `${code}${trunk}${subscriber}`, `${code}${zero}${subscriber}`]
  const full = unique([
    domestic,
    zero + subscriber,
    ...abroad.flatMap((digits) => [digits, `00${digits}`, `011${digits}`]),
    ...(asWritten === subscriber || number.ext !== undefined ? [] : [digitsWithin(value)]),
  ])
  const bare = subscriber.length >= LEAST_BARE && !full.includes(subscriber) ? [subscriber] : []
  return { full, bare }
}

/**
 * The usual written forms of a phone number, for a search that compares words: what no search brings
 * is never scanned. A blank stands for all that parts words anyway, such as a slash; dots and
 * hyphens keep digits together in most word breakers, so those are asked for as written.
 */
export function writtenPhones(value: string, options: MatchOptions): string[] {
  const number = parsePhone(value, options)
  if (number === undefined) return [value.trim(), digitsOf(value)]
  const domestic = number.formatNational()
  const abroad = number.formatInternational()
  const code = number.countryCallingCode
  const [, ...groups] = abroad.match(/\d+/g) ?? []
  const trunk = digitsOf(domestic).slice(0, -number.nationalNumber.length)
  return [
    domestic,
    ...separated(domestic.match(/\d+/g) ?? []),
    abroad,
    ...['+', '00'].flatMap((prefix) => separated([`${prefix}${code}`, ...groups])),
    ...(trunk === '' ? [] : [`+${code} (${trunk})${groups.join(' ')}`]),
  ]
}

const separated = (groups: readonly string[]): string[] =>
  [' ', '.', '-', ''].map((separator) => groups.join(separator))

/** The digits of the number itself, without what follows from `ext.` or `x` on. */
function digitsWithin(value: string): string {
  return digitsOf(value.replace(/[a-z#;].*$/isu, ''))
}

function digitsOf(value: string): string {
  return value.normalize('NFKC').replace(/\D/g, '')
}

function unique(forms: readonly string[]): string[] {
  return [...new Set(forms)].filter((form) => form.length >= LEAST)
}
