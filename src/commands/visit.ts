import { z } from 'zod'
import { Member } from '../records/primitives.ts'
import type { Bound } from '../views/deed-id.ts'

/** What a field of a window holds: its text, what is chosen, or nothing. */
export type Value = string | readonly string[] | undefined

/** How a member came in. */
export type Way =
  | 'command'
  | 'shortcut'
  | 'message-shortcut'
  | 'action'
  | 'submission'
  | 'closed'
  | 'options'
  | 'home'

/** A window as it was when the member did something in it. */
export type VisitedView = {
  readonly id: string
  readonly hash: string
  readonly kind: 'modal' | 'home'
  /** How many windows lie below it: Slack allows three in all. */
  readonly isRoot: boolean
  /** What its `private_metadata` is sealed over. */
  readonly metadata: string
  /** By action id. Untouched fields are `undefined`. */
  readonly values: Readonly<Record<string, Value>>
  /** Block id by action id: errors on a field are addressed by block. */
  readonly blocks: Readonly<Record<string, string>>
}

/** One thing that a member did in Slack, whichever way it came in. */
export type Visit = {
  readonly way: Way
  /** Id of the deed as it came: nobody has checked it. */
  readonly name: string
  readonly member: Member
  readonly trigger?: string
  readonly channel?: string
  readonly thread?: string
  /** What was typed: after the command, or into a menu. */
  readonly text: string
  readonly view?: VisitedView
  /** Token of the button, or of the window. */
  readonly token?: string
  /** What is chosen in the control that was used. */
  readonly chosen: readonly string[]
  /** Text of the message that a shortcut was used on: somebody else's words. */
  readonly message?: string
  readonly respondAt?: string
}

/** A visit at a door that knows what the token stands for. */
export type Known = Visit & { readonly bound?: Bound }

const Option = z.looseObject({ value: z.string() })
const Field = z.looseObject({
  value: z.string().nullish(),
  selected_option: Option.nullish(),
  selected_options: z.array(Option).nullish(),
  selected_date: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
})
type Field = z.infer<typeof Field>

const View = z.looseObject({
  id: z.string(),
  hash: z.string().default(''),
  type: z.enum(['modal', 'home']).default('modal'),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  root_view_id: z.string().nullish(),
  state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), Field)) }).nullish(),
})

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
  message: z
    .looseObject({ text: z.string().optional(), thread_ts: z.string().optional() })
    .nullish(),
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
  const action = data.actions?.[0]
  const view = data.view ? viewOf(data.view) : undefined
  return {
    way,
    name: nameOf(data, way),
    // In a shared channel the one who clicks may belong to another organisation (facts 6).
    member: { user: data.user.id, team: data.user.team_id ?? data.team?.id ?? '' },
    text: data.value ?? '',
    chosen: action ? listed(valueOf(action)) : [],
    ...optional({
      trigger: data.trigger_id,
      channel: data.channel?.id,
      thread: data.message?.thread_ts,
      message: data.message?.text,
      respondAt: data.response_url,
      view,
      token: tokenOf(action, view),
    }),
  }
}

function nameOf(data: Payload, way: Way): string {
  const name =
    way === 'action' ? data.actions?.[0]?.action_id : (data.view?.callback_id ?? data.callback_id)
  return (way === 'options' ? data.action_id : name)?.split(':')[0] ?? ''
}

const tokenOf = (
  action: z.infer<typeof Action> | undefined,
  view: VisitedView | undefined,
): string | undefined =>
  // A menu or a box carries no token of its own: it stands in the window's name.
  action?.value && !action.selected_option ? action.value : view?.metadata

function viewOf(view: z.infer<typeof View>): VisitedView {
  const values: Record<string, Value> = {}
  const blocks: Record<string, string> = {}
  for (const [block, fields] of Object.entries(view.state?.values ?? {})) {
    for (const [action, field] of Object.entries(fields)) {
      values[action] = valueOf(field)
      blocks[action] = block
    }
  }
  return {
    id: view.id,
    hash: view.hash,
    kind: view.type,
    isRoot: !view.root_view_id || view.root_view_id === view.id,
    metadata: view.private_metadata,
    values,
    blocks,
  }
}

function valueOf(field: Field): Value {
  const many = field.selected_options?.map(({ value }) => value) ?? field.selected_users
  const one = field.selected_option?.value ?? field.selected_date ?? field.selected_user
  return many ?? one ?? field.value ?? undefined
}

const listed = (value: Value): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

/** Without the keys that are undefined: absent is not the same as undefined in our types. */
function optional<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
