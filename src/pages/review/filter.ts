import { isOfClass } from '../../flows/index.ts'
import type { FindClass } from '../../records/find-class.ts'
import type { Group } from '../../views/window/groups.ts'
import { folded, type Row } from './finds-index.ts'
import type { Standing } from './standing.ts'

/** Which tickets somebody wants to see, in which order, and which page of them. */
export type Filter = {
  readonly group?: Exclude<Group, 'mails'>
  readonly status?: string
  readonly relation?: 'own' | 'other'
  readonly passages?: 'certain' | 'uncertain' | 'none'
  /** Only those with files that nobody has opened. */
  readonly files?: true
  readonly open?: true
  readonly text?: string
  readonly sort: Sort
  /** From 1. */
  readonly page: number
}

export const sorts = ['found', 'newest', 'oldest', 'requester', 'most'] as const
export type Sort = (typeof sorts)[number]

/** How many tickets stand on a page. */
export const pageSize = 50

/** Reads a filter from an address: what is none is left out. */
export function filterFrom(query: URLSearchParams): Filter {
  const status = textIn(query, 'status', 40)
  const text = textIn(query, 'text', 200)
  return {
    ...among('group', query, ticketGroups),
    ...(status ? { status } : {}),
    ...among('relation', query, ['own', 'other'] as const),
    ...among('passages', query, ['certain', 'uncertain', 'none'] as const),
    ...switched('files', query),
    ...switched('open', query),
    ...(text ? { text } : {}),
    sort: among('sort', query, sorts).sort ?? 'found',
    page: pageIn(query),
  }
}

/** The groups of tickets, in the order in which they are shown. */
export const ticketGroups = ['own', 'others', 'namesake', 'passages', 'unsure', 'stay'] as const

const textIn = (query: URLSearchParams, name: string, most: number): string =>
  (query.get(name) ?? '').trim().slice(0, most)

const pageIn = (query: URLSearchParams): number =>
  Math.max(1, Math.trunc(Number(query.get('page')) || 1))

const switched = <N extends string>(
  name: N,
  query: URLSearchParams,
): { readonly [K in N]?: true } =>
  (query.get(name) ? { [name]: true } : {}) as { readonly [K in N]?: true }

function among<N extends string, V extends string>(
  name: N,
  query: URLSearchParams,
  values: readonly V[],
): { readonly [K in N]?: V } {
  const value = values.find((one) => one === query.get(name))
  return (value === undefined ? {} : { [name]: value }) as { readonly [K in N]?: V }
}

/** The address of a filter. */
export function queryOf(filter: Partial<Filter>): string {
  const { sort = 'found', page = 1, ...rest } = filter
  const set = Object.entries(rest).filter(([, value]) => value !== undefined)
  const query = new URLSearchParams([
    ...set.map(([name, value]): [string, string] => [name, value === true ? '1' : value]),
    ...(sort === 'found' ? [] : [['sort', sort] satisfies [string, string]]),
    ...(page > 1 ? [['page', String(page)] satisfies [string, string]] : []),
  ])
  return query.size > 0 ? `?${query.toString()}` : ''
}

/** Whether a ticket is to be seen. */
export function shows(filter: Filter): (one: Standing) => boolean {
  const words = filter.text ? folded(filter.text).split(/\s+/) : []
  const part = partOf(filter)
  return ({ row, group, unopened, open }) =>
    isOrAny(filter.group, group) &&
    isOfClass(row.facts, part) &&
    (!filter.files || unopened > 0) &&
    (!filter.open || open) &&
    words.every((word) => row.text.includes(word))
}

const isOrAny = (asked: string | undefined, is: string): boolean =>
  asked === undefined || asked === is

/** What of a filter is said of what a ticket is. */
const partOf = ({ status, relation, passages }: Filter): FindClass => ({
  ...(status ? { status } : {}),
  ...(relation ? { relation } : {}),
  ...(passages ? { passages } : {}),
})

/** In the order that is asked for. */
export function sorted(all: Standing[], sort: Sort): Standing[] {
  if (sort === 'found') return all
  return all.toSorted((a, b) => orders[sort](a.row, b.row))
}

const names = new Intl.Collator('en', { sensitivity: 'base' })

const orders: Readonly<Record<Exclude<Sort, 'found'>, (a: Row, b: Row) => number>> = {
  newest: (a, b) => b.id - a.id,
  oldest: (a, b) => a.id - b.id,
  requester: (a, b) => names.compare(a.requester, b.requester) || a.id - b.id,
  most: (a, b) => b.passages - a.passages || a.id - b.id,
}

/**
 * The class that a filter means, by what the tickets are and not by what was chosen for them;
 * `undefined` where it says what no class does: a text, or files.
 */
export function classOf(filter: Filter, rows: readonly Standing[]): FindClass | undefined {
  if (filter.text || filter.files) return undefined
  const { group, open } = filter
  return {
    ...partOf(filter),
    ...(open ? { proposed: ['ask'] as const } : {}),
    ...(group ? classOfGroup(group, rows) : {}),
  }
}

function classOfGroup(group: Exclude<Group, 'mails'>, rows: readonly Standing[]): FindClass {
  if (group === 'own') return { relation: 'own', proposed: ['delete', 'redact'] }
  if (group === 'others') return { relation: 'other', proposed: ['delete', 'redact'] }
  if (group === 'stay') return { proposed: ['keep'] }
  const here = rows.filter((one) => one.group === group).map(({ row }) => row.facts.why)
  return { proposed: ['ask'], why: [...new Set(here)].toSorted() }
}
