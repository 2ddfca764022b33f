import type { ModalView } from '@slack/types'
import { lookAt, Refusal } from '../../flows/index.ts'
import type { Id } from '../../records/primitives.ts'
import type { Office, Reply, Visited, Watched } from '../deed.ts'
import { windowOf } from './about.ts'
import { type Drawn, drawn, type How, type Onlooker } from './draw.ts'

/** The request's window as a reply, followed from now on. */
export async function showing(
  visited: Pick<Visited, 'by' | 'sight'>,
  id: Id,
  office: Office,
  how: How = {},
): Promise<Extract<Reply, { kind: 'show' }>> {
  const who = { id, by: visited.by, sight: visited.sight }
  const first = await drawnAndNoted(who, office, how)
  return { kind: 'show', view: first.view, watch: following(who, office, how, first) }
}

/** What somebody is shown of a person is written down before he sees it. */
async function drawnAndNoted(who: Onlooker, office: Office, how: How): Promise<Drawn> {
  const next = await drawn(who, office, how)
  if (next.shows === undefined) return next
  try {
    await lookAt({ id: who.id, by: who.by, seen: next.shows }, office.hands)
    return next
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'finds-outdated')) throw error
    return await drawnAndNoted(who, office, how)
  }
}

/** Draws the window again as its request goes on, and says nothing where nothing has changed. */
function following(
  who: Onlooker,
  office: Office,
  { note, again }: How,
  first: Drawn,
): Pick<Watched, 'request' | 'draw'> {
  let last = first
  return {
    request: who.id,
    draw: async (news) => {
      // What was said about one point of the way is not said about the next.
      const how = { news, again, note: last.step === first.step ? note : undefined }
      const next = await drawn(who, office, how)
      const isNew = next.shows !== undefined && next.shows !== last.shows
      if (same(next, last)) return undefined
      last = isNew ? await drawnAndNoted(who, office, { ...how, note: undefined }) : next
      return last.view
    },
  }
}

const same = (a: Drawn, b: Drawn): boolean => JSON.stringify(a.view) === JSON.stringify(b.view)

/**
 * The request's own window, drawn after something was set in one that lies over it, and followed:
 * nobody knows what Slack makes of its hash.
 */
export async function redrawn(
  visited: Visited,
  id: Id,
  office: Office,
): Promise<{ readonly id: string; readonly view: ModalView } | undefined> {
  const root = windowOf(visited)?.root
  if (!root) return undefined
  const who = { id, by: visited.by, sight: visited.sight }
  const how = { again: 'traces' } as const
  const next = await drawn(who, office, how)
  const watch = following(who, office, how, next)
  office.watch({ ...watch, user: visited.by.user, view: { id: root, hash: '' } })
  return { id: root, view: next.view }
}
