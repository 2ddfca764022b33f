import { choicesOf } from '../blocks/options.ts'
import type { Json } from '../blocks/walk.ts'
import type { User } from '../state/records.ts'
import type { Workspace } from '../state/workspace.ts'

const offers = new WeakMap<Workspace, Map<string, readonly unknown[]>>()

const keyOf = (user: User, element: Json): string => `${user.id}|${String(element['action_id'])}`

/** Remembers what the app offered a member, as the client does while the menu is open. */
export function offer(workspace: Workspace, user: User, element: Json, answer: Json): void {
  const known = offers.get(workspace) ?? new Map<string, readonly unknown[]>()
  offers.set(workspace, known.set(keyOf(user, element), choicesOf(answer)))
}

/** What the app last offered for this menu. */
export const offeredAt = (workspace: Workspace, user: User, element: Json): readonly unknown[] =>
  offers.get(workspace)?.get(keyOf(user, element)) ?? []
