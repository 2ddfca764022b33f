import { Refused } from '../api/call.ts'
import { contentOf } from '../api/content.ts'
import { isJson, type Json } from '../blocks/walk.ts'
import { app } from '../state/cast.ts'
import { channelOf } from '../state/find.ts'
import { type Content, edit, editWhisper, post, remove, whisper } from '../state/post.ts'
import type { Hook } from '../state/records.ts'
import type { Workspace } from '../state/workspace.ts'

/** How long a `response_url` lives, in ms, and how often it works (facts 1.7). */
const life = 30 * 60_000
const uses = 5

/** What the app gets back from a `response_url`. */
export type Responded = { readonly status: number; readonly text: string }

/** Takes a message on a `response_url` (facts 1.7). */
export function respond(workspace: Workspace, id: string, body: unknown): Responded {
  const hook = workspace.store.get('hooks', id)
  if (!hook || workspace.now() - hook.at > life) return { status: 404, text: 'expired_url' }
  if (hook.uses >= uses) return { status: 404, text: 'used_url' }
  if (!isJson(body)) return { status: 400, text: 'invalid_payload' }
  workspace.store.put('hooks', { ...hook, uses: hook.uses + 1 })
  try {
    carryOut(workspace, hook, body)
    return { status: 200, text: 'ok' }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { status: 400, text: error.code }
  }
}

function carryOut(workspace: Workspace, hook: Hook, body: Json): void {
  if (body['delete_original'] === true) return erase(workspace, hook)
  const content = contentOf(body)
  if (body['replace_original'] === true && replace(workspace, hook, content)) return
  say(workspace, hook, body, content)
}

function erase(workspace: Workspace, { source }: Hook): void {
  if (source?.kind === 'ephemeral') {
    const ephemeral = workspace.store.get('ephemerals', source.id)
    workspace.store.drop('ephemerals', source.id)
    if (ephemeral) workspace.changed({ kind: 'ephemeral', user: ephemeral.user, id: source.id })
  }
  const message =
    source?.kind === 'message' ? workspace.store.get('messages', source.id) : undefined
  if (message) remove(workspace, message)
}

function replace(workspace: Workspace, { source }: Hook, content: Content): boolean {
  if (source?.kind === 'ephemeral') {
    const ephemeral = workspace.store.get('ephemerals', source.id)
    if (ephemeral) editWhisper(workspace, ephemeral, content)
    return true
  }
  if (source?.kind !== 'message') return false
  const message = workspace.store.get('messages', source.id)
  if (!message) throw new Refused('message_not_found')
  edit(workspace, message, content)
  return true
}

// It bypasses membership; a thread needs `in_channel` and an explicit `replace_original: false`.
function say(workspace: Workspace, hook: Hook, body: Json, content: Content): void {
  const channel = channelOf(workspace, hook.channel)
  if (!channel) throw new Refused('channel_not_found')
  if (body['response_type'] !== 'in_channel') {
    whisper(workspace, hook, content)
    return
  }
  const thread = body['replace_original'] === false ? body['thread_ts'] : undefined
  const thread_ts = typeof thread === 'string' ? thread : undefined
  post(workspace, channel, app.user, { ...content, thread_ts })
}
