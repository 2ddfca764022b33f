import type { Ticket } from '../../zendesk/index.ts'
import type { Passage, TicketFind, TraceIndex } from '../finds.ts'
import type { Account } from '../hands.ts'
import { conversation } from './conversation.ts'
import { newIdentifiers } from './new-identifiers.ts'
import { proposeTicket } from './propose.ts'
import type { Round } from './round.ts'
import { aroundComments, type Scanned, scanConversation, textFields } from './scan.ts'

/** A ticket on its way through a round. */
export type Candidate = {
  readonly ticket: Ticket
  /** What led to it. */
  readonly via: readonly string[]
  /** Empty when the requester is no longer known. */
  readonly requesterName: string
}

export type Scan = {
  readonly find: TicketFind
  readonly identifiers: TraceIndex['proposedTerms']
}

/** Reads a ticket's conversation and says what is in it of the person, and what the rules propose. */
export async function scanTicket(
  candidate: Candidate,
  round: Round,
  zendesk: Account,
): Promise<Scan> {
  const { ticket } = candidate
  const identifiers: TraceIndex['proposedTerms'] = []
  const own = round.users.has(ticket.requester_id)
  const looking = { matcher: round.matcher, writers: own ? new Set<number>() : round.users }
  const scanned = await scanConversation(conversation(ticket.id, zendesk), looking, (comment) => {
    if (!own) return
    for (const term of newIdentifiers(comment, round.users, round.matcher)) {
      identifiers.push({ term, ticket: ticket.id })
    }
  })
  const seen = described(candidate, round, scanned)
  return { find: { ...seen, proposal: proposeTicket(seen, round) }, identifiers }
}

function described(
  { ticket, via, requesterName }: Candidate,
  { users, policy, matcher }: Round,
  scanned: Scanned,
): Omit<TicketFind, 'proposal'> {
  const around = aroundComments(ticket, matcher)
  return {
    id: ticket.id,
    subject: ticket.subject ?? '',
    status: ticket.status,
    requesterId: ticket.requester_id,
    requesterName,
    namesake: !users.has(ticket.requester_id) && matcher.inText(requesterName).length > 0,
    channel: ticket.via.channel,
    relation: users.has(ticket.requester_id) ? 'own' : 'other',
    via: [...via],
    held: ticket.tags.some((tag) => policy.holdTags.includes(tag)),
    comments: ticket.comment_count ?? 0,
    files: scanned.files,
    recordings: scanned.recordings,
    passages: [...around, ...scanned.passages],
    fields: fieldsOf(ticket, around),
    bodies: scanned.bodies,
  }
}

function fieldsOf(ticket: Ticket, passages: readonly Passage[]): Record<string, string> {
  const texts = textFields(ticket)
  const hit = new Set(passages.flatMap(({ field }) => (field === undefined ? [] : [String(field)])))
  return Object.fromEntries(Object.entries(texts).filter(([id]) => hit.has(id)))
}
