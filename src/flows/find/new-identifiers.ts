import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js'
import type { TermRecord, TraceIndex } from '../../records/finds.ts'
import type { Comment, SuspendedTicket } from '../../zendesk/index.ts'
import { type Matcher, passages } from '../matching/index.ts'
import { isOtherName, senderOf } from './sender.ts'

/** What looks like a term, with where it was seen. */
export type Proposed = Pick<TraceIndex['proposedTerms'][number], 'term' | 'seen'>

/** Whose words are read, and what is known of them. */
export type Known = {
  readonly users: ReadonlySet<number>
  /** By what the person is called. */
  readonly names: readonly string[]
  readonly matcher: Matcher
  readonly country: string
}

const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const handle = /(?<![\p{L}\p{N}@._%+-])@[A-Za-z0-9_]{3,30}(?![\w@]|\.\w)/gu

/**
 * Addresses, phone numbers, handles and sender's names in what the person wrote in a ticket of his
 * own, that are not among the terms yet. Only proposed: they may be his sister's. Only a human
 * accepts them.
 */
export function newIdentifiers(
  comment: Pick<Comment, 'author_id' | 'plain_body' | 'via'>,
  known: Known,
): Proposed[] {
  if (!known.users.has(comment.author_id)) return []
  const sender = senderOf(comment)
  const named = isOtherName(sender, known.names) && !known.matcher.inText(sender).length
  return [
    ...inWords(comment.plain_body, known),
    ...(named ? [{ term: { kind: 'name', value: sender, strength: 'weak' } as const }] : []),
  ]
}

/** The sender of a held-back mail that certainly speaks of the person, where he is not known. */
export function newSender(
  { author }: Pick<SuspendedTicket, 'author'>,
  { matcher }: Pick<Known, 'matcher'>,
): Proposed[] {
  const value = author?.email?.toLowerCase() ?? ''
  if (!value.includes('@') || matcher.inText(value).length > 0) return []
  return [{ term: { kind: 'email', value, strength: 'strong' } }]
}

function inWords(text: string, { matcher, country }: Known): Proposed[] {
  const found = [...emailsIn(text), ...phonesIn(text, country), ...handlesIn(text)]
  const distinct = new Map(found.map((one) => [one.term.value, one]))
  return [...distinct.values()]
    .filter(({ written }) => matcher.inText(written).length === 0)
    .map(({ term, written, at }) => ({ term, seen: around(text, term, { written, at }) }))
}

type Seen = { readonly term: TermRecord; readonly written: string; readonly at: number }

const emailsIn = (text: string): Seen[] =>
  [...text.matchAll(address)].map(({ 0: written, index: at }) => ({
    term: { kind: 'email', value: written.toLowerCase(), strength: 'strong' },
    written,
    at,
  }))

function phonesIn(text: string, country: string): Seen[] {
  const home = country.toUpperCase()
  const options = isSupportedCountry(home) ? { defaultCountry: home } : {}
  return findPhoneNumbersInText(text, options).map(({ number, startsAt, endsAt }) => ({
    term: { kind: 'phone', value: number.number, strength: 'strong' },
    written: text.slice(startsAt, endsAt),
    at: startsAt,
  }))
}

const handlesIn = (text: string): Seen[] =>
  [...text.matchAll(handle)].map(({ 0: written, index: at }) => ({
    term: { kind: 'handle', value: written.slice(1), strength: 'strong' },
    written,
    at,
  }))

function around(
  text: string,
  term: TermRecord,
  { written, at }: Pick<Seen, 'written' | 'at'>,
): Proposed['seen'] {
  const spans = [{ start: at, end: at + written.length }]
  return passages(text, [{ term, spans, text: written }])[0]
}
