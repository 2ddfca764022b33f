import { nameForms } from './name-forms.ts'
import { phoneDigits } from './phone-forms.ts'
import { foldedString } from './stream.ts'
import type { MatchOptions, Term } from './types.ts'
import { asWords } from './views.ts'

/**
 * One folded form of one term. `bare`: a phone without its prefix. `tail`: what must follow after
 * the label of a sub-address (ana+news@example.com).
 */
export type Pattern = {
  readonly term: Term
  readonly form: string
  readonly bare?: true
  readonly tail?: string
}

/** The forms of all terms, by the view in which they are looked for. */
export type Patterns = {
  readonly literal: Pattern[]
  readonly words: Pattern[]
  readonly digits: Pattern[]
}

/** Every form in which the terms are looked for. */
export function patternsOf(terms: readonly Term[], options: MatchOptions): Patterns {
  const patterns: Patterns = { literal: [], words: [], digits: [] }
  for (const term of terms) addForms(patterns, term, options)
  return patterns
}

function addForms(patterns: Patterns, term: Term, options: MatchOptions): void {
  switch (term.kind) {
    case 'email':
      patterns.literal.push(...each(term, emailForms(term.value)), ...subaddress(term))
      return
    case 'handle':
      patterns.literal.push(...each(term, [foldedString(term.value).replace(/^@/, '')]))
      return
    case 'external-id':
    case 'user-id':
      patterns.literal.push(...each(term, [foldedString(term.value)]))
      return
    case 'name':
      patterns.words.push(...each(term, nameForms(term.value)))
      return
    case 'other':
      patterns.words.push(...each(term, [asWords(foldedString(term.value))]))
      return
    case 'phone':
      patterns.digits.push(...phonePatterns(term, options))
  }
}

/**
 * As it is, with its domain in punycode (RFC 3492), as in the query of a link or in
 * quoted-printable, and as people write it to keep robots away.
 */
function emailForms(value: string): string[] {
  const folded = foldedString(value)
  const [local, domain] = folded.split('@')
  if (local === undefined || domain === undefined) return [folded]
  const linked = foldedString(encodeURIComponent(folded.replace(/\p{Surrogate}/gu, '\ufffd')))
  return [
    folded,
    linked,
    `${local}@${inAscii(value.split('@')[1] ?? domain)}`,
    `${local}=40${domain}`,
    ...['(at)', '[at]', ' (at) ', ' [at] '].map((at) => `${local}${at}${domain}`),
  ]
}

function inAscii(domain: string): string {
  const address = `https://${domain.trim()}`
  return foldedString(URL.canParse(address) ? new URL(address).hostname : domain)
}

/** Mail to ana+news@example.com reaches ana@example.com. */
function subaddress(term: Term): Pattern[] {
  const [local, domain] = foldedString(term.value).split('@')
  if (local === undefined || domain === undefined || local.includes('+')) return []
  return [{ term, form: `${local}+`, tail: `@${domain}` }]
}

function phonePatterns(term: Term, options: MatchOptions): Pattern[] {
  const { full, bare } = phoneDigits(term.value, options)
  return [...each(term, full), ...each(term, bare).map((one) => ({ ...one, bare: true as const }))]
}

function each(term: Term, forms: readonly string[]): Pattern[] {
  return [...new Set(forms)].filter((form) => form !== '').map((form) => ({ term, form }))
}
