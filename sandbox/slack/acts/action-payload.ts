import type { Json } from '../blocks/walk.ts'
import { envelope, nameIn, newHook } from '../deliver/payloads.ts'
import type { User } from '../state/records.ts'
import { showMessage, showView } from '../state/show.ts'
import { stateOf } from '../state/values.ts'
import type { Workspace } from '../state/workspace.ts'
import { blocksAt, type Surface, valuesAt } from './target.ts'

/** A `block_actions` payload (facts 2). */
export const actionPayload = (
  workspace: Workspace,
  user: User,
  surface: Surface,
  action: Json,
): Json => ({
  ...envelope(workspace, user, 'block_actions'),
  ...placeOf(workspace, user, surface),
  actions: [{ ...action, action_ts: workspace.ts() }],
})

/** Where it happened: container, channel, message or view, state and `response_url`. */
function placeOf(workspace: Workspace, user: User, surface: Surface): Json {
  if (surface.kind === 'view')
    return {
      container: { type: 'view', view_id: surface.view.id },
      view: showView(surface.view),
    }
  const { channel, message, kind } = surface
  const values = stateOf(blocksAt(surface), valuesAt(workspace, user, surface))
  const source = { kind, id: message.id } as const
  return {
    container: containerOf(surface),
    channel: { id: channel.id, name: nameIn(channel) },
    ...(surface.kind === 'message' ? { message: showMessage(workspace, surface.message) } : {}),
    state: { values },
    response_url: newHook(workspace, user.id, channel.id, source),
  }
}

/** The container of a message (facts 2). */
export const containerOf = ({ message, kind }: Exclude<Surface, { kind: 'view' }>): Json => ({
  type: 'message',
  message_ts: message.ts,
  channel_id: message.channel,
  is_ephemeral: kind === 'ephemeral',
  ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
})
