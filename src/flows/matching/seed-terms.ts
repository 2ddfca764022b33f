import { parsePhone } from './phone-forms.ts'
import { foldedString } from './stream.ts'
import type { MatchOptions, Profile, Term, TermKind } from './types.ts'
import { asWords } from './views.ts'

/** Shorter ids than this stand in every text, so they are weak. */
const TELLING = 5

/** What the types of Zendesk identities are to us; the rest are ids of other systems (facts 4). */
const kinds = new Map<string, TermKind>([
  ['email', 'email'],
  ['google', 'email'],
  ['microsoft', 'email'],
  ['phone_number', 'phone'],
  ['agent_forwarding', 'phone'],
  ['twitter', 'handle'],
  ['facebook', 'handle'],
])

/**
 * The terms that a profile gives by itself: every e-mail and phone (as E.164 where it can be read),
 * handles, ids, the full name and the alias. Without repetition, strong ones first. A name that is
 * an e-mail or a phone number, as Zendesk makes them for unknown callers, is taken as that.
 */
export function seedTerms(profile: Profile, options: MatchOptions): Term[] {
  const found = [
    ...termOf('email', profile.email, options),
    ...termOf('phone', profile.phone, options),
    ...profile.identities.flatMap(({ type, value }) =>
      termOf(kinds.get(type) ?? 'external-id', value, options),
    ),
    ...termOf('external-id', profile.externalId, options),
    ...termOf('name', profile.name, options),
    ...termOf('name', profile.alias, options),
  ]
  const distinct = new Map(found.map((term) => [keyOf(term), term]))
  const terms = [...distinct.values()]
  return [...terms.filter(isStrong), ...terms.filter((term) => !isStrong(term))]
}

function termOf(
  field: TermKind,
  written: string | null | undefined,
  options: MatchOptions,
): Term[] {
  const value = written?.trim() ?? ''
  if (value === '') return []
  const kind = kindFor(field, value)
  if (kind === 'phone') return [{ kind, value: readable(value, options), strength: 'strong' }]
  const folded = foldedString(value)
  if (kind === 'name' && !isTelling(folded)) return []
  return [{ kind, value, strength: isWeak(kind, folded) ? 'weak' : 'strong' }]
}

/** One letter says nothing, one ideograph does. */
function isTelling(name: string): boolean {
  return /[\p{L}\p{N}]{2}|\p{Lo}/u.test(name)
}

function isWeak(kind: TermKind, folded: string): boolean {
  return kind === 'name' || (kind !== 'email' && folded.length < TELLING)
}

/** What a value is by its looks, where the field it stands in can hold several kinds. */
function kindFor(kind: TermKind, value: string): TermKind {
  if (kind === 'phone') return value.includes('@') ? 'external-id' : kind
  if (kind === 'email') return value.includes('@') ? kind : 'external-id'
  if (kind !== 'name') return kind
  if (/^\S+@\S+\.\S+$/.test(value)) return 'email'
  return /^(?:caller\s*)?[+(]?\d[\d\s().+/-]{5,}$/i.test(value) ? 'phone' : kind
}

function readable(value: string, options: MatchOptions): string {
  const number = value.replace(/^caller\s*/i, '')
  return parsePhone(number, options)?.number ?? number
}

function keyOf({ kind, value }: Term): string {
  const folded = foldedString(value)
  return `${kind} ${kind === 'name' ? asWords(folded) : folded}`
}

function isStrong({ strength }: Term): boolean {
  return strength === 'strong'
}
