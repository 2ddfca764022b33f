import type { Policy } from '../../records/policy.ts'
import type { Passage, Proposal, SuspendedFind, TicketFind } from '../finds.ts'

type Seen = Omit<TicketFind, 'proposal'>
type Around = { readonly policy: Policy; readonly agentWorkspace: boolean }

/** Whether a class decision may cover a passage: it names the person and nobody else can be meant. */
export const isCertain = (passage: Passage): boolean =>
  passage.strength === 'strong' && !passage.doubtful

/**
 * What to do with a ticket, by rule: the person's own goes, other people's lose the passages about
 * him. What a rule cannot know is asked.
 */
export function proposeTicket(ticket: Seen, { policy, agentWorkspace }: Around): Proposal {
  if (ticket.held) return { action: 'keep', code: 'legal-hold' }
  if (ticket.relation === 'own' && policy.ownTickets === 'delete') {
    return { action: 'delete', code: 'own-ticket' }
  }
  if (ticket.passages.length === 0) return { action: 'keep', code: 'no-trace' }
  if (!isRedactable(ticket, agentWorkspace)) return { action: 'keep', code: 'cannot-be-redacted' }
  return proposePassages(ticket)
}

function proposePassages(ticket: Seen): Proposal {
  if (ticket.passages.some(({ where }) => where === 'written')) {
    return { action: 'ask', code: 'written-by-the-person' }
  }
  if (ticket.passages.filter((p) => !isOutOfReach(p, ticket)).every(isCertain)) {
    return { action: 'redact', code: ticket.relation === 'own' ? 'own-ticket' : 'others-ticket' }
  }
  return { action: 'ask', code: ticket.namesake ? 'namesake' : 'weak-passages' }
}

/**
 * What nothing can take out of a ticket that stays: where a mail came from, and the subject and
 * fields of a closed ticket. The plan names it among what stays.
 */
export const isOutOfReach = (
  { where }: Pick<Passage, 'where'>,
  { status }: Pick<Seen, 'status'>,
): boolean =>
  where === 'sender' || (status === 'closed' && (where === 'subject' || where === 'field'))

/**
 * Comments of a closed ticket can only be redacted with Agent Workspace, and its subject not at all
 * (https://support.zendesk.com/hc/en-us/articles/4408846470170).
 */
export const isRedactable = (
  ticket: Pick<Seen, 'status' | 'passages'>,
  agentWorkspace: boolean,
): boolean =>
  (ticket.status !== 'closed' || agentWorkspace) &&
  ticket.passages.some((passage) => !isOutOfReach(passage, ticket))

/** A held-back mail is deleted when its sender or text is certainly the person's. */
export function proposeSuspended(mail: Omit<SuspendedFind, 'proposal'>): Proposal {
  return mail.passages.some(isCertain)
    ? { action: 'delete', code: 'suspended-mail' }
    : { action: 'ask', code: 'weak-passages' }
}
