import { Refusal, view } from '../../flows/index.ts'
import { waiting } from '../../views/notice.ts'
import { type PlanGroup, planGroups } from '../../views/plan/model.ts'
import { planPage } from '../../views/plan/page.ts'
import { planlessWindow } from '../../views/plan/result.ts'
import type { Deed, Office, Reply, Visited } from '../deed.ts'
import { planNow, wordOf } from './deeds.ts'
import { shownTo } from './shown.ts'

/** Opens the plan in force, whichever plan the button was made for. */
export const readPlanDeed: Deed = {
  may: 'any',
  waiting: { view: waiting },
  run: planNow,
}

/** Opens one group of the plan to its last operation, over the plan. */
export const seePlan: Deed = {
  may: 'any',
  waiting: { view: waiting, over: true },
  run: async (visited, office) => {
    const page = await pageOf(visited, office)
    await view(wordOf(visited), office.hands)
    return { kind: 'push', view: page }
  },
}

/** Turns to another page of the group. */
export const turnPlanPage: Deed = {
  may: 'any',
  run: async (visited, office): Promise<Reply> => ({
    kind: 'show',
    view: await pageOf(visited, office),
  }),
}

async function pageOf(visited: Visited, office: Office) {
  const { digest } = wordOf(visited)
  const shown = await shownTo(visited, office)
  if (!('plan' in shown)) return planlessWindow(shown.planless, visited.sight)
  // Pages of a plan that is no longer in force would be read as if they were.
  if (shown.plan.digest !== digest) throw new Refusal('digest-outdated')
  const { item, page = 1 } = visited.bound ?? {}
  return planPage(shown.plan, { group: groupIn(item), page }, visited.sight)
}

const groupIn = (item: string | undefined): PlanGroup =>
  planGroups.find((group) => group === item) ?? 'tickets'
