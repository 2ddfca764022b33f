import { z } from 'zod'
import { envelope } from '../deliver/payloads.ts'
import { interaction, send } from '../deliver/send.ts'
import { stackOf } from '../state/find.ts'
import { closeAll } from '../state/modals.ts'
import type { User } from '../state/records.ts'
import { showView } from '../state/show.ts'
import type { Workspace } from '../state/workspace.ts'
import { fine, type Outcome } from './seen.ts'
import { topView } from './submit.ts'

/** `close`: Cancel, or with `clear` the X in the corner. */
export const closeShape = z.object({
  view: z.string().optional(),
  clear: z.boolean().optional(),
})

/** A member leaves a modal (facts 2: Cancel tells of that view, X of the root). */
export async function close(
  workspace: Workspace,
  user: User,
  given: z.infer<typeof closeShape>,
): Promise<Outcome> {
  const top = topView(workspace, user, given.view)
  const stack = stackOf(workspace, user.id)
  const all = given.clear === true || top.given['clear_on_close'] === true
  const told = all ? (stack[0] ?? top) : top
  closeAll(workspace, all ? stack : [top])
  workspace.store.flush()
  if (told.given['notify_on_close'] !== true) return fine()
  const payload = {
    ...envelope(workspace, user, 'view_closed'),
    view: showView(told),
    is_cleared: all,
  }
  return fine(await send(workspace, interaction('view_closed', user.id, payload)))
}
