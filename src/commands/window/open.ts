import { waiting } from '../../views/notice.ts'
import { aboutOf, inWindow } from './about.ts'
import type { Again } from './draw.ts'
import { showing } from './show.ts'

/** Opens the window of a request where it stands: from the card, a message, the home tab. */
export const openWindow = inWindow(
  'any',
  async (visited, office) => {
    const { id, item } = aboutOf(visited)
    return await showing(visited, id, office, { again: againIn(item) })
  },
  { waiting: { view: waiting } },
)

const againIn = (item: string): Again | undefined =>
  item === 'people' || item === 'traces' ? item : undefined

/** Draws the window from the journal, and lets the desk try again what it could not do. */
export const lookAgain = inWindow('any', async (visited, office) => {
  const { id } = aboutOf(visited)
  office.keeper.poke(id)
  return await showing(visited, id, office)
})

/** A window that only said something was closed. */
export const closeWindow = inWindow('anyone', async () => ({ kind: 'nothing' }))
