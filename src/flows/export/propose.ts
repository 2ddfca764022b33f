import type { Proposal, SuspendedFind } from '../../records/finds.ts'
import type { Right } from '../../records/primitives.ts'
import type { Earlier } from '../find/earlier.ts'
import { isCertain, type Seen } from '../find/propose.ts'

/** Whether a right is honoured by handing something out: GDPR articles 15 and 20. */
export const isExport = (right: Right | undefined): right is 'access' | 'portability' =>
  right === 'access' || right === 'portability'

/** Ways by which a ticket is the person's without a word of his in it. */
const standings: ReadonlySet<string> = new Set(['ccd', 'followed', 'assigned'])

/**
 * What of a ticket is given, by rule: the person's own as a whole, of somebody else's the passages
 * about him, because of the rights of others (GDPR articles 15(4) and 20(4)). A hold keeps nothing
 * back. What a rule cannot know is asked.
 */
export function proposeGiving(ticket: Seen): Proposal {
  if (ticket.unread) return { action: 'ask', code: 'unreadable' }
  if (ticket.relation === 'own') {
    const isOther = ticket.evidence.some(({ code }) => code === 'other-sender-name')
    return isOther
      ? { action: 'ask', code: 'other-sender' }
      : { action: 'give', code: 'own-ticket' }
  }
  if (ticket.passages.some(isCertain)) return { action: 'excerpt', code: 'others-ticket' }
  if (ticket.passages.length > 0) {
    return { action: 'ask', code: ticket.namesake ? 'namesake' : 'weak-passages' }
  }
  return ticket.via.some((way) => standings.has(way))
    ? { action: 'excerpt', code: 'others-ticket' }
    : { action: 'withhold', code: 'no-trace' }
}

/** What a human said of it in an earlier round, as long as it says the same of the person. */
export function saidBefore(ticket: Seen, { tickets }: Earlier): Proposal | undefined {
  const earlier = tickets.get(ticket.id)
  if (!earlier || earlier.open || ticket.passages.length !== earlier.find.passages.length) {
    return undefined
  }
  const { action, code, passages, files } = earlier
  return { action, code, files, ...(action === 'excerpt' ? { passages } : {}) }
}

/** A held-back mail is given when its sender or text is certainly the person's. */
export const proposeGivingMail = ({ passages }: Pick<SuspendedFind, 'passages'>): Proposal =>
  passages.some(isCertain)
    ? { action: 'give', code: 'suspended-mail' }
    : { action: 'ask', code: 'weak-passages' }
