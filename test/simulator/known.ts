import type { Twist } from './schedule.ts'

/**
 * What is known to go wrong still, left out of the searches so that they show what is new. Each has
 * its schedule in `known.test.ts`; who mends one takes it out here and there. On older accounts the
 * same address in the same comment is redacted once only.
 */
export const isKnown = (twist: Twist, scenario: string): boolean =>
  scenario === 'classic' && twist.at === 'event' && twist.event === 'agent-edits-comment'
