import { Refusal, view } from '../../flows/index.ts'
import { Sha } from '../../records/primitives.ts'
import { planlessWindow } from '../../views/plan/result.ts'
import { planWindow } from '../../views/plan/window.ts'
import type { Deed, Office, Reply, Visited } from '../deed.ts'
import { type Shown, shownTo } from './shown.ts'

/** A form: nothing but pressing its button does it. */
export const onlySubmitted = (deed: Deed): Deed => ({
  ...deed,
  run: async (visited, office) =>
    visited.way === 'submission' ? await deed.run(visited, office) : { kind: 'nothing' },
})

/** Whose word on which plan: what the button or window was sealed over. */
export function wordOf({ bound, by }: Visited): { id: string; by: Visited['by']; digest: string } {
  const digest = Sha.safeParse(bound?.on).data
  if (!bound?.request || digest === undefined) throw new Refusal('digest-outdated')
  return { id: bound.request, by, digest }
}

/** The number that was typed; no number at all is never the right one. */
export function typedNumber(typed: Visited['values'][string]): number {
  if (typed === undefined) return 0
  return typeof typed === 'string' && /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : -1
}

/** The plan in force, as it is now. That it was opened is written down first. */
export async function planNow(
  visited: Visited,
  office: Office,
  notice?: string,
): Promise<Extract<Reply, { kind: 'show' }>> {
  const shown = await shownTo(visited, office)
  return { kind: 'show', view: await viewOf(shown, { visited, office, notice }) }
}

async function viewOf(
  shown: Shown,
  { visited, office, notice }: { visited: Visited; office: Office; notice: string | undefined },
) {
  const { sight, by, bound } = visited
  if (!('plan' in shown)) return planlessWindow(shown.planless, sight)
  const { digest, id } = shown.plan
  await view({ id, by, digest }, office.hands)
  const isOld = bound?.on !== undefined && bound.on !== digest
  const says =
    notice ?? (isOld ? `:arrows_counterclockwise: ${sight.words.plan.changed}` : undefined)
  const root = visited.view ? { root: visited.view.id } : {}
  const heard = says === undefined ? {} : { notice: says }
  return planWindow({ ...shown.plan, ...root, ...heard }, sight)
}

/** Refusals that will pass by themselves: the window stays as it is, with what was typed. */
const passing: ReadonlySet<string> = new Set([
  'people-unknown',
  'policy-unreadable',
  'role-missing',
])

/** Does a member's word; where the rules say no, shows him the plan as it stands now, and why. */
export async function orPlanNow(
  visited: Visited,
  office: Office,
  word: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await word()
  } catch (error) {
    if (!(error instanceof Refusal) || passing.has(error.code)) throw error
    const { refusal, plan } = visited.sight.words
    const say: (detail: string) => string = refusal[error.code]
    const said = error.code === 'digest-outdated' ? plan.changed : say(error.detail)
    return await planNow(visited, office, `:warning: ${said}`)
  }
}
