import type { Account } from '../account/account.ts'
import type { Call } from './call.ts'
import { badAttribute, badPage } from './errors.ts'

/** Where a row stands in its list; the id settles ties. */
export type Place = readonly [string | number, number | string]

/** A list and the order it is read in. */
export type Rows<Row> = {
  readonly rows: readonly Row[]
  readonly place: (row: Row) => Place
  readonly max?: number
}

type Body = Record<string, unknown>

/** A page in the way it was asked for: by cursor with `page[size]`, else by offset (facts 2.4). */
export function pageOf<Row>(
  call: Call,
  account: Account,
  list: Rows<Row>,
): { rows: Row[]; rest: Body } {
  return wantsCursor(call)
    ? cursorPage(call, account, list)
    : offsetPage(call, account, inOrder(list))
}

/** Whether any `page[...]` was given. */
const wantsCursor = (call: Call): boolean =>
  [...call.query.keys()].some((key) => key.startsWith('page['))

/** A page by cursor, for lists that have no other. */
export function cursorPage<Row>(
  call: Call,
  account: Account,
  list: Rows<Row>,
): { rows: Row[]; rest: Body } {
  const size = sizeOf(call, list.max ?? 100)
  const after = placeIn(call.query.get('page[after]'))
  const before = placeIn(call.query.get('page[before]'))
  const sorted = inOrder(list)
  const rest = sorted.filter(
    (row) =>
      (!after || compare(list.place(row), after) > 0) &&
      (!before || compare(list.place(row), before) < 0),
  )
  const rows = before ? rest.slice(-size) : rest.slice(0, size)
  const first = rows[0]
  const last = rows.at(-1)
  const hasMore = rest.length > rows.length
  if (!first || !last) return { rows, rest: emptyMeta }
  const [start, end] = [cursorOf(list.place(first)), cursorOf(list.place(last))]
  return {
    rows,
    rest: {
      meta: { has_more: hasMore, after_cursor: end, before_cursor: start },
      // As recorded: both links are given even when there is nothing more.
      links: {
        prev: linkTo(call, account, { before: start, size }),
        next: linkTo(call, account, { after: end, size }),
      },
    },
  }
}

const emptyMeta = {
  meta: { has_more: false, after_cursor: null, before_cursor: null },
  links: { prev: null, next: null },
}

/** A page by number; nothing beyond the first 10,000 (facts 2.4). */
export function offsetPage<Row>(
  call: Call,
  account: Account,
  rows: readonly Row[],
  _name?: string,
): { rows: Row[]; rest: Body } {
  const { page, size } = offsetOf(call)
  if (page * size > 10_000)
    throw badPage(
      'InvalidPaginationDepth',
      'Invalid pagination depth',
      'Offset pagination is limited to 10,000 records. Use cursor pagination.',
    )
  return {
    rows: rows.slice((page - 1) * size, page * size),
    rest: {
      next_page: page * size < rows.length ? linkTo(call, account, { page: page + 1 }) : null,
      previous_page: page > 1 ? linkTo(call, account, { page: page - 1 }) : null,
      count: rows.length,
    },
  }
}

/** Page number and length; more than a hundred is cut to a hundred. */
export function offsetOf(call: Call): { page: number; size: number } {
  return { page: whole(call, 'page', 1), size: Math.min(100, whole(call, 'per_page', 100)) }
}

function whole(call: Call, name: string, otherwise: number): number {
  const text = call.query.get(name)
  if (text === null) return otherwise
  if (!/^\d+$/.test(text) || Number(text) < 1) throw badAttribute(name, 'must be an integer')
  return Number(text)
}

function sizeOf(call: Call, max: number): number {
  const text = call.query.get('page[size]') ?? String(Math.min(100, max))
  if (!/^\d+$/.test(text) || Number(text) < 1 || Number(text) > max)
    throw badPage(
      'InvalidPaginationParameter',
      'Invalid pagination parameter',
      `page[size] must be between 1 and ${max}`,
    )
  return Number(text)
}

function linkTo(
  call: Call,
  account: Account,
  change: { after?: string; before?: string; size?: number; page?: number },
): string {
  const query = new URLSearchParams(call.query)
  for (const key of ['page[after]', 'page[before]', 'page']) query.delete(key)
  if (change.page) query.set('page', String(change.page))
  if (change.after) query.set('page[after]', change.after)
  if (change.before) query.set('page[before]', change.before)
  if (change.size) query.set('page[size]', String(change.size))
  return `${account.base()}${call.path}.json?${query.toString()}`
}

const inOrder = <Row>({ rows, place }: Rows<Row>): Row[] =>
  rows.toSorted((a, b) => compare(place(a), place(b)))

function compare(a: Place, b: Place): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1
  if (a[1] === b[1]) return 0
  return a[1] < b[1] ? -1 : 1
}

const cursorOf = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64')

function placeIn(cursor: string | null): Place | undefined {
  if (cursor === null) return undefined
  try {
    return JSON.parse(Buffer.from(cursor, 'base64').toString('utf8')) as Place
  } catch {
    throw badPage('InvalidCursor', 'Invalid cursor', 'The cursor could not be read')
  }
}
