import { z } from 'zod'
import { jsons, placedIn } from '../blocks/walk.ts'
import { envelope, newHook } from '../deliver/payloads.ts'
import { interaction, send } from '../deliver/send.ts'
import { stackOf } from '../state/find.ts'
import { saved } from '../state/modals.ts'
import type { User, View } from '../state/records.ts'
import { showView } from '../state/show.ts'
import { heldBy } from '../state/values.ts'
import type { Workspace } from '../state/workspace.ts'
import { faultsIn } from './fields.ts'
import { Denied, fine, type Outcome } from './seen.ts'
import { carryOut } from './view-answer.ts'

/** `submit`: the modal on top unless one is named. */
export const submitShape = z.object({ view: z.string().optional() })

/** What a member reads in a modal whose submission was not taken (facts 1.4). */
const trouble = 'We had some trouble connecting. Try again?'

/** A member presses the button of a modal (facts 1.5, 2). */
export async function submit(
  workspace: Workspace,
  user: User,
  given: z.infer<typeof submitShape>,
): Promise<Outcome> {
  const view = topView(workspace, user, given.view)
  if (!view.given['submit']) throw new Denied('this modal has no button to submit it')
  const errors = faultsIn(view)
  if (Object.keys(errors).length > 0) return invalid(workspace, view, errors)
  const delivery = await send(
    workspace,
    interaction('view_submission', user.id, {
      ...envelope(workspace, user, 'view_submission'),
      view: showView(view),
      response_urls: hooksOf(workspace, view),
    }),
  )
  if (delivery.outcome !== 'acknowledged') return { outcome: 'failed', says: trouble, delivery }
  const taken = carryOut(workspace, view, delivery.answer)
  workspace.store.flush()
  if (taken === 'unreadable') return { outcome: 'failed', says: trouble, delivery }
  return taken === 'done' ? fine(delivery) : { outcome: 'invalid', errors: taken, delivery }
}

/** The modal on top; only that one can be acted on. */
export function topView(workspace: Workspace, user: User, id: string | undefined): View {
  const top = stackOf(workspace, user.id).at(-1)
  if (!top || (id !== undefined && top.id !== id)) throw new Denied('this modal is not open')
  return top
}

function invalid(workspace: Workspace, view: View, errors: Record<string, string>): Outcome {
  saved(workspace, { ...view, errors })
  workspace.store.flush()
  return { outcome: 'invalid', errors }
}

// A chosen conversation brings a `response_url` where its input asks for one (facts 1.7).
function hooksOf(workspace: Workspace, view: View): unknown[] {
  return placedIn(jsons(view.given['blocks'])).flatMap(({ block, element }) => {
    if (element['response_url_enabled'] !== true || block['type'] !== 'input') return []
    const held = heldBy(block, element, view.values)
    const channel = held['selected_conversation'] ?? held['selected_channel']
    if (typeof channel !== 'string') return []
    return [
      {
        block_id: block['block_id'],
        action_id: element['action_id'],
        channel_id: channel,
        response_url: newHook(workspace, view.user, channel, null),
      },
    ]
  })
}
