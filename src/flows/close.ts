import type { Draft, Outcome } from '../records/entry.ts'
import type { Request } from '../records/request.ts'
import type { Hands } from './hands.ts'
import { note } from './journal.ts'

/** Ends a request whose result is proved: `done`, or `partly-done` where something stays open. */
export async function close(request: Request, hands: Hands): Promise<undefined> {
  const counts = outcomeCounts(request)
  const partly = request.proved?.code !== 'proved'
  const closed: Draft = {
    by: 'bot',
    kind: 'closed',
    code: partly ? 'partly-done' : 'done',
    counts: { ...counts, kept: request.plan?.counts['kept'] ?? 0 },
  }
  await note(request, [closed], hands)
}

/** How many operations of all its plans ended in which way. */
export function outcomeCounts({ plans }: Pick<Request, 'plans'>): Record<string, number> {
  const counts: Partial<Record<Outcome, number>> = {}
  for (const { outcomes } of plans) {
    for (const outcome of outcomes.values()) counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}
