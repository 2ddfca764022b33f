import { named } from '../blocks/name.ts'
import type { Json } from '../blocks/walk.ts'
import { announce } from '../deliver/announce.ts'
import { app } from './cast.ts'
import type { Channel, Ephemeral, Message } from './records.ts'
import { showMessage } from './show.ts'
import { secretWord, type Workspace } from './workspace.ts'

/** The words of a message. */
export type Content = {
  readonly text: string
  readonly blocks?: readonly Json[] | undefined
  readonly attachments?: readonly Json[] | undefined
  readonly thread_ts?: string | undefined
  readonly metadata?: Json | undefined
  readonly subtype?: string | undefined
  readonly files?: readonly Json[] | undefined
}

const newId = (): string => secretWord(3)

/** Content as it is kept: ids given, texts completed, nothing undefined. */
const kept = ({ blocks, attachments, ...rest }: Content): Content =>
  JSON.parse(
    JSON.stringify({
      ...rest,
      blocks: blocks?.length ? named(blocks, newId) : undefined,
      attachments: attachments?.length ? attachments : undefined,
    }),
  ) as Content

/** Puts a message into a channel. */
export function post(
  workspace: Workspace,
  channel: Channel,
  user: string,
  content: Content,
): Message {
  const ts = workspace.ts()
  const message = {
    id: `${channel.id}:${ts}`,
    channel: channel.id,
    ts,
    user,
    bot: user === app.user,
    ...kept(content),
  } as Message
  workspace.store.put('messages', message)
  workspace.changed({ kind: 'message', id: message.id })
  announce(workspace, channel, messageEvent(workspace, channel, showMessage(workspace, message)))
  return message
}

/** Changes a message in place. */
export function edit(workspace: Workspace, message: Message, content: Content): Message {
  const { blocks: _, attachments: __, text: ___, ...before } = message
  const edited = { user: app.user, ts: workspace.ts() }
  const after = { ...before, edited, ...kept(content) } as Message
  workspace.store.put('messages', after)
  workspace.changed({ kind: 'message', id: message.id })
  const previous_message = showMessage(workspace, message)
  hint(workspace, message, 'message_changed', {
    message: showMessage(workspace, after),
    previous_message,
  })
  return after
}

/** Removes a message. */
export function remove(workspace: Workspace, message: Message): void {
  const previous_message = showMessage(workspace, message)
  workspace.store.drop('messages', message.id)
  workspace.changed({ kind: 'message', id: message.id })
  hint(workspace, message, 'message_deleted', { deleted_ts: message.ts, previous_message })
}

function hint(workspace: Workspace, message: Message, subtype: string, more: Json): void {
  const channel = workspace.store.get('channels', message.channel)
  if (!channel) return
  const shown = { type: 'message', subtype, hidden: true, ts: workspace.ts(), ...more }
  announce(workspace, channel, messageEvent(workspace, channel, shown))
}

const kinds = { public: 'channel', private: 'group', im: 'im' } as const

const messageEvent = (_: Workspace, channel: Channel, shown: Json): Json => ({
  ...shown,
  channel: channel.id,
  channel_type: kinds[channel.kind],
  event_ts: shown['ts'],
})

/** Shows something to one member. */
export function whisper(
  workspace: Workspace,
  to: { readonly channel: string; readonly user: string; readonly bot?: boolean },
  content: Content,
): Ephemeral {
  const ts = workspace.ts()
  const { text, blocks, attachments, thread_ts } = kept(content)
  const ephemeral = {
    id: `${to.channel}:${ts}:${to.user}`,
    channel: to.channel,
    ts,
    user: to.user,
    bot: to.bot ?? true,
    text,
    ...(blocks ? { blocks } : {}),
    ...(attachments ? { attachments } : {}),
    ...(thread_ts ? { thread_ts } : {}),
  }
  workspace.store.put('ephemerals', ephemeral)
  workspace.changed({ kind: 'ephemeral', user: to.user, id: ephemeral.id })
  return ephemeral
}

/** Changes what one member sees. */
export function editWhisper(workspace: Workspace, before: Ephemeral, content: Content): void {
  const { blocks: _, attachments: __, ...rest } = before
  const { text, blocks, attachments } = kept(content)
  workspace.store.put('ephemerals', {
    ...rest,
    text,
    ...(blocks ? { blocks } : {}),
    ...(attachments ? { attachments } : {}),
  })
  workspace.changed({ kind: 'ephemeral', user: before.user, id: before.id })
}
