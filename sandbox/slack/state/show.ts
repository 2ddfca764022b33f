import type { Json } from '../blocks/walk.ts'
import { app, home } from './cast.ts'
import { messagesIn } from './find.ts'
import type { Channel, Group, Message, User, View } from './records.ts'
import { stateOf } from './values.ts'
import type { Workspace } from './workspace.ts'

/** A user as `users.info` shows it; a stranger has no locale and no address (facts 4). */
export function showUser(user: User, { locale = false, email = false } = {}): Json {
  const own = user.team === home.id
  return {
    id: user.id,
    team_id: user.team,
    name: user.name,
    deleted: user.deleted,
    real_name: user.real_name,
    tz: user.tz,
    profile: profileOf(user, email && own),
    is_admin: user.is_admin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.is_restricted,
    is_ultra_restricted: user.is_ultra_restricted,
    is_bot: user.is_bot,
    is_app_user: false,
    ...(own ? localeOf(user, locale) : { is_stranger: true }),
  }
}

const localeOf = (user: User, asked: boolean): Json =>
  asked && !user.deleted ? { locale: user.locale } : {}

const profileOf = (user: User, email: boolean): Json => ({
  real_name: user.real_name,
  real_name_normalized: user.real_name,
  display_name: user.name,
  display_name_normalized: user.name,
  team: user.team,
  ...(email && user.email ? { email: user.email } : {}),
  ...(user.is_bot ? { bot_id: app.bot, api_app_id: app.id } : {}),
})

/** A channel as `conversations.info` shows it. */
export function showChannel(channel: Channel): Json {
  const im = channel.kind === 'im'
  const common = { id: channel.id, created: channel.created, context_team_id: home.id }
  if (im)
    return {
      ...common,
      is_im: true,
      is_org_shared: false,
      user: channel.members.find((id) => id !== app.user),
      is_open: true,
    }
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_archived: channel.archived,
    is_general: channel.name === 'general',
    is_shared: channel.ext_shared,
    is_ext_shared: channel.ext_shared,
    is_org_shared: false,
    is_member: channel.members.includes(app.user),
    shared_team_ids: channel.ext_shared ? [home.id, 'T0ELSEWHERE'] : [home.id],
    num_members: channel.members.length,
  }
}

/** A message as the app gets it, with the thread it heads. */
export function showMessage(workspace: Workspace, message: Message): Json {
  const { bot, id: _, channel, user, ...rest } = message
  const team = workspace.store.get('users', user)?.team ?? home.id
  return {
    type: 'message',
    ...rest,
    user,
    team,
    ...(bot ? { bot_id: app.bot, app_id: app.id, bot_profile: botProfile } : {}),
    ...threadOf(workspace, channel, message.ts),
  }
}

const botProfile = { id: app.bot, app_id: app.id, name: app.name, deleted: false, team_id: home.id }

function threadOf(workspace: Workspace, channel: string, ts: string): Json {
  const replies = messagesIn(workspace, channel).filter(
    (one) => one.thread_ts === ts && one.ts !== ts,
  )
  const last = replies.at(-1)
  if (!last) return {}
  const users = [...new Set(replies.map(({ user }) => user))]
  return {
    thread_ts: ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users,
    latest_reply: last.ts,
  }
}

/** A view as `views.*` and the interaction payloads show it. */
export const showView = (view: View): Json => ({
  private_metadata: '',
  callback_id: '',
  external_id: '',
  clear_on_close: false,
  notify_on_close: false,
  ...(view.type === 'modal' ? { submit: null, close: null } : {}),
  ...view.given,
  id: view.id,
  team_id: home.id,
  state: { values: stateOf(view.given['blocks'], view.values) },
  hash: view.hash,
  previous_view_id: view.previous,
  root_view_id: view.root,
  app_id: app.id,
  app_installed_team_id: home.id,
  bot_id: app.bot,
})

/** A user group as `usergroups.list` shows it. */
export const showGroup = (group: Group, withUsers: boolean): Json => ({
  id: group.id,
  team_id: home.id,
  is_usergroup: true,
  name: group.name,
  handle: group.handle,
  description: '',
  is_external: false,
  date_delete: group.disabled ? 1 : 0,
  user_count: group.users.length,
  ...(withUsers ? { users: group.users } : {}),
})
