import { z } from 'zod'
import { Member } from '../records/primitives.ts'
import type { Visit, Way } from './visit.ts'
import { Field, listed, View, valueOf, viewOf } from './window-state.ts'

const Action = Field.extend({
  action_id: z.string().default(''),
  block_id: z.string().default(''),
})

const Payload = z.looseObject({
  type: z.string(),
  user: z.looseObject({ id: z.string(), team_id: z.string().optional() }),
  team: z.looseObject({ id: z.string() }).nullish(),
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
  callback_id: z.string().optional(),
  action_id: z.string().optional(),
  value: z.string().optional(),
  channel: z.looseObject({ id: z.string() }).nullish(),
  message: z.looseObject({ text: z.string().optional() }).nullish(),
  view: View.nullish(),
  actions: z.array(Action).optional(),
})
type Payload = z.infer<typeof Payload>

const Command = z.looseObject({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  team_id: z.string(),
  channel_id: z.string().optional(),
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
})

const HomeOpened = z.looseObject({
  team_id: z.string(),
  event: z.looseObject({
    type: z.literal('app_home_opened'),
    user: z.string(),
    tab: z.string().default('home'),
  }),
})

/**
 * Reads what Slack delivered. `undefined` for what no member did, or what cannot be read: payloads
 * gain fields any day, so only what is used is looked at.
 */
export function visitOf(body: unknown): Visit | undefined {
  for (const read of [fromCommand, fromHome, fromInteraction]) {
    const visit = read(body)
    if (visit && Member.safeParse(visit.member).success) return visit
  }
  return undefined
}

function fromCommand(body: unknown): Visit | undefined {
  const { data } = Command.safeParse(body)
  if (!data) return undefined
  return {
    way: 'command',
    name: data.command,
    member: { user: data.user_id, team: data.team_id },
    text: data.text.trim(),
    chosen: [],
    ...optional({
      trigger: data.trigger_id,
      channel: data.channel_id,
      respondAt: data.response_url,
    }),
  }
}

function fromHome(body: unknown): Visit | undefined {
  const { data } = HomeOpened.safeParse(body)
  if (!data || data.event.tab !== 'home') return undefined
  const member = { user: data.event.user, team: data.team_id }
  return { way: 'home', name: 'home', member, text: '', chosen: [] }
}

const ways: Readonly<Record<string, Way>> = {
  block_actions: 'action',
  view_submission: 'submission',
  view_closed: 'closed',
  block_suggestion: 'options',
  shortcut: 'shortcut',
  message_action: 'message-shortcut',
}

function fromInteraction(body: unknown): Visit | undefined {
  const { data } = Payload.safeParse(body)
  const way = ways[data?.type ?? '']
  if (!data || !way) return undefined
  const [action] = data.actions ?? []
  return {
    way,
    name: nameOf(data, way),
    member: memberIn(data),
    chosen: listed(action && valueOf(action)),
    ...placeOf(data),
    ...standingIn(data, way, action),
  }
}

const placeOf = ({ value: text = '', ...data }: Payload) => ({
  text,
  ...optional({
    trigger: data.trigger_id,
    channel: data.channel?.id,
    message: data.message?.text,
    respondAt: data.response_url,
  }),
})

/** In a shared channel the one who clicks may belong to another organisation (facts 6). */
const memberIn = ({ user, team }: Payload): Member => ({
  user: user.id,
  team: user.team_id ?? team?.id ?? '',
})

const nameOf = (data: Payload, way: Way): string => rawName(data, way)?.split(':')[0] ?? ''

function rawName(data: Payload, way: Way): string | undefined {
  if (way === 'action') return data.actions?.[0]?.action_id
  return way === 'options' ? data.action_id : (data.view?.callback_id ?? data.callback_id)
}

/** A form, and what is typed into its menus, stand in the window's name; a button in its own. */
function standingIn(
  data: Payload,
  way: Way,
  action: z.infer<typeof Action> | undefined,
): Pick<Visit, 'view' | 'token'> {
  const view = data.view ? viewOf(data.view) : undefined
  const token = way === 'action' ? action?.value : view?.metadata
  return { ...(view ? { view } : {}), ...(token ? { token } : {}) }
}

/** Without the keys that are undefined: absent is not the same as undefined in our types. */
function optional<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
