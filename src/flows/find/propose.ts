import type {
  Passage,
  Proposal,
  SuspendedFind,
  TicketDecision,
  TicketFind,
} from '../../records/finds.ts'
import type { Policy } from '../../records/policy.ts'
import type { Right } from '../../records/primitives.ts'
import { standsElsewhere } from './elsewhere.ts'

/** A ticket before anything is proposed for it. */
export type Seen = Omit<TicketFind, 'proposal'>
export type Rules = {
  readonly policy: Policy
  readonly agentWorkspace: boolean
  readonly right?: Right
}

/** Whether a class decision may cover a passage: it names the person and nobody else can be meant. */
export const isCertain = (passage: Passage): boolean =>
  passage.strength === 'strong' && !passage.doubtful

/**
 * What to do with a ticket, by rule: the person's own goes, other people's lose the passages about
 * him. What a rule cannot know is asked.
 */
export function proposeTicket(ticket: Seen, { policy, agentWorkspace }: Rules): Proposal {
  if (ticket.held) return { action: 'keep', code: 'legal-hold' }
  if (ticket.unread) return { action: 'ask', code: 'unreadable' }
  if (ticket.relation === 'own') {
    if (isOtherSender(ticket)) return { action: 'ask', code: 'other-sender' }
    if (policy.ownTickets === 'delete') return { action: 'delete', code: 'own-ticket' }
  }
  return proposeRest(ticket, agentWorkspace)
}

function proposeRest(ticket: Seen, agentWorkspace: boolean): Proposal {
  if (ticket.passages.length === 0) return { action: 'keep', code: 'no-trace' }
  if (!isRedactable(ticket, agentWorkspace)) {
    const isBeyond = ticket.status !== 'closed'
    return { action: 'keep', code: isBeyond ? 'out-of-reach' : 'cannot-be-redacted' }
  }
  return proposePassages(ticket, agentWorkspace)
}

/** One mailbox, several people: what somebody else wrote from it is not the person's by class. */
const isOtherSender = ({ evidence }: Seen): boolean =>
  evidence.some(({ code }) => code === 'other-sender-name')

function proposePassages(ticket: Seen, agentWorkspace: boolean): Proposal {
  const within = ticket.passages.filter((passage) => !isOutOfReach(passage, ticket))
  const open = uncertain(within)
  if (open.some(({ where }) => where === 'written')) {
    return { action: 'ask', code: 'written-by-the-person' }
  }
  if (open.length > 0) {
    return { action: 'ask', code: ticket.namesake ? 'namesake' : 'weak-passages' }
  }
  const certain = ticket.passages.filter(isCertain).map(({ key }) => key)
  if (!agentWorkspace && standsElsewhere(ticket, certain)) {
    return { action: 'ask', code: 'text-stands-elsewhere' }
  }
  return { action: 'redact', code: ticket.relation === 'own' ? 'own-ticket' : 'others-ticket' }
}

/** The passages that no class decision covers, nor the redaction of the whole comment they stand in. */
export function uncertain(passages: readonly Passage[]): Passage[] {
  const whole = new Set(
    passages.flatMap((one) => (one.where === 'written' && isCertain(one) ? [one.comment] : [])),
  )
  return passages.filter((one) => !isCertain(one) && !whole.has(one.comment ?? 0))
}

/**
 * What nothing can take out of a ticket that stays: what came with its texts, ratings, side
 * conversations, its history, transcripts, messages of which Zendesk does not tell where they stand,
 * comments of a ticket of messages, and the subject and fields of a closed ticket. The plan names it among what stays.
 */
export const isOutOfReach = (
  { where, chat }: Pick<Passage, 'where' | 'chat'>,
  { status, channel }: Pick<Seen, 'status' | 'channel'>,
): boolean =>
  beyond.has(where) ||
  (ofMessages.has(channel) && inComments.has(where)) ||
  (where === 'chat' && !chat) ||
  (status === 'closed' && besideComments.has(where))

/**
 * In tickets of these channels messages are redacted, and comments are not
 * (https://support.zendesk.com/hc/en-us/articles/4408846470170).
 */
const ofMessages: ReadonlySet<string> = new Set(['native_messaging', 'chat', 'messaging'])

const inComments: ReadonlySet<Passage['where']> = new Set(['comment', 'written'])
const besideComments: ReadonlySet<Passage['where']> = new Set(['subject', 'field'])

const beyond: ReadonlySet<Passage['where']> = new Set([
  'envelope',
  'rating',
  'side-conversation',
  'history',
  'transcript',
])

/**
 * Comments of a closed ticket can only be redacted with Agent Workspace, and its subject not at all
 * (https://support.zendesk.com/hc/en-us/articles/4408846470170).
 */
export const isRedactable = (
  ticket: Pick<Seen, 'status' | 'channel' | 'passages'>,
  agentWorkspace: boolean,
): boolean =>
  (ticket.status !== 'closed' || agentWorkspace) &&
  ticket.passages.some((passage) => !isOutOfReach(passage, ticket))

/** A held-back mail is deleted when its sender or text is certainly the person's. */
export function proposeSuspended(mail: Omit<SuspendedFind, 'proposal'>, held: boolean): Proposal {
  if (held) return { action: 'keep', code: 'legal-hold' }
  return mail.passages.some(isCertain)
    ? { action: 'delete', code: 'suspended-mail' }
    : { action: 'ask', code: 'weak-passages' }
}

/** Zendesk keeps the requester of a held ticket, and a held user with all that is his. */
export const staysForHold = (decided: {
  readonly held: boolean
  readonly tickets: readonly Pick<TicketDecision, 'find'>[]
}): boolean =>
  decided.held || decided.tickets.some(({ find }) => find.held && find.relation === 'own')
