import { type Account, currentIds } from '../account/account.ts'
import type { Ticket } from '../account/records.ts'
import type { View } from '../account/rule-records.ts'
import { showTicket } from '../account/show.ts'
import { meets } from '../rules/conditions.ts'
import { type Call, type Handler, idOf, ok, type Route } from '../transport/call.ts'
import { notFound } from '../transport/errors.ts'
import { pageOf } from '../transport/paging.ts'

const columns = [
  { id: 'subject', title: 'Subject' },
  { id: 'requester', title: 'Requester' },
  { id: 'updated', title: 'Updated' },
]

const show = ({ base }: Account, view: View): Record<string, unknown> => ({
  url: `${base()}/api/v2/views/${view.id}.json`,
  ...view,
  default: false,
  restriction: null,
  execution: { columns, group: null, sort: { id: 'updated', title: 'Updated', order: 'desc' } },
})

const list: Handler = (call, account) => {
  const active = call.query.get('active')
  const page = pageOf(call, account, {
    rows: account.store.all('views').filter((view) => !active || String(view.active) === active),
    place: ({ position, id }) => [position, id],
  })
  return ok({ views: page.rows.map((view) => show(account, view)), ...page.rest })
}

function viewOf(call: Call, account: Account): View {
  const view = account.store.get('views', idOf(call))
  if (!view) throw notFound()
  return view
}

const one: Handler = (call, account) => ok({ view: show(account, viewOf(call, account)) })

// A view never shows what is archived (facts 5).
const ticketsIn = (account: Account, { conditions }: View): Ticket[] =>
  currentIds(account)
    .flatMap((id) => account.store.get('tickets', id) ?? [])
    .filter((ticket) => meets({ ticket }, conditions))

const tickets: Handler = (call, account) => {
  const page = pageOf(call, account, {
    rows: ticketsIn(account, viewOf(call, account)),
    place: ({ id }) => [id, id],
  })
  return ok({ tickets: page.rows.map((ticket) => showTicket(account, ticket)), ...page.rest })
}

const count: Handler = (call, account) => {
  const view = viewOf(call, account)
  const value = ticketsIn(account, view).length
  return ok({
    view_count: {
      url: `${account.base()}/api/v2/views/${view.id}/count.json`,
      view_id: view.id,
      value,
      pretty: String(value),
      fresh: true,
    },
  })
}

/** Saved lists: https://developer.zendesk.com/api-reference/ticketing/business-rules/views/ */
export const viewRoutes: Route[] = [
  { method: 'GET', path: '/views', run: list },
  { method: 'GET', path: '/views/:id', run: one },
  { method: 'GET', path: '/views/:id/tickets', run: tickets },
  { method: 'GET', path: '/views/:id/count', run: count },
]
