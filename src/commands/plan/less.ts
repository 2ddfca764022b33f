import type { ModalView } from '@slack/types'
import { approveLess, Refusal } from '../../flows/index.ts'
import { waiting } from '../../views/notice.ts'
import { leaveOutOptions, lessForm } from '../../views/plan/forms.ts'
import { planlessWindow } from '../../views/plan/result.ts'
import type { Deed, Reply, Visited } from '../deed.ts'
import { onlySubmitted, typedNumber, wordOf } from './deeds.ts'
import { resultFor } from './result.ts'
import { shownTo } from './shown.ts'

/** Asks what to leave out, over the plan. */
export const less: Deed = {
  may: 'approve',
  waiting: { view: waiting, over: true },
  run: async (visited, office) => {
    const { digest } = wordOf(visited)
    const shown = await shownTo(visited, office)
    if (!('plan' in shown)) {
      return { kind: 'push', view: planlessWindow(shown.planless, visited.sight) }
    }
    if (shown.plan.digest !== digest) throw new Refusal('digest-outdated')
    const { plan } = shown
    return { kind: 'push', view: lessForm({ ...plan, ...rootOf(visited) }, visited.sight) }
  },
}

/** What can be left out, as somebody types. */
export const leaveOut: Deed = {
  may: 'approve',
  run: async (visited, office): Promise<Reply> => {
    const { digest } = wordOf(visited)
    const shown = await shownTo(visited, office)
    if (!('plan' in shown) || shown.plan.digest !== digest) return { kind: 'options', options: [] }
    const options = leaveOutOptions(shown.plan.groups, visited.text, visited.sight)
    return { kind: 'options', options }
  },
}

/** Yes to the rest. */
export const approveTheRest: Deed = onlySubmitted({
  may: 'approve',
  run: async (visited, office) => {
    const { values, sight } = visited
    const without = chosenIn(values['leave-out'])
    const ticketsToGo = typedNumber(values['count'])
    try {
      await approveLess({ ...wordOf(visited), ticketsToGo, without }, office.hands)
    } catch (error) {
      const field =
        error instanceof Refusal ? fieldErrors(error, sight.words.plan.less.wrong) : undefined
      if (field) return { kind: 'errors', errors: field }
      throw error
    }
    return closing(visited, await resultFor(visited, 'less', office))
  },
})

const fieldErrors = ({ code }: Refusal, wrong: string): Record<string, string> | undefined =>
  code === 'count-wrong' ? { count: wrong } : undefined

const chosenIn = (value: Visited['values'][string]): number[] =>
  (typeof value === 'string' ? [value] : (value ?? [])).map(Number)

/** The plan's own window, as its buttons know it. */
export const rootOf = ({ bound }: Visited): { root?: string } =>
  bound?.item === undefined ? {} : { root: bound.item }

/** Closes a form over the plan, and lets the plan's window say what came of it. */
export function closing(visited: Visited, view: ModalView): Reply {
  const { root } = rootOf(visited)
  return root === undefined ? { kind: 'show', view } : { kind: 'close', below: { id: root, view } }
}
