import { app } from '../state/cast.ts'
import type { User } from '../state/records.ts'
import { showUser } from '../state/show.ts'
import type { Workspace } from '../state/workspace.ts'
import { type Call, type Handler, isOn, type Method, needed, Refused } from './call.ts'
import { pageOf } from './paging.ts'

// A stranger is visible where a channel is shared with the app.
const visible = ({ store }: Workspace, user: User): boolean =>
  user.team === 'T0NORDLYS' ||
  store
    .all('channels')
    .some(({ members }) => members.includes(user.id) && members.includes(app.user))

const shown = (workspace: Workspace, user: User, { args }: Call): ReturnType<typeof showUser> =>
  showUser(user, {
    locale: isOn(args, 'include_locale'),
    email: workspace.installation().scopes.includes('users:read.email'),
  })

const info: Handler = (call, workspace) => {
  const user = workspace.store.get('users', needed(call.args, 'user'))
  if (!user) throw new Refused('user_not_found')
  if (!visible(workspace, user)) throw new Refused('user_not_visible')
  return { user: shown(workspace, user, call) }
}

const byEmail: Handler = (call, workspace) => {
  const email = needed(call.args, 'email').toLowerCase()
  const user = workspace.store
    .all('users')
    .find((one) => one.email === email && !one.deleted && one.team === 'T0NORDLYS')
  if (!user) throw new Refused('users_not_found')
  return { user: shown(workspace, user, call) }
}

const list: Handler = (call, workspace) => {
  const all = workspace.store.all('users').filter((user) => user.team === 'T0NORDLYS')
  const { rows, rest } = pageOf(call.args, all)
  return { members: rows.map((user) => shown(workspace, user, call)), ...rest }
}

/** `users.*`. */
export const userMethods: readonly Method[] = [
  { name: 'users.info', run: info, scope: 'users:read', perMinute: 100 },
  { name: 'users.lookupByEmail', run: byEmail, scope: 'users:read.email', perMinute: 50 },
  { name: 'users.list', run: list, scope: 'users:read', perMinute: 20 },
]
