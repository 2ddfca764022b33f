import type { Account } from '../account/account.ts'
import type { Organization, User } from '../account/records.ts'
import { type Call, type Handler, idOf, ok, type Route } from '../transport/call.ts'
import { notFound } from '../transport/errors.ts'
import { pageOf } from '../transport/paging.ts'
import { userOf } from './users.ts'

type Shown = Record<string, unknown>

const show = ({ base }: Account, organization: Organization): Shown => ({
  url: `${base()}/api/v2/organizations/${organization.id}.json`,
  ...organization,
})

const one: Handler = (call, account) => {
  const found = account.store.get('organizations', idOf(call))
  if (!found) throw notFound()
  return ok({ organization: show(account, found) })
}

/** Here people belong to one organisation at most (`multiple_organizations` is off). */
const ownOf = ({ store }: Account, { organization_id }: User): Organization[] => {
  const found = organization_id === null ? undefined : store.get('organizations', organization_id)
  return found ? [found] : []
}

const ofUser: Handler = (call, account) => {
  const rows = ownOf(account, userOf(call, account))
  const page = pageOf(call, account, { rows, place: ({ id }) => [id, id] })
  return ok({ organizations: page.rows.map((row) => show(account, row)), ...page.rest })
}

const memberships: Handler = (call, account) => {
  const user = userOf(call, account)
  const rows = ownOf(account, user).map((organization) => membership(account, user, organization))
  const page = pageOf(call, account, { rows, place: ({ id }) => [id, id] })
  return ok({ organization_memberships: page.rows, ...page.rest })
}

function membership({ base }: Account, user: User, organization: Organization) {
  const id = user.id * 10 + 7
  return {
    url: `${base()}/api/v2/organization_memberships/${id}.json`,
    id,
    user_id: user.id,
    organization_id: organization.id,
    organization_name: organization.name,
    default: true,
    view_tickets: organization.shared_tickets,
    created_at: user.created_at,
    updated_at: user.created_at,
  }
}

/** End users are in no group; all staff of the shop are in one. */
const groups: Handler = (call, account) => {
  const user = userOf(call, account)
  const rows = user.role === 'end-user' ? [] : [groupOf(call, account)]
  const page = pageOf(call, account, { rows, place: ({ id }) => [id, id] })
  return ok({ groups: page.rows, ...page.rest })
}

const groupOf = (call: Call, { base }: Account) => ({
  url: `${base()}/api/v2/groups/6130852536346.json`,
  id: 6_130_852_536_346,
  name: 'Support',
  description: '',
  default: true,
  is_public: true,
  deleted: false,
  created_at: call.actor.created_at,
  updated_at: call.actor.created_at,
})

/** https://developer.zendesk.com/api-reference/ticketing/organizations/organizations/ and facts 9. */
export const organizationRoutes: Route[] = [
  { method: 'GET', path: '/organizations/:id', scope: 'organizations', run: one },
  { method: 'GET', path: '/users/:id/organizations', scope: 'organizations', run: ofUser },
  { method: 'GET', path: '/users/:id/organization_memberships', scope: 'users', run: memberships },
  { method: 'GET', path: '/users/:id/groups', scope: 'users', run: groups },
]
