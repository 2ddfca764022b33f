import { nextId, saveUser } from '../account/account.ts'
import { addIdentity, checkedValue } from '../account/identities.ts'
import type { User } from '../account/records.ts'
import { iso, showUser } from '../account/show.ts'
import { blankUser } from '../sample/make-user.ts'
import { type Handler, objectIn, type Route } from '../transport/call.ts'
import { invalid } from '../transport/errors.ts'

/** A new end user, by name and perhaps by address: one that somebody has already is refused. */
const create: Handler = (call, account) => {
  const asked = objectIn(call.body, 'user')
  const name = typeof asked['name'] === 'string' ? asked['name'].trim() : ''
  if (name === '') throw invalid('name', 'Name: cannot be blank', 'BlankValue')
  const id = nextId(account)
  const email =
    asked['email'] === undefined
      ? undefined
      : checkedValue(account, id, { type: 'email', value: asked['email'] }, 'email')
  const at = iso(account)
  const user: User = {
    ...blankUser,
    id,
    name,
    email: null,
    created_at: at,
    updated_at: at,
    time_zone: 'Europe/Paris',
    iana_time_zone: 'Europe/Paris',
    phone: null,
    shared_phone_number: null,
    locale_id: 16,
    locale: 'fr',
    organization_id: null,
    role: 'end-user',
    user_fields: {},
  }
  saveUser(account, email === undefined ? user : { ...user, email })
  if (email !== undefined)
    addIdentity(account, user, { type: 'email', value: email, verified: true })
  account.note('user.created', id)
  const shown = showUser(account, email === undefined ? user : { ...user, email })
  return { status: 201, body: { user: shown }, headers: { location: String(shown['url']) } }
}

/** https://developer.zendesk.com/api-reference/ticketing/users/users/#create-user. */
export const newUserRoutes: Route[] = [
  { method: 'POST', path: '/users', scope: 'users', run: create },
]
