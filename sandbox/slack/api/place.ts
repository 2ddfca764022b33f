import { app, home } from '../state/cast.ts'
import { botSees, channelOf, dmWith, isIn, messageOf, userOf } from '../state/find.ts'
import type { Channel } from '../state/records.ts'
import type { Workspace } from '../state/workspace.ts'
import { Refused } from './call.ts'

/** A channel by id; a private one the app is not in does not exist for it (facts 4). */
export function channelAt(workspace: Workspace, id: string): Channel {
  const channel = channelOf(workspace, id)
  if (!channel || !botSees(channel)) throw new Refused('channel_not_found')
  return channel
}

/** Where a message goes: a channel by id or name, or a member's DM. */
export function destination(workspace: Workspace, given: string): Channel {
  if (/^[UW][A-Z0-9]+$/.test(given)) return dmTo(workspace, given)
  const name = given.replace(/^#/, '')
  const named = workspace.store.all('channels').find((one) => one.name === name && name !== '')
  const channel = channelAt(workspace, named?.id ?? given)
  if (channel.archived) throw new Refused('is_archived')
  const { scopes } = workspace.installation()
  const open = channel.kind === 'public' && scopes.includes('chat:write.public')
  if (!isIn(channel, app.user) && !open) throw new Refused('not_in_channel')
  return channel
}

function dmTo(workspace: Workspace, id: string): Channel {
  const user = userOf(workspace, id)
  if (!user || user.deleted || user.is_bot || user.team !== home.id)
    throw new Refused('channel_not_found')
  return dmWith(workspace, id)
}

/** The head of the thread a reply goes to. */
export function threadAt(
  workspace: Workspace,
  channel: Channel,
  ts: string | undefined,
): string | undefined {
  if (ts === undefined) return undefined
  const head = messageOf(workspace, channel.id, ts)
  if (!head) throw new Refused('thread_not_found')
  return head.thread_ts ?? head.ts
}
