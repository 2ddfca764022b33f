import { type Account, liveTicket } from '../account/account.ts'
import { showTicket, showUser } from '../account/show.ts'
import { findDocs, inOrder } from '../search/find.ts'
import type { Hit } from '../search/lag.ts'
import { type Call, type Handler, ok, type Reply, type Route } from '../transport/call.ts'
import { badAttribute, badPage, Refused } from '../transport/errors.ts'
import { limits } from '../transport/limits.ts'
import { cursorPage, offsetOf } from '../transport/paging.ts'

const most = 1000

function queryOf(call: Call): string {
  const query = call.query.get('query')
  if (query === null || query.trim() === '') throw badAttribute('query', 'must be present', 422)
  return query
}

/** `GET /search`: by number of page only, a thousand at most, while `count` says more (facts 1.9, 2.5). */
const search: Handler = (call, account) => {
  if (call.query.has('page[size]') || call.query.has('page[after]'))
    throw badAttribute('page', 'page must be an integer')
  const found = ordered(call, findDocs(account, queryOf(call), { me: call.actor.id }))
  const { page, size } = offsetOf(call)
  if (page * size > most)
    throw new Refused(422, {
      error: 'invalid',
      description: 'Requested response size was greater than Search Response Limits',
    })
  const results = render(account, found.slice((page - 1) * size, page * size))
  const next = page * size < Math.min(found.length, most)
  const link = (to: number): string =>
    `${account.base()}/api/v2/search.json?${new URLSearchParams({ ...Object.fromEntries(call.query), page: String(to) }).toString()}`
  return ok({
    results,
    facets: null,
    next_page: next ? link(page + 1) : null,
    previous_page: page > 1 ? link(page - 1) : null,
    count: found.length,
  })
}

function ordered(call: Call, docs: Hit[]): Hit[] {
  const by = call.query.get('sort_by')
  if (by !== 'created_at' && by !== 'updated_at') return docs
  return inOrder(
    docs,
    by === 'created_at' ? 'created' : 'updated',
    call.query.get('sort_order') !== 'asc',
  )
}

// The index may still know what is gone: such a hit counts but cannot be shown.
function render(account: Account, docs: readonly Hit[]): Record<string, unknown>[] {
  return docs.flatMap(({ type, id }) => {
    const shown = recordOf(account, type, id)
    return shown ? [{ ...shown, result_type: type }] : []
  })
}

function recordOf(
  account: Account,
  type: Hit['type'],
  id: number,
): Record<string, unknown> | undefined {
  if (type === 'ticket') return shownTicket(account, id)
  if (type === 'user') return shownUser(account, id)
  const found = account.store.get('organizations', id)
  return found && { url: `${account.base()}/api/v2/organizations/${id}.json`, ...found }
}

function shownTicket(account: Account, id: number): Record<string, unknown> | undefined {
  const ticket = liveTicket(account, id)
  return ticket && showTicket(account, ticket)
}

function shownUser(account: Account, id: number): Record<string, unknown> | undefined {
  const user = account.store.get('users', id)
  return user?.active ? showUser(account, user) : undefined
}

const count: Handler = (call, account) =>
  ok({ count: findDocs(account, queryOf(call), { me: call.actor.id }).length })

/** `GET /search/export`: one type, by cursor, by date of creation, the cursor lives an hour (facts 5, 2.4). */
const exported: Handler = (call, account): Reply => {
  const type = call.query.get('filter[type]')
  if (type === null) throw badAttribute('filter[type]', 'must be present')
  if (!['ticket', 'user', 'organization', 'group'].includes(type))
    throw badAttribute('filter[type]', 'is not a searchable type')
  const inner = inside(call, account)
  const docs = findDocs(account, queryOf(call), { type, me: call.actor.id })
  const page = cursorPage(inner, account, {
    rows: docs,
    place: ({ created, id }) => [created, id],
    max: 1000,
  })
  return ok({
    results: render(account, page.rows),
    facets: null,
    ...dated(page.rest, account.now()),
  })
}

const hour = 3_600_000

function inside(call: Call, account: Account): Call {
  const query = new URLSearchParams(call.query)
  for (const key of ['page[after]', 'page[before]']) {
    const [cursor, issued] = (query.get(key) ?? '').split('~')
    if (!cursor) continue
    if (!issued || account.now() - Number.parseInt(issued, 36) > hour)
      throw badPage('InvalidCursor', 'Invalid cursor', 'The cursor has expired')
    query.set(key, cursor)
  }
  return { ...call, query }
}

type Meta = { readonly meta?: Record<string, unknown>; readonly links?: Record<string, unknown> }

function dated(rest: Record<string, unknown>, now: number): Record<string, unknown> {
  const { meta, links } = rest as Meta
  const mark = (cursor: unknown): unknown =>
    typeof cursor === 'string' ? `${cursor}~${now.toString(36)}` : cursor
  const markLink = (link: unknown): unknown =>
    typeof link === 'string'
      ? link.replace(/(page%5B(?:after|before)%5D=[^&]+)/, `$1~${now.toString(36)}`)
      : link
  return {
    meta: {
      ...meta,
      after_cursor: mark(meta?.['after_cursor']),
      before_cursor: mark(meta?.['before_cursor']),
    },
    links: { prev: markLink(links?.['prev']), next: markLink(links?.['next']) },
  }
}

/** Search: https://developer.zendesk.com/api-reference/ticketing/ticket-management/search/ and facts 5. */
export const searchRoutes: Route[] = [
  { method: 'GET', path: '/search', run: search, limits: [limits.search] },
  { method: 'GET', path: '/search/count', run: count, limits: [limits.search] },
  { method: 'GET', path: '/search/export', run: exported, limits: [limits.searchExport] },
]
