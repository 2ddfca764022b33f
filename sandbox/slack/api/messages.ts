import { lengthOf } from '../blocks/text.ts'
import { app, home } from '../state/cast.ts'
import { isIn, messageOf } from '../state/find.ts'
import { edit, post, remove } from '../state/post.ts'
import type { Message } from '../state/records.ts'
import { showMessage } from '../state/show.ts'
import type { Workspace } from '../state/workspace.ts'
import { type Call, type Handler, type Method, needed, Refused, textOf } from './call.ts'
import { contentOf, isBroadcast, warningOf } from './content.ts'
import { channelAt, destination, threadAt } from './place.ts'

const create: Handler = ({ args }, workspace) => {
  const channel = destination(workspace, needed(args, 'channel'))
  const content = contentOf(args)
  const thread_ts = threadAt(workspace, channel, textOf(args, 'thread_ts'))
  const subtype = thread_ts && isBroadcast(args) ? 'thread_broadcast' : undefined
  const message = post(workspace, channel, app.user, { ...content, thread_ts, subtype })
  return {
    channel: channel.id,
    ts: message.ts,
    message: showMessage(workspace, message),
    ...warningOf(args),
  }
}

const update: Handler = ({ args }, workspace) => {
  const message = ownMessage({ args, method: 'chat.update' }, workspace, 'cant_update_message')
  const { archived } = channelAt(workspace, message.channel)
  if (archived) throw new Refused('is_inactive')
  if (lengthOf(textOf(args, 'text') ?? '') > 4000) throw new Refused('msg_too_long')
  const after = edit(workspace, message, contentAfter(args, message))
  return {
    channel: after.channel,
    ts: after.ts,
    text: after.text,
    message: showMessage(workspace, after),
  }
}

// Without `blocks` the old ones stay only where no `text` is given; `metadata` stays unless it is {}
// (facts 4 and the method's page).
function contentAfter(args: Call['args'], before: Message): ReturnType<typeof contentOf> {
  const isBare = textOf(args, 'text') === undefined && args['blocks'] === undefined
  if (isBare && before.blocks)
    return { ...contentOf({ ...args, text: before.text }), blocks: before.blocks }
  const content = contentOf(args)
  const metadata = content.metadata ?? before.metadata
  const isEmptied = metadata !== undefined && Object.keys(metadata).length === 0
  return { ...content, metadata: isEmptied ? undefined : metadata }
}

const erase: Handler = ({ args, method }, workspace) => {
  const message = ownMessage({ args, method }, workspace, 'cant_delete_message')
  remove(workspace, message)
  return { channel: message.channel, ts: message.ts }
}

function ownMessage({ args }: Call, workspace: Workspace, code: string): Message {
  const id = needed(args, 'channel')
  // A user's id is no channel here, as it is for posting (facts 4).
  const channel = channelAt(workspace, id)
  if (!isIn(channel, app.user)) throw new Refused('not_in_channel')
  const message = messageOf(workspace, channel.id, needed(args, 'ts'))
  if (!message) throw new Refused('message_not_found')
  if (message.user !== app.user) throw new Refused(code)
  return message
}

const permalink: Handler = ({ args }, workspace) => {
  const channel = channelAt(workspace, needed(args, 'channel'))
  const message = messageOf(workspace, channel.id, needed(args, 'message_ts'))
  if (!message) throw new Refused('message_not_found')
  const at = `https://${home.domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}`
  const { thread_ts } = message
  const inThread = thread_ts && thread_ts !== message.ts
  return {
    channel: channel.id,
    permalink: inThread ? `${at}?thread_ts=${thread_ts}&cid=${channel.id}` : at,
  }
}

/** `chat.*` for messages that stay. */
export const messageMethods: readonly Method[] = [
  { name: 'chat.postMessage', run: create, scope: 'chat:write' },
  { name: 'chat.update', run: update, scope: 'chat:write', perMinute: 50 },
  { name: 'chat.delete', run: erase, scope: 'chat:write', perMinute: 50 },
  { name: 'chat.getPermalink', run: permalink },
]
