import { stop, turnBack } from '../../flows/index.ts'
import { turnBackForm } from '../../views/plan/forms.ts'
import type { Deed } from '../deed.ts'
import { onlySubmitted, orPlanNow, wordOf } from './deeds.ts'
import { closing, rootOf } from './less.ts'
import { resultFor } from './result.ts'

/** Asks how and why, over the plan. */
export const askTurnBack: Deed = {
  may: 'approve',
  run: async (visited) => {
    const { id, digest, by } = wordOf(visited)
    const about = { id, digest, user: by.user, ...rootOf(visited) }
    return { kind: 'push', view: turnBackForm(about, visited.sight) }
  },
}

/** No: back to the lead, with a reason. */
export const sayBack: Deed = onlySubmitted({
  may: 'approve',
  run: async (visited, office) => {
    const { how, reason } = visited.values
    const kind = how === 'declined' ? 'declined' : 'sent-back'
    const code = typeof reason === 'string' ? reason : ''
    await turnBack({ ...wordOf(visited), how: kind, code }, office.hands)
    return closing(visited, await resultFor(visited, kind, office))
  },
})

/** A legal hold: nothing more is sent. */
export const hold: Deed = {
  may: 'stop',
  run: async (visited, office) => {
    const { id, by } = wordOf(visited)
    return await orPlanNow(visited, office, async () => {
      await stop({ id, by, code: 'legal-hold' }, office.hands)
      return { kind: 'show', view: await resultFor(visited, 'held', office) }
    })
  },
}
