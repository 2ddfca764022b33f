import type { Entry } from '../../../src/records/entry.ts'
import { isOfficer, type Moment } from '../desk/authority.ts'
import { ofKind } from './plans.ts'

/**
 * Whether enough officers stood behind this digest at that moment, worked out from the journal and
 * the directory and sharing nothing with the engine.
 */
export function stoodBehind(
  entries: readonly Entry[],
  digest: string,
  { moment, at }: { moment: Moment; at: number },
): boolean {
  if (!moment.policy) return false
  const opener = JSON.stringify(ofKind(entries, 'opened').at(0)?.by)
  // The pause before the first write does not count against an approval's time.
  const pause = moment.policy.pauseSeconds * 1000
  const revoked = new Set(ofKind(entries, 'revoked').map(({ approval }) => approval))
  const begun = ofKind(entries, 'intended').some((entry) => entry.digest === digest)
  const users = ofKind(entries, 'approved')
    .filter((approval) => approval.digest === digest && !revoked.has(approval.id))
    .filter(({ until }) => begun || Date.parse(until) + pause > at)
    .flatMap(({ by }) => (by === 'bot' || JSON.stringify(by) === opener ? [] : [by]))
    .filter((by) => isOfficer(moment, by))
    .map(({ user }) => user)
  const needed = Math.max(...moment.policy.quorum.map(({ of }) => of))
  return new Set(users).size >= needed
}

/** Whether the journal says that the quorum holds: agreed, and neither lapsed nor replaced since. */
export function isAgreed(entries: readonly Entry[], digest: string): boolean {
  const last = entries.findLast(
    (entry) =>
      entry.kind === 'planned' ||
      ((entry.kind === 'agreed' || entry.kind === 'lapsed') && entry.digest === digest),
  )
  return last?.kind === 'agreed'
}
