import { decideTraces, Refusal } from '../../flows/index.ts'
import { aboutOf, basisOf, inWindow, requestOf } from './about.ts'
import { foundNow } from './found.ts'
import { showing } from './show.ts'

/** "Write the plan": the review, sent off with what was chosen. */
export const decideDeed = inWindow('decide', async (visited, office) => {
  if (visited.way !== 'submission') return { kind: 'nothing' }
  const { id, seen, item } = aboutOf(visited)
  const { review: words } = visited.sight.words.window
  if (basisOf(await requestOf(id, office), 'traces') !== item) {
    return await showing(visited, id, office, { note: words.elsewhere })
  }
  try {
    const { choices } = await foundNow(id, office)
    await decideTraces({ id, by: visited.by, seen, choices }, office.hands)
  } catch (error) {
    const isOutdated = error instanceof Refusal && outdated.has(error.code)
    if (!isOutdated) throw error
    return await showing(visited, id, office, { note: words.outdated })
  }
  office.keeper.poke(id)
  return await showing(visited, id, office)
})

const outdated: ReadonlySet<string> = new Set(['finds-outdated', 'not-waiting'])
