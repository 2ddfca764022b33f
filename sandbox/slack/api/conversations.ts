import type { Json } from '../blocks/walk.ts'
import { home } from '../state/cast.ts'
import { botSees, dmWith, userOf } from '../state/find.ts'
import type { Channel } from '../state/records.ts'
import { showChannel } from '../state/show.ts'
import type { Workspace } from '../state/workspace.ts'
import { missingScope } from './admit.ts'
import { type Handler, isOn, type Method, needed, Refused, textOf } from './call.ts'
import { pageOf } from './paging.ts'
import { channelAt } from './place.ts'

const families = { public: 'channels', private: 'groups', im: 'im' } as const

/** Refuses a kind of conversation the token may not read: each has a scope of its own (facts 4). */
export function mayRead(workspace: Workspace, channel: Channel, what: 'read' | 'history'): void {
  const scope = `${families[channel.kind]}:${what}`
  if (!workspace.installation().scopes.includes(scope)) throw missingScope(workspace, scope)
}

function readable(workspace: Workspace, args: Json): Channel {
  const channel = channelAt(workspace, needed(args, 'channel'))
  mayRead(workspace, channel, 'read')
  return channel
}

const info: Handler = ({ args }, workspace) => {
  const { num_members, ...channel } = showChannel(readable(workspace, args))
  return {
    channel: { ...channel, ...(isOn(args, 'include_num_members') ? { num_members } : {}) },
  }
}

const members: Handler = ({ args }, workspace) => {
  const { rows, rest } = pageOf(args, readable(workspace, args).members)
  return { members: rows, ...rest }
}

const list: Handler = ({ args }, workspace) => {
  const types = (textOf(args, 'types') ?? 'public_channel').split(',')
  const kinds = { public: 'public_channel', private: 'private_channel', im: 'im' } as const
  const asked = workspace.store
    .all('channels')
    .filter((one) => types.includes(kinds[one.kind]) && botSees(one))
    .filter((one) => !(one.archived && isOn(args, 'exclude_archived')))
  for (const one of asked) mayRead(workspace, one, 'read')
  const { rows, rest } = pageOf(args, asked)
  return { channels: rows.map(showChannel), ...rest }
}

const open: Handler = ({ args }, workspace) => {
  const users = textOf(args, 'users')?.split(',')
  if (!users) throw new Refused('users_list_not_supplied')
  if (users.length > 1) throw new Refused('too_many_users')
  const channel = dmWith(workspace, reachable(workspace, users[0] ?? ''))
  return { channel: isOn(args, 'return_im') ? showChannel(channel) : { id: channel.id } }
}

function reachable(workspace: Workspace, id: string): string {
  const user = userOf(workspace, id)
  if (!user || user.is_bot) throw new Refused('user_not_found')
  if (user.team !== home.id) throw new Refused('user_not_visible')
  if (user.deleted) throw new Refused('user_disabled')
  return id
}

/** `conversations.*`, but not what was said in them. */
export const conversationMethods: readonly Method[] = [
  { name: 'conversations.info', run: info, perMinute: 50 },
  { name: 'conversations.members', run: members, perMinute: 100 },
  { name: 'conversations.list', run: list, perMinute: 20 },
  { name: 'conversations.open', run: open, scope: 'im:write', perMinute: 50 },
]
