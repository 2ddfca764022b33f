import type { Outcome } from '../../records/entry.ts'
import {
  ZendeskLimited,
  ZendeskRefused,
  ZendeskSilent,
  ZendeskUnauthorised,
  ZendeskUnreadable,
} from '../../zendesk/index.ts'
import { Drifted, type Kind } from '../operations/kind.ts'

/** What a failed write means for its operations, and what to do before going on. */
export type Reaction =
  | 'unknown'
  | {
      outcome: Outcome
      code?: string
      halt?: string
      restMs?: number
      /** For so long the one record that the call is about takes no more changes; others do. */
      recordMs?: number
    }

const untilJobsAreDone = 5_000

/** The call that failed. */
export type Tried = Pick<Kind, 'goneIsDone' | 'refusedAs'> & {
  readonly operations: number
  /** The how-manieth try it was. */
  readonly attempt: number
  /** How long a deleted ticket may take to be found among the deleted ones, in ms. */
  readonly listingLag: number
}

/**
 * What a failed write means. Only Zendesk's clear no or "not now" says that nothing happened; a 5xx,
 * a lost answer or an answer that cannot be read may have had its effect, and is read back.
 */
export function reactionTo(error: unknown, call: Tried): Reaction {
  if (error instanceof Drifted) return { outcome: 'drifted' }
  if (error instanceof ZendeskLimited) {
    const wait = isOfRecord(error) ? 'recordMs' : 'restMs'
    return { outcome: 'not-applied', code: 'limited', [wait]: error.retryAfterMs }
  }
  if (error instanceof ZendeskUnauthorised) {
    return { outcome: 'not-applied', code: 'credentials', halt: 'credentials' }
  }
  if (error instanceof ZendeskSilent || error instanceof ZendeskUnreadable) return 'unknown'
  if (error instanceof ZendeskRefused) return refusal(error, call)
  throw error
}

/** A ticket takes 30 changes in 10 minutes: its limit says nothing of the others. */
const isOfRecord = ({ limit }: ZendeskLimited): boolean => limit === 'record'

function refusal(error: ZendeskRefused, call: Tried): Reaction {
  if (error.code === 'TooManyJobs') {
    return { outcome: 'not-applied', code: 'too-many-jobs', restMs: untilJobsAreDone }
  }
  // A wrong address answers 404 too: only this word means that the record is not there.
  if (error.status === 404 && error.code === 'RecordNotFound' && call.goneIsDone) {
    return notFound(call)
  }
  // Of several at once nobody knows whom it was about: each is asked for alone.
  if (call.operations > 1) return { outcome: 'not-applied', code: 'refused-together' }
  return { outcome: 'rejected', code: codeOf(error, call) }
}

/** Why it was not done, in a code of the words: by it the lead is told of the ways out. */
function codeOf({ blockedBy, status }: ZendeskRefused, { refusedAs }: Tried): string {
  if (blockedBy !== undefined) return `open-tickets-${blockedBy}`
  return (status === 422 ? refusedAs : undefined) ?? `zendesk-${status ?? 'no'}`
}

function notFound({ goneIsDone, operations, attempt, listingLag }: Tried): Reaction {
  // One of several is gone: each is asked for alone, and told apart.
  if (operations > 1) return { outcome: 'not-applied', code: 'some-gone' }
  // Twice, with the lag between: the first try may have been one of several, or have had no answer.
  if (goneIsDone === 'late' && attempt < 3) {
    return { outcome: 'not-applied', code: 'not-found-yet', restMs: listingLag }
  }
  return { outcome: 'already' }
}
