import type { Instant } from './primitives.ts'

/**
 * When an answer is due: one calendar month after receipt, on the same day of the next month, or on
 * its last day where it has no such day (GDPR article 12(3); Regulation 1182/71 article 3(2)(c)).
 */
export function oneMonthAfter(received: Instant): Instant {
  const day = new Date(received)
  const next = new Date(day)
  next.setUTCMonth(day.getUTCMonth() + 1, 1)
  const last = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate()
  next.setUTCDate(Math.min(day.getUTCDate(), last))
  return next.toISOString()
}
