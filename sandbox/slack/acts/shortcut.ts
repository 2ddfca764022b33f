import { z } from 'zod'
import type { Json } from '../blocks/walk.ts'
import { envelope, nameIn, newHook } from '../deliver/payloads.ts'
import { interaction, send } from '../deliver/send.ts'
import { home } from '../state/cast.ts'
import type { User } from '../state/records.ts'
import { showMessage } from '../state/show.ts'
import type { Workspace } from '../state/workspace.ts'
import { Denied, fine, type Outcome } from './seen.ts'
import { surfaceOf } from './target.ts'

/** `shortcut`: from anywhere. */
export const shortcutShape = z.object({ callback_id: z.string() })

/** `message-shortcut`: on a message. */
export const messageShortcutShape = z.object({ callback_id: z.string(), message: z.string() })

/** A member starts a global shortcut: no channel, no `response_url` (facts 2). */
export async function shortcut(
  workspace: Workspace,
  user: User,
  { callback_id }: z.infer<typeof shortcutShape>,
): Promise<Outcome> {
  ownMember(user)
  return await start(workspace, user, 'shortcut', { callback_id })
}

/** A member starts a shortcut on a message (facts 2). */
export async function messageShortcut(
  workspace: Workspace,
  user: User,
  given: z.infer<typeof messageShortcutShape>,
): Promise<Outcome> {
  ownMember(user)
  const surface = surfaceOf(workspace, user, given)
  if (surface.kind !== 'message') throw new Denied('there is no such message')
  const { channel, message } = surface
  return await start(workspace, user, 'message_action', {
    callback_id: given.callback_id,
    channel: { id: channel.id, name: nameIn(channel) },
    message_ts: message.ts,
    message: showMessage(workspace, message),
    response_url: newHook(workspace, user.id, channel.id, { kind: 'message', id: message.id }),
  })
}

// Shortcuts run only for members of the installing workspace (facts 6).
function ownMember(user: User): void {
  if (user.team !== home.id) throw new Denied('this app is not installed in your workspace')
}

async function start(workspace: Workspace, user: User, type: string, more: Json): Promise<Outcome> {
  const payload = { ...envelope(workspace, user, type), action_ts: workspace.ts(), ...more }
  const delivery = await send(workspace, interaction(type, user.id, payload))
  if (delivery.outcome === 'acknowledged') return fine(delivery)
  return { outcome: 'failed', says: 'This app did not respond.', delivery }
}
