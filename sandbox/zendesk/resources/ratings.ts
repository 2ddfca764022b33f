import type { Account } from '../account/account.ts'
import { liveTicket } from '../account/account.ts'
import { showRating } from '../account/show-rating.ts'
import type { Rating } from '../account/talk-records.ts'
import { adminOnly } from '../transport/allow.ts'
import { type Call, type Handler, idOf, ok, type Route } from '../transport/call.ts'
import { notFound } from '../transport/errors.ts'
import { pageOf } from '../transport/paging.ts'

/** `received`, `good` or `bad`, each also `_with_comment` and `_without_comment`. */
function fits({ score, comment }: Rating, asked: string | null): boolean {
  if (asked === null) return true
  const [, wanted = '', said] = /^(.+?)(?:_(with|without)_comment)?$/.exec(asked) ?? []
  const known = wanted === 'received' ? score === 'good' || score === 'bad' : score === wanted
  return known && (said === undefined || (said === 'with') === (comment !== null))
}

function inTime({ created_at }: Rating, query: URLSearchParams): boolean {
  const at = Date.parse(created_at) / 1000
  const [from, to] = [query.get('start_time'), query.get('end_time')]
  return (from === null || at >= Number(from)) && (to === null || at <= Number(to))
}

const rowsOf = (call: Call, account: Account): Rating[] => {
  adminOnly(call.actor)
  return account.store
    .all('ratings')
    .filter(
      (rating) =>
        liveTicket(account, rating.ticket_id) !== undefined &&
        fits(rating, call.query.get('score')) &&
        inTime(rating, call.query),
    )
}

const list: Handler = (call, account) => {
  const page = pageOf(call, account, { rows: rowsOf(call, account), place: ({ id }) => [id, id] })
  return ok({
    satisfaction_ratings: page.rows.map((rating) => showRating(account, rating)),
    ...page.rest,
  })
}

const count: Handler = (call, account) =>
  ok({
    count: {
      value: rowsOf(call, account).length,
      refreshed_at: new Date(account.now()).toISOString(),
    },
  })

const one: Handler = (call, account) => {
  const rating = rowsOf(call, account).find(({ id }) => id === idOf(call))
  if (!rating) throw notFound()
  return ok({ satisfaction_rating: showRating(account, rating) })
}

/** What requesters said of how they were helped, for admins. */
export const ratingRoutes: Route[] = [
  { method: 'GET', path: '/satisfaction_ratings', run: list },
  { method: 'GET', path: '/satisfaction_ratings/count', run: count },
  { method: 'GET', path: '/satisfaction_ratings/:id', run: one },
]
