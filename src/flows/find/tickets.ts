import type { Ticket } from '../../zendesk/index.ts'
import type { TicketFind, TraceIndex } from '../finds.ts'
import type { Account } from '../hands.ts'
import { newIdentifiers } from './new-identifiers.ts'
import { proposeTicket } from './propose.ts'
import type { Round } from './round.ts'
import { inPlain, type Scanned, scanConversation } from './scan.ts'

export type Scan = {
  readonly find: TicketFind
  readonly identifiers: TraceIndex['proposedTerms']
}

/** Reads a ticket's conversation and says what is in it of the person, and what the rules propose. */
export async function scanTicket(
  ticket: Ticket,
  via: readonly string[],
  round: Round,
  zendesk: Account,
): Promise<Scan> {
  const identifiers: TraceIndex['proposedTerms'] = []
  const own = round.users.has(ticket.requester_id)
  const scanned = await scanConversation(
    zendesk.comments.list(ticket.id),
    round.matcher,
    (comment) => {
      if (!own) return
      for (const term of newIdentifiers(comment, round.users, round.matcher)) {
        identifiers.push({ term, ticket: ticket.id })
      }
    },
  )
  const seen = described(ticket, via, round, scanned)
  return { find: { ...seen, proposal: proposeTicket(seen, round) }, identifiers }
}

function described(
  ticket: Ticket,
  via: readonly string[],
  { users, policy, matcher }: Round,
  scanned: Scanned,
): Omit<TicketFind, 'proposal'> {
  return {
    id: ticket.id,
    subject: ticket.subject ?? '',
    status: ticket.status,
    requesterId: ticket.requester_id,
    channel: ticket.via.channel,
    relation: users.has(ticket.requester_id) ? 'own' : 'other',
    via: [...via],
    held: ticket.tags.some((tag) => policy.holdTags.includes(tag)),
    comments: ticket.comment_count ?? 0,
    files: scanned.files,
    recordings: scanned.recordings,
    passages: [...inPlain('subject', ticket.subject ?? '', matcher), ...scanned.passages],
    bodies: scanned.bodies,
  }
}
