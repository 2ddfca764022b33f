import type { Account } from './account.ts'
import type { Store } from './store.ts'
import type { Rating } from './talk-records.ts'

/** A rating; without a comment the field is not there at all. */
export function showRating({ base }: Account, rating: Rating): Record<string, unknown> {
  const { comment, ...rest } = rating
  return {
    url: `${base()}/api/v2/satisfaction_ratings/${rating.id}.json`,
    ...rest,
    ...(comment === null ? {} : { comment }),
  }
}

/** As the ticket itself shows it: the score, and what was said with it. */
export const ticketRating = (store: Store, ticket: number): Record<string, unknown> | null => {
  const rating = store.by('ratings', 'ticket_id', ticket)[0]
  if (!rating) return null
  const { id, score, comment } = rating
  return { id, score, ...(comment === null ? {} : { comment }) }
}
