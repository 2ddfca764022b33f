import { z } from 'zod'
import { queue } from '../deliver/announce.ts'
import { dmWith, homeOf, messageOf, stackOf } from '../state/find.ts'
import { closeAll } from '../state/modals.ts'
import { post } from '../state/post.ts'
import type { User } from '../state/records.ts'
import { showView } from '../state/show.ts'
import type { Workspace } from '../state/workspace.ts'
import { Denied, fine, type Outcome } from './seen.ts'
import { channelFor } from './target.ts'

/** `post`: plain text. */
export const postShape = z.object({
  channel: z.string(),
  text: z.string().min(1),
  thread_ts: z.string().optional(),
})

/** A member writes a message. */
export function write(
  workspace: Workspace,
  user: User,
  { channel: id, text, thread_ts }: z.infer<typeof postShape>,
): Outcome {
  const channel = channelFor(workspace, user, id)
  if (thread_ts && !messageOf(workspace, id, thread_ts)) throw new Denied('there is no such thread')
  const { ts } = post(workspace, channel, user.id, { text, thread_ts })
  return { ...fine(), ts }
}

/** A member opens the app's home tab: the app is told, and may publish (facts 5). */
export function openHome(workspace: Workspace, user: User): Outcome {
  const view = homeOf(workspace, user.id)
  queue(workspace, 'app_home_opened', {
    type: 'app_home_opened',
    user: user.id,
    channel: dmWith(workspace, user.id).id,
    tab: 'home',
    event_ts: workspace.ts(),
    ...(view ? { view: showView(view) } : {}),
  })
  return fine()
}

/** A member reloads the client: ephemerals are lost (facts 4), and so are open modals. */
export function reload(workspace: Workspace, user: User): Outcome {
  for (const one of workspace.store.all('ephemerals'))
    if (one.user === user.id) workspace.store.drop('ephemerals', one.id)
  closeAll(workspace, stackOf(workspace, user.id))
  workspace.changed({ kind: 'reload', user: user.id })
  return fine()
}
