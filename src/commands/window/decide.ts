import { decideTraces, Refusal } from '../../flows/index.ts'
import type { Office, Visited } from '../deed.ts'
import { type About, aboutOf, basisOf, inTurn, inWindow, requestOf } from './about.ts'
import { foundNow } from './found.ts'
import { showing } from './show.ts'

/** "Write the plan": the review, sent off with what was chosen. */
export const decideDeed = inWindow('decide', async (visited, office) => {
  if (visited.way !== 'submission') return { kind: 'nothing' }
  const about = aboutOf(visited)
  const note = await inTurn(about, async () => await decide(visited, about, office))
  if (note === undefined) office.keeper.poke(about.id)
  return await showing(visited, about.id, office, { note })
})

/** What is to be said where nothing was decided; throws `Refusal` for what the lead must mend. */
async function decide(
  { by, sight }: Visited,
  { id, seen, item }: About,
  office: Office,
): Promise<string | undefined> {
  const { review: words } = sight.words.window
  if (basisOf(await requestOf(id, office), 'traces') !== item) return words.elsewhere
  try {
    const { choices } = await foundNow(id, office)
    await decideTraces({ id, by, seen, choices }, office.hands)
    return undefined
  } catch (error) {
    const isOutdated = error instanceof Refusal && outdated.has(error.code)
    if (!isOutdated) throw error
    return words.outdated
  }
}

const outdated: ReadonlySet<string> = new Set(['finds-outdated', 'not-waiting'])
