import type { Account } from '../account/account.ts'
import { deliveryPhoneField, orderField } from '../sample/people.ts'
import { type Handler, ok, type Route } from '../transport/call.ts'
import { pageOf } from '../transport/paging.ts'

type Field = { readonly id: number; readonly title: string; readonly type: string }

const since = '2021-03-01T09:00:00Z'

const ofUsers: readonly (Field & { readonly key: string })[] = [
  { id: 360_010_000_101, key: 'customer_since', title: 'Customer since', type: 'date' },
  { id: 360_010_000_228, key: 'shoe_size', title: 'Shoe size', type: 'text' },
]

const ofTickets: readonly Field[] = [
  { id: orderField, title: 'Order number', type: 'text' },
  { id: deliveryPhoneField, title: 'Phone for the delivery', type: 'text' },
]

const shown = ({ base }: Account, kind: string, field: Field, position: number) => ({
  url: `${base()}/api/v2/${kind}/${field.id}.json`,
  ...field,
  raw_title: field.title,
  description: '',
  raw_description: '',
  position,
  active: true,
  regexp_for_validation: null,
  created_at: since,
  updated_at: since,
})

const listOf =
  (kind: 'user_fields' | 'ticket_fields', fields: readonly Field[], more: object): Handler =>
  (call, account) => {
    const rows = fields.map((field, at) => ({ ...shown(account, kind, field, at), ...more }))
    const page = pageOf(call, account, { rows, place: ({ id, position }) => [position, id] })
    return ok({ [kind]: page.rows, ...page.rest })
  }

const inTickets = { required: false, collapsed_for_agents: false, removable: true, tag: null }

/** What the custom fields are called: what a ticket or user has under their ids and keys. */
export const fieldRoutes: Route[] = [
  {
    method: 'GET',
    path: '/user_fields',
    scope: 'users',
    run: listOf('user_fields', ofUsers, { system: false }),
  },
  {
    method: 'GET',
    path: '/ticket_fields',
    scope: 'tickets',
    run: listOf('ticket_fields', ofTickets, inTickets),
  },
]
