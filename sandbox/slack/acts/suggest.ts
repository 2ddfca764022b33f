import { z } from 'zod'
import { suggestions } from '../blocks/options.ts'
import { lengthOf } from '../blocks/text.ts'
import { isJson, type Json } from '../blocks/walk.ts'
import { envelope, nameIn } from '../deliver/payloads.ts'
import { interaction, send } from '../deliver/send.ts'
import type { User } from '../state/records.ts'
import { showMessage, showView } from '../state/show.ts'
import type { Workspace } from '../state/workspace.ts'
import { containerOf } from './action-payload.ts'
import { offer } from './offered.ts'
import type { Outcome } from './seen.ts'
import { elementAt, type Surface, surfaceOf, targetShape } from './target.ts'

/** `suggest`: what a member types into an external menu. */
export const suggestShape = z.object({ ...targetShape, value: z.string() })

/** Loads the options of an external menu (facts 1.5, 2: three characters unless it says otherwise). */
export async function suggest(
  workspace: Workspace,
  user: User,
  given: z.infer<typeof suggestShape>,
): Promise<Outcome> {
  const surface = surfaceOf(workspace, user, given)
  const { block, element } = elementAt(surface, given)
  const least = Number(element['min_query_length'] ?? 3)
  if (lengthOf(given.value) < least) return { outcome: 'ok', options: { options: [] } }
  const delivery = await send(
    workspace,
    interaction('block_suggestion', user.id, {
      ...envelope(workspace, user, 'block_suggestion'),
      ...placeOf(workspace, surface),
      action_id: element['action_id'],
      block_id: block['block_id'],
      value: given.value,
    }),
  )
  const options = delivery.outcome === 'acknowledged' ? optionsIn(delivery.answer) : undefined
  if (!options) return { outcome: 'failed', says: 'Results failed to load.', delivery }
  offer(workspace, user, element, options)
  return { outcome: 'ok', options, delivery }
}

function placeOf(workspace: Workspace, surface: Surface): Json {
  if (surface.kind === 'view')
    return {
      container: { type: 'view', view_id: surface.view.id },
      view: showView(surface.view),
    }
  const { channel } = surface
  return {
    container: containerOf(surface),
    channel: { id: channel.id, name: nameIn(channel) },
    ...(surface.kind === 'message' ? { message: showMessage(workspace, surface.message) } : {}),
  }
}

function optionsIn(answer: string): Json | undefined {
  try {
    const body: unknown = JSON.parse(answer)
    return suggestions.safeParse(body).success && isJson(body) ? body : undefined
  } catch {
    return undefined
  }
}
