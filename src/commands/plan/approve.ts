import { approve, Refusal } from '../../flows/index.ts'
import type { Deed } from '../deed.ts'
import { onlySubmitted, orPlanNow, typedNumber, wordOf } from './deeds.ts'
import { resultFor } from './result.ts'

/** Yes to the exact plan that the window is sealed over. */
export const approvePlan: Deed = onlySubmitted({
  may: 'approve',
  run: async (visited, office) => {
    const ticketsToGo = typedNumber(visited.values['count'])
    return await orPlanNow(visited, office, async () => {
      try {
        await approve({ ...wordOf(visited), ticketsToGo }, office.hands)
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'count-wrong') throw error
        const wrong = visited.sight.words.refusal['count-wrong']()
        return { kind: 'errors', errors: { count: wrong } }
      }
      return { kind: 'show', view: await resultFor(visited, 'approved', office) }
    })
  },
})
