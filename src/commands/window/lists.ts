import { aboutOf, inWindow, overIt } from './about.ts'
import { keepTicks } from './doubts.ts'
import { turnFiles } from './files.ts'
import { foundNow } from './found.ts'
import { groupView, placeOf } from './group-view.ts'
import { turnPeople } from './people.ts'
import { showing } from './show.ts'

/** Opens a group of finds over the request's window. */
export const seeGroup = inWindow(
  'decide',
  async (visited, office) => {
    const about = aboutOf(visited)
    const found = await foundNow(about.id, office)
    if (found.seen === about.seen) return { kind: 'push', view: groupView(visited, about, found) }
    const note = visited.sight.words.window.review.outdated
    return await showing(visited, about.id, office, { again: 'traces', note })
  },
  overIt,
)

/** Another page. What was ticked on this one is kept. */
export const turnPage = inWindow('decide', async (visited, office) => {
  const about = aboutOf(visited)
  if (about.item.startsWith('people ')) return await turnPeople(visited, office)
  if (about.item === 'files') return await turnFiles(visited, office)
  if (placeOf(about).form) await keepTicks(visited, office)
  const found = await foundNow(about.id, office)
  return { kind: 'show', view: groupView(visited, about, found) }
})
