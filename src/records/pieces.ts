import { canonical } from './canonical.ts'

/** Characters of a piece: a fraction of a millisecond to make, to hash or to encrypt. */
const size = 16_384

/**
 * The canonical form of a JSON value, cut into pieces that together are it: what is many megabytes is
 * never worked on in one go. Throws a `TypeError` on what JSON cannot hold.
 */
export function* canonicalPieces(value: unknown): Generator<string, void> {
  let text = ''
  for (const part of partsOf(value)) {
    text += part
    if (text.length < size) continue
    yield text
    text = ''
  }
  yield text
}

function* partsOf(value: unknown): Generator<string, void> {
  if (Array.isArray(value)) yield* itemsOf(value)
  else if (isNested(value)) yield* membersOf(value)
  else yield canonical(value)
}

function* itemsOf(values: readonly unknown[]): Generator<string, void> {
  let before = '['
  for (const value of values) {
    yield before
    yield* partsOf(value ?? null)
    before = ','
  }
  yield before === '[' ? '[]' : ']'
}

type Fields = Readonly<Record<string, unknown>>

function* membersOf(record: Fields): Generator<string, void> {
  let before = '{'
  // By UTF-16 code units, as RFC 8785 says.
  for (const key of Object.keys(record).toSorted()) {
    if (record[key] === undefined) continue
    yield `${before}${canonical(key)}:`
    yield* partsOf(record[key])
    before = ','
  }
  yield before === '{' ? '{}' : '}'
}

/** So many plain values are one part: fewer parts are quicker, and this is still short. */
const few = 16

function isNested(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return false
  const members = Object.values(value)
  return members.length > few || members.some((member) => typeof member === 'object' && member)
}
