import type { Json } from '../blocks/walk.ts'
import { app } from '../state/cast.ts'
import { isIn, messageOf } from '../state/find.ts'
import type { Message } from '../state/records.ts'
import type { Workspace } from '../state/workspace.ts'
import { type Handler, type Method, needed, Refused } from './call.ts'
import { channelAt } from './place.ts'

const add: Handler = ({ args }, workspace) => {
  const message = messageAt(workspace, args)
  const name = needed(args, 'name')
  if (!/^[a-z0-9_+-]+(::skin-tone-[2-6])?$/.test(name)) throw new Refused('invalid_name')
  const { reactions = [] } = message
  const same = reactions.find((one) => one.name === name)
  if (same?.users.includes(app.user)) throw new Refused('already_reacted')
  const after = { name, users: [...(same?.users ?? []), app.user] }
  const others = reactions.filter((one) => one.name !== name)
  workspace.store.put('messages', { ...message, reactions: [...others, after] })
  workspace.changed({ kind: 'message', id: message.id })
  return {}
}

function messageAt(workspace: Workspace, args: Json): Message {
  const channel = channelAt(workspace, needed(args, 'channel'))
  if (channel.archived) throw new Refused('is_archived')
  if (!isIn(channel, app.user)) throw new Refused('not_in_channel')
  const message = messageOf(workspace, channel.id, needed(args, 'timestamp'))
  if (!message) throw new Refused('message_not_found')
  return message
}

/** `reactions.add`. */
export const reactionMethods: readonly Method[] = [
  { name: 'reactions.add', run: add, scope: 'reactions:write', perMinute: 50 },
]
