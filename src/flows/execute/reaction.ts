import type { Outcome } from '../../records/entry.ts'
import {
  ZendeskLimited,
  ZendeskRefused,
  ZendeskSilent,
  ZendeskUnauthorised,
  ZendeskUnreadable,
} from '../../zendesk/index.ts'
import type { Kind } from '../operations/kind.ts'

/** What a failed write means for its operations, and what to do before going on. */
export type Reaction =
  | 'unknown'
  | { outcome: Outcome; code?: string; halt?: string; restMs?: number }

const untilJobsAreDone = 5_000

/**
 * What a failed write means. Only Zendesk's clear no or "not now" says that nothing happened; a 5xx,
 * a lost answer or an answer that cannot be read may have had its effect, and is read back.
 */
export function reactionTo(
  error: unknown,
  { goneIsDone }: Pick<Kind, 'goneIsDone'>,
  operations: number,
): Reaction {
  if (error instanceof ZendeskLimited) {
    return { outcome: 'not-applied', code: 'limited', restMs: error.retryAfterMs }
  }
  if (error instanceof ZendeskUnauthorised) {
    return { outcome: 'not-applied', code: 'credentials', halt: 'credentials' }
  }
  if (error instanceof ZendeskSilent || error instanceof ZendeskUnreadable) return 'unknown'
  if (error instanceof ZendeskRefused) return refusal(error, goneIsDone, operations)
  throw error
}

function refusal(error: ZendeskRefused, goneIsDone: boolean, operations: number): Reaction {
  if (error.code === 'TooManyJobs') {
    return { outcome: 'not-applied', code: 'too-many-jobs', restMs: untilJobsAreDone }
  }
  if (error.status === 404 && goneIsDone) {
    // One of several is gone: each is asked for alone, and told apart.
    return operations === 1 ? { outcome: 'already' } : { outcome: 'not-applied', code: 'some-gone' }
  }
  if (error.blockedBy !== undefined) {
    return { outcome: 'rejected', code: 'requester-of-open-tickets' }
  }
  return { outcome: 'rejected', code: `zendesk-${error.status ?? 'no'}` }
}
