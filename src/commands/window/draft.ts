import { addToDraft } from '../../flows/index.ts'
import type { Unfinished } from '../../records/unfinished.ts'
import type { Office, Reply, Visited } from '../deed.ts'
import { aboutOf, windowOf } from './about.ts'
import { redrawn } from './show.ts'

/** Keeps what was chosen: closing the window loses nothing of it. Throws `Refusal`. */
export async function keep(visited: Visited, office: Office, more: Unfinished): Promise<void> {
  const { id, seen } = aboutOf(visited)
  await addToDraft({ id, by: visited.by, seen, more }, office.hands)
}

/** Closes a form that lay on the request's own window, which shows what was set. */
export async function closing(visited: Visited, office: Office): Promise<Reply> {
  const below = await redrawn(visited, aboutOf(visited).id, office)
  return below && windowOf(visited)?.below === below.id
    ? { kind: 'close', below }
    : { kind: 'close' }
}

/** Draws the request's own window again, which lies at the bottom, while another one stays open. */
export async function refreshed(visited: Visited, office: Office): Promise<void> {
  const below = await redrawn(visited, aboutOf(visited).id, office)
  if (below) await office.views.update({ id: below.id }, below.view)
}
