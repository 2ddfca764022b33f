import { isJson, type Json } from '../blocks/walk.ts'
import { app } from '../state/cast.ts'
import { isIn, messageOf, messagesIn } from '../state/find.ts'
import type { Channel, Message } from '../state/records.ts'
import { showMessage } from '../state/show.ts'
import type { Workspace } from '../state/workspace.ts'
import { type Call, type Handler, isOn, type Method, needed, Refused, textOf } from './call.ts'
import { mayRead } from './conversations.ts'
import { pageOf } from './paging.ts'
import { channelAt } from './place.ts'

function opened(workspace: Workspace, { args }: Call): Channel {
  const channel = channelAt(workspace, needed(args, 'channel'))
  mayRead(workspace, channel, 'history')
  if (!isIn(channel, app.user)) throw new Refused('not_in_channel')
  return channel
}

const history: Handler = (call, workspace) => {
  const channel = opened(workspace, call)
  const rows = messagesIn(workspace, channel.id)
    .filter((one) => isTop(one) && isWithin(call, one))
    .toReversed()
  return paged(call, workspace, rows)
}

function isWithin({ args }: Call, { ts }: Message): boolean {
  const at = Number(ts)
  return at > Number(textOf(args, 'oldest') ?? 0) && at < Number(textOf(args, 'latest') ?? at + 1)
}

const isTop = ({ ts, thread_ts, subtype }: Message): boolean =>
  thread_ts === undefined || thread_ts === ts || subtype === 'thread_broadcast'

const replies: Handler = (call, workspace) => {
  const channel = opened(workspace, call)
  const head = messageOf(workspace, channel.id, needed(call.args, 'ts'))
  if (!head) throw new Refused('thread_not_found')
  const root = head.thread_ts ?? head.ts
  // The head is always told, whatever times were asked for.
  const rows = messagesIn(workspace, channel.id).filter(
    (one) => one.ts === root || (one.thread_ts === root && isWithin(call, one)),
  )
  return paged(call, workspace, rows)
}

function paged(call: Call, workspace: Workspace, all: readonly Message[]): ReturnType<Handler> {
  const { rows, rest } = pageOf(call.args, all)
  const last = all.at(-1)
  return {
    messages: rows.map((one) => told(call, showMessage(workspace, one))),
    has_more: rows.length > 0 && rows.at(-1) !== last,
    ...rest,
  }
}

// What an app has written into the metadata is told to those who ask for it; others learn its type.
function told({ args }: Call, message: Json): Json {
  const { metadata } = message
  if (!isJson(metadata) || isOn(args, 'include_all_metadata')) return message
  return { ...message, metadata: { event_type: metadata['event_type'] } }
}

/** `conversations.history` and `conversations.replies`. */
export const historyMethods: readonly Method[] = [
  { name: 'conversations.history', run: history, perMinute: 50 },
  { name: 'conversations.replies', run: replies, perMinute: 50 },
]
