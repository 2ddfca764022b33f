import type { Json } from '../blocks/walk.ts'
import { app, home, teams } from '../state/cast.ts'
import { canSee, homeOf, isIn, messagesIn, stackOf } from '../state/find.ts'
import type { User, View } from '../state/records.ts'
import { showMessage, showView } from '../state/show.ts'
import type { Workspace } from '../state/workspace.ts'

const shownModal = (view: View): Json => ({
  ...showView(view),
  user: view.user,
  errors: view.errors,
})

/** Everything, as `GET /_state` tells it. */
export function stateOf(workspace: Workspace): Json {
  const { store } = workspace
  const users = store.all('users')
  const of = (pick: (user: User) => unknown): Json =>
    Object.fromEntries(
      users.flatMap((user) => {
        const found = pick(user)
        return found === null || (Array.isArray(found) && found.length === 0)
          ? []
          : [[user.id, found]]
      }),
    )
  return {
    team: home,
    teams: Object.values(teams),
    app,
    installation: workspace.installation(),
    users,
    groups: store.all('groups'),
    channels: store.all('channels'),
    messages: store
      .all('channels')
      .flatMap(({ id }) => messagesIn(workspace, id))
      .map((one) => ({ ...showMessage(workspace, one), channel: one.channel })),
    ephemerals: of(({ id }) => store.all('ephemerals').filter(({ user }) => user === id)),
    views: of(({ id }) => stackOf(workspace, id).map(shownModal)),
    homes: of(({ id }) => shownHome(homeOf(workspace, id))),
    files: store.all('files'),
    pending: store.all('pending'),
  }
}

const shownHome = (view: View | undefined): Json | null => (view ? showView(view) : null)

/** What one member sees, as `GET /_as/<user>` tells it. */
export function screenOf(workspace: Workspace, user: User): Json {
  const channels = workspace.store.all('channels').filter((one) => canSee(one, user))
  const own = channels.filter((one) => isIn(one, user.id))
  return {
    user,
    channels: channels.map((one) => ({ ...one, is_member: isIn(one, user.id) })),
    messages: own
      .flatMap(({ id }) => messagesIn(workspace, id))
      .map((one) => ({ ...showMessage(workspace, one), channel: one.channel })),
    ephemerals: workspace.store.all('ephemerals').filter((one) => one.user === user.id),
    views: stackOf(workspace, user.id).map(shownModal),
    home: shownHome(homeOf(workspace, user.id)),
  }
}
