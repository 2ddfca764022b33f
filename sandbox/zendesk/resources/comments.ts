import { auditsOf } from '../account/audits.ts'
import { showComment, showUser } from '../account/show.ts'
import { type Handler, ok, type Route } from '../transport/call.ts'
import { limits } from '../transport/limits.ts'
import { offsetPage, pageOf } from '../transport/paging.ts'
import { ticketOf } from './tickets.ts'

const scope = 'tickets'

const list: Handler = (call, account) => {
  const { id } = ticketOf(call, account)
  const down = call.query.get('sort')?.startsWith('-') || call.query.get('sort_order') === 'desc'
  const inline = call.query.get('include_inline_images') === 'true'
  const page = pageOf(call, account, {
    rows: account.store.of(id),
    place: (comment) => [down ? -comment.id : comment.id, comment.id],
  })
  const authors = new Set(page.rows.map(({ author_id }) => author_id))
  const users = (call.query.get('include') ?? '').split(',').includes('users')
    ? {
        users: [...authors]
          .toSorted((a, b) => a - b)
          .flatMap((author) => account.store.get('users', author) ?? [])
          .map((user) => showUser(account, user)),
      }
    : {}
  return ok({
    comments: page.rows.map((comment) => showComment(account, comment, inline)),
    ...users,
    ...page.rest,
  })
}

const count: Handler = (call, account) => {
  const { id } = ticketOf(call, account)
  return ok({
    count: {
      value: account.store.of(id).length,
      refreshed_at: new Date(account.now()).toISOString(),
    },
  })
}

const audits: Handler = (call, account) => {
  const ticket = ticketOf(call, account)
  const rows = auditsOf(account, ticket)
  // Archived tickets give all of it at once (facts 6).
  if (ticket.hidden.archived)
    return ok({ audits: rows, next_page: null, previous_page: null, count: rows.length })
  const page = call.query.has('page[size]')
    ? pageOf(call, account, {
        rows,
        place: (row) => [Number(row['id']), Number(row['id'])],
      })
    : offsetPage(call, account, rows)
  return ok({ audits: page.rows, ...page.rest })
}

/** Comments and history of a ticket: facts 6. Audits need the global `read` scope, so they name none. */
export const commentRoutes: Route[] = [
  { method: 'GET', path: '/tickets/:id/comments', scope, run: list },
  { method: 'GET', path: '/tickets/:id/comments/count', scope, run: count },
  { method: 'GET', path: '/tickets/:id/audits', run: audits, limits: [limits.audits] },
]
