import { z } from 'zod'
import { Refused } from '../api/call.ts'
import { contentOf } from '../api/content.ts'
import { isJson, type Json } from '../blocks/walk.ts'
import { slashFields } from '../deliver/payloads.ts'
import { type Answer, form, send } from '../deliver/send.ts'
import { app, home } from '../state/cast.ts'
import { post, whisper } from '../state/post.ts'
import type { Channel, User } from '../state/records.ts'
import type { Workspace } from '../state/workspace.ts'
import { Denied, fine, type Outcome } from './seen.ts'
import { channelFor } from './target.ts'

/** `command`: the whole line as it is typed, such as `/rights-erase 48213`. */
export const commandShape = z.object({
  channel: z.string(),
  text: z.string().startsWith('/'),
  thread_ts: z.string().optional(),
})

/** A member types a slash command (facts 1.2, 1.4, 1.5). */
export async function command(
  workspace: Workspace,
  user: User,
  given: z.infer<typeof commandShape>,
): Promise<Outcome> {
  const [, name = '', text = ''] = /^(\S+)\s*([\s\S]*)$/.exec(given.text) ?? []
  owned(workspace, user, name)
  if (given.thread_ts !== undefined) throw new Denied(`${name} is not supported in threads. Sorry!`)
  const channel = channelFor(workspace, user, given.channel)
  const fields = slashFields(workspace, user, channel, { command: name, text })
  const delivery = await send(workspace, form('slash', user.id, fields))
  const code = delivery.outcome === 'late' ? 'operation_timeout' : 'dispatch_failed'
  const isTaken =
    delivery.outcome === 'acknowledged' &&
    reply(workspace, user, channel, { answer: answerIn(delivery), typed: given.text })
  workspace.store.flush()
  return isTaken ? fine(delivery) : failed(workspace, user, channel, { name, code, delivery })
}

function owned(workspace: Workspace, user: User, name: string): void {
  const isKnown = workspace.installation().commands?.includes(name) ?? true
  if (user.team !== home.id || !isKnown) throw new Denied(`${name} is not a valid command.`)
}

type Failure = { readonly name: string; readonly code: string; readonly delivery: Answer }

function failed(
  workspace: Workspace,
  user: User,
  channel: Channel,
  { name, code, delivery }: Failure,
): Outcome {
  const says = `${name} failed with the error "${code}"`
  whisper(workspace, { channel: channel.id, user: user.id, bot: false }, { text: says })
  workspace.store.flush()
  return { outcome: 'failed', says, delivery }
}

function answerIn({ answer, headers }: Answer): Json | undefined {
  if (answer.trim() === '') return undefined
  if (!headers.get('content-type')?.includes('json')) return { text: answer }
  try {
    const body: unknown = JSON.parse(answer)
    return isJson(body) ? body : { text: answer }
  } catch {
    return { text: answer }
  }
}

type Said = { readonly answer: Json | undefined; readonly typed: string }

// `in_channel` also shows what was typed; a message Slack cannot take fails the command (facts 1.4, 1.5).
function reply(
  workspace: Workspace,
  user: User,
  channel: Channel,
  { answer, typed }: Said,
): boolean {
  if (!answer) return true
  try {
    const content = contentOf(answer)
    if (answer['response_type'] === 'in_channel') {
      post(workspace, channel, user.id, { text: typed })
      post(workspace, channel, app.user, content)
    } else whisper(workspace, { channel: channel.id, user: user.id }, content)
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
