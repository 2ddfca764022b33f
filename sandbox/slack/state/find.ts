import { app, home } from './cast.ts'
import type { Channel, Message, User, View } from './records.ts'
import type { Workspace } from './workspace.ts'

/** A channel by id. */
export const channelOf = ({ store }: Workspace, id: string): Channel | undefined =>
  store.get('channels', id)

/** A message by channel and ts. */
export const messageOf = ({ store }: Workspace, channel: string, ts: string): Message | undefined =>
  store.get('messages', `${channel}:${ts}`)

/** A user by id. */
export const userOf = ({ store }: Workspace, id: string): User | undefined => store.get('users', id)

/** Whether somebody is in a channel. */
export const isIn = (channel: Channel, user: string): boolean => channel.members.includes(user)

/** Whether somebody can see a channel: members do, and anybody but guests and strangers the public ones. */
export function canSee(channel: Channel, user: User): boolean {
  if (isIn(channel, user.id)) return true
  return channel.kind === 'public' && user.team === home.id && !user.is_restricted
}

/** Whether the app can see a channel (facts 4: a private one it is not in does not exist for it). */
export const botSees = (channel: Channel): boolean =>
  channel.kind === 'public' || isIn(channel, app.user)

/** The modals of a member, the oldest first. */
export const stackOf = ({ store }: Workspace, user: string): View[] =>
  store.all('views').filter((view) => view.user === user && view.type === 'modal')

/** The home tab that the app has published for a member. */
export const homeOf = ({ store }: Workspace, user: string): View | undefined =>
  store.all('views').find((view) => view.user === user && view.type === 'home')

/** The messages of a channel, the oldest first. */
export const messagesIn = ({ store }: Workspace, channel: string): Message[] =>
  store
    .all('messages')
    .filter((message) => message.channel === channel)
    .toSorted((a, b) => (a.ts < b.ts ? -1 : 1))

/** The DM of the app and a member, made when there is none. */
export function dmWith(workspace: Workspace, user: string): Channel {
  const known = workspace.store
    .all('channels')
    .find(({ kind, members }) => kind === 'im' && members.includes(user))
  if (known) return known
  const dm: Channel = {
    id: `D0${user.slice(1)}`,
    name: '',
    kind: 'im',
    members: [user, app.user],
    archived: false,
    ext_shared: false,
    created: Math.floor(workspace.now() / 1000),
  }
  workspace.store.put('channels', dm)
  workspace.changed({ kind: 'channel', id: dm.id })
  return dm
}
