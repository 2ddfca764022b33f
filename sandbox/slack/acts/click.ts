import { z } from 'zod'
import type { Json, Placed } from '../blocks/walk.ts'
import { interaction, send } from '../deliver/send.ts'
import type { User } from '../state/records.ts'
import { optionOf, slotOf, valueFor } from '../state/values.ts'
import type { Workspace } from '../state/workspace.ts'
import { actionPayload } from './action-payload.ts'
import { offeredAt } from './offered.ts'
import { fine, type Outcome } from './seen.ts'
import { elementAt, putIn, questionOf, type Surface, surfaceOf, targetShape } from './target.ts'

/** `click` and `fill`: `value` is text, an option's value, a list of them, or an id. */
export const clickShape = z.object({
  ...targetShape,
  value: z.unknown().optional(),
  /** Whether the member has said yes to the question. */
  confirmed: z.boolean().optional(),
  /** Sends an action that is not on the screen, as an attacker or an old client would. */
  forge: z.looseObject({ type: z.string() }).optional(),
})

type Click = z.infer<typeof clickShape>

/** A member presses a button, picks from a menu, ticks a box, types. */
export async function click(workspace: Workspace, user: User, given: Click): Promise<Outcome> {
  const surface = surfaceOf(workspace, user, given)
  if (given.forge) return await forged(workspace, user, surface, given)
  const placed = elementAt(surface, given)
  const question = questionOf(placed.element)
  if (question && !given.confirmed) return { outcome: 'confirm', confirm: question }
  const value = chosen(workspace, user, placed, given.value)
  const isKept = slotOf(placed.element) !== undefined
  const after = isKept ? putIn(workspace, user, surface, { ...placed, value }) : surface
  workspace.store.flush()
  if (!dispatches(placed)) return fine()
  return await dispatch(workspace, user, after, { ...about(placed), ...value })
}

function chosen(workspace: Workspace, user: User, { element }: Placed, value: unknown): Json {
  if (element['type'] === 'overflow')
    return { type: 'overflow', selected_option: optionOf(element, value, []) }
  if (element['type'] === 'feedback_buttons') return { type: 'feedback_buttons', value }
  return valueFor(element, value, offeredAt(workspace, user, element))
}

// An input block keeps what is put in until it is submitted, unless it says otherwise (facts 2).
const dispatches = ({ block }: Placed): boolean =>
  block['type'] !== 'input' || block['dispatch_action'] === true

const carried = ['text', 'value', 'style', 'url', 'placeholder', 'confirm'] as const

const about = ({ block, element }: Placed): Json => ({
  action_id: element['action_id'],
  block_id: block['block_id'],
  ...Object.fromEntries(carried.flatMap((key) => (key in element ? [[key, element[key]]] : []))),
})

async function forged(
  workspace: Workspace,
  user: User,
  surface: Surface,
  { forge, action_id, block_id }: Click,
): Promise<Outcome> {
  return await dispatch(workspace, user, surface, {
    block_id: block_id ?? 'forged',
    action_id,
    ...forge,
  })
}

async function dispatch(
  workspace: Workspace,
  user: User,
  surface: Surface,
  action: Json,
): Promise<Outcome> {
  const payload = actionPayload(workspace, user, surface, action)
  const delivery = await send(workspace, interaction('block_actions', user.id, payload))
  if (delivery.outcome === 'acknowledged') return fine(delivery)
  // An error badge beside the element; it clears once the message changes (facts 1.4).
  return { outcome: 'failed', says: 'This app did not respond. ⚠', delivery }
}
