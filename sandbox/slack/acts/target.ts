import { z } from 'zod'
import { isJson, type Json, jsons, type Placed, placedIn } from '../blocks/walk.ts'
import { channelOf, isIn } from '../state/find.ts'
import type { Channel, Ephemeral, Message, User, Values, View } from '../state/records.ts'
import type { Workspace } from '../state/workspace.ts'
import { Denied } from './seen.ts'

/** Which element is meant: on a message by ts, or in a view by id. */
export const targetShape = {
  message: z.string().optional(),
  view: z.string().optional(),
  block_id: z.string().optional(),
  action_id: z.string(),
}

/** Where somebody acts. */
export type Surface =
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'message'; readonly message: Message; readonly channel: Channel }
  | { readonly kind: 'ephemeral'; readonly message: Ephemeral; readonly channel: Channel }

/** The message, ephemeral or view that a member points at; refused where they cannot see it. */
export function surfaceOf(
  workspace: Workspace,
  user: User,
  at: { readonly message?: string | undefined; readonly view?: string | undefined },
): Surface {
  if (at.view !== undefined) return { kind: 'view', view: viewOf(workspace, user, at.view) }
  const { store } = workspace
  const message = store.all('messages').find(({ ts }) => ts === at.message)
  if (message)
    return { kind: 'message', message, channel: channelFor(workspace, user, message.channel) }
  const own = store.all('ephemerals').find((one) => one.ts === at.message && one.user === user.id)
  if (!own) throw new Denied('there is no such message')
  return { kind: 'ephemeral', message: own, channel: channelFor(workspace, user, own.channel) }
}

function viewOf({ store }: Workspace, user: User, id: string): View {
  const view = store.get('views', id)
  if (view?.user !== user.id) throw new Denied('this modal is not open')
  return view
}

/** A channel a member is in and can write to. */
export function channelFor(workspace: Workspace, user: User, id: string): Channel {
  const channel = channelOf(workspace, id)
  if (!channel || !isIn(channel, user.id)) throw new Denied('you are not in this channel')
  if (channel.archived) throw new Denied('this channel is archived')
  return channel
}

/** The blocks shown there. */
export function blocksAt(surface: Surface): Json[] {
  if (surface.kind === 'view') return jsons(surface.view.given['blocks'])
  const { blocks = [], attachments = [] } = surface.message
  return [...blocks, ...attachments.flatMap((one) => jsons(one['blocks']))]
}

/** The element that is meant, by its ids. */
export function elementAt(
  surface: Surface,
  ids: { readonly block_id?: string | undefined; readonly action_id: string },
): Placed {
  const found = placedIn(blocksAt(surface)).find(
    ({ block, element }) =>
      element['action_id'] === ids.action_id &&
      (ids.block_id === undefined || block['block_id'] === ids.block_id),
  )
  if (!found) throw new Denied(`there is no ${ids.action_id} to act on`)
  return found
}

const draftId = (user: User, { message }: Exclude<Surface, { kind: 'view' }>): string =>
  `${user.id}|${message.id}`

/** What a member has put in there. */
export function valuesAt({ store }: Workspace, user: User, surface: Surface): Values {
  if (surface.kind === 'view') return surface.view.values
  return store.get('drafts', draftId(user, surface))?.values ?? {}
}

/** Keeps what a member puts in. */
export function putIn(
  workspace: Workspace,
  user: User,
  surface: Surface,
  { block, element, value }: Omit<Placed, 'pointer'> & { readonly value: Json },
): Surface {
  const id = String(block['block_id'])
  const before = valuesAt(workspace, user, surface)
  const own = { ...before[id], [String(element['action_id'])]: value }
  const values = { ...before, [id]: own }
  if (surface.kind === 'view') {
    const { [id]: _, ...errors } = surface.view.errors
    const view = { ...surface.view, values, errors }
    workspace.store.put('views', view)
    workspace.changed({ kind: 'input', user: user.id, id: view.id })
    return { kind: 'view', view }
  }
  workspace.store.put('drafts', { id: draftId(user, surface), values })
  return surface
}

/** The question an element asks before it acts. */
export const questionOf = (element: Json): Json | undefined =>
  isJson(element['confirm']) ? element['confirm'] : undefined
