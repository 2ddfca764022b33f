import type { EntryOf, Outcome } from './entry.ts'
import type { PlanState } from './request.ts'

/**
 * A map changed where it is. The maps of a plan are made by this fold and seen by nobody before its
 * end; copying them for each of thousands of calls would cost the square of their number.
 */
export function changed(
  map: ReadonlyMap<number, number>,
  change: (map: Map<number, number>) => void,
): ReadonlyMap<number, number> {
  change(map as Map<number, number>)
  return map
}

/** What says "not now" or "not you" of the call, and nothing of the operation. */
const untried: ReadonlySet<string> = new Set(['limited', 'too-many-jobs', 'credentials', 'paused'])

/** Being asked to wait says nothing about the operation: it was not a try. */
export function takeBack(tries: Map<number, number>, { code, outcomes }: EntryOf<'settled'>): void {
  if (!untried.has(code ?? '')) return
  for (const [n] of outcomes) {
    const left = (tries.get(n) ?? 1) - 1
    if (left > 0) tries.set(n, left)
    else tries.delete(n)
  }
}

/** A plan's outcomes and progress with those of one call added. */
export function ended(
  plan: PlanState,
  { outcomes }: EntryOf<'settled'>,
): Pick<PlanState, 'outcomes' | 'progress'> {
  const all = plan.outcomes as Map<number, Outcome>
  const progress = plan.progress.map((phase) => ({ ...phase }))
  for (const [n, outcome] of outcomes) {
    if (outcome === 'not-applied') continue
    const phase = progress[phaseOf(plan, n)]
    if (phase && !all.has(n)) phase.left -= 1
    if (phase && (outcome === 'drifted' || outcome === 'rejected')) phase.again = true
    all.set(n, outcome)
  }
  return { outcomes: all, progress }
}

/** Which phase an operation belongs to: they are numbered through, phase by phase. */
function phaseOf({ phases }: PlanState, n: number): number {
  let last = 0
  return phases.findIndex(([, length]) => {
    last += length
    return n <= last
  })
}
