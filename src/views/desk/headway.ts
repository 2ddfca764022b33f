import type { Entry } from '../../records/entry.ts'
import type { Request } from '../../records/request.ts'
import type { Headway } from './standing.ts'

/** So many calls back show how fast it goes now. */
const window = 30

/**
 * How far the plan in force has been carried out, and how fast by the times of the journal.
 * `undefined` before the first call.
 */
export function headwayOf({ plan }: Request, entries: readonly Entry[]): Headway | undefined {
  if (!plan?.begun) return undefined
  const calls = entries.filter((entry) => entry.kind === 'settled').slice(-window)
  const [first, last] = [calls[0], calls.at(-1)]
  const done = plan.outcomes.size
  const reached = { done, of: plan.operations }
  if (!first || !last || done >= plan.operations) return reached
  const since = (Date.parse(last.at) - Date.parse(first.at)) / 60_000
  const ended = calls.slice(1).reduce((sum, { outcomes }) => sum + outcomes.length, 0)
  if (since <= 0 || ended === 0) return reached
  const rate = ended / since
  const minutes = Math.ceil((plan.operations - done) / rate)
  return { ...reached, rate: Math.max(1, Math.round(rate)), minutes }
}
