import type { Passage, Proposal, TicketFind, TraceIndex } from '../../records/finds.ts'
import type { Comment, Ticket } from '../../zendesk/index.ts'
import type { Account } from '../hands.ts'
import { carriedOver } from './carry-over.ts'
import type { Earlier } from './earlier.ts'
import { newIdentifiers } from './new-identifiers.ts'
import { proposeTicket, type Seen } from './propose.ts'
import { readThrough } from './reach.ts'
import type { Round } from './round.ts'
import { aroundComments, type Scanned, scanConversation, textFields } from './scan.ts'

/** What a look for traces goes by. */
export type Finding = {
  readonly round: Round
  /** One of the users himself is on hold, and so is all that is his. */
  readonly held: boolean
  readonly earlier: Earlier
  /** Tickets that this request has deleted. */
  readonly deleted: ReadonlySet<number>
  /** By what our answers to the person are known again. */
  readonly answers: readonly string[]
}

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

/**
 * Reads a ticket's conversation and says what is in it of the person, and what is proposed.
 * `undefined` when somebody deletes it meanwhile.
 */
export async function scanTicket(
  candidate: Candidate,
  finding: Finding,
  zendesk: Account,
): Promise<Scan | undefined> {
  const { ticket } = candidate
  const { round } = finding
  const identifiers: TraceIndex['proposedTerms'] = []
  const own = round.users.has(ticket.requester_id)
  const looking = { matcher: round.matcher, writers: round.users, own, answers: finding.answers }
  const meanwhile = (comment: Comment): void => {
    if (!own) return
    for (const term of newIdentifiers(comment, round.users, round.matcher)) {
      identifiers.push({ term, ticket: ticket.id })
    }
  }
  const scanned = await readThrough(
    ticket.id,
    async (comments) => await scanConversation(comments, looking, meanwhile),
    zendesk,
  )
  if (scanned === 'gone') return undefined
  const seen = described(candidate, finding, scanned === 'hidden' ? unread : scanned)
  return { find: { ...seen, proposal: proposalFor(seen, finding) }, identifiers }
}

/** What is said of a ticket that is there, and that Zendesk does not show us at all. */
export function hiddenTicket(id: number, via: readonly string[], finding: Finding): TicketFind {
  const nothing = { subject: '', status: 'unknown', requesterId: 0, requesterName: '' }
  const seen: Seen = {
    id,
    ...nothing,
    namesake: false,
    channel: 'unknown',
    relation: via.includes('requested') ? 'own' : 'other',
    via: [...via],
    held: finding.held,
    round: 1,
    people: [],
    evidence: [],
    comments: 0,
    fields: {},
    ...unread,
  }
  return { ...seen, proposal: proposalFor(seen, finding) }
}

const proposalFor = (seen: Seen, { round, earlier }: Finding): Proposal =>
  carriedOver(seen, earlier, round) ?? proposeTicket(seen, round)

const unread: Scanned & { unread: true } = {
  unread: true,
  passages: [],
  bodies: {},
  files: 0,
  recordings: 0,
  attachments: [],
  calls: [],
}

function described(
  { ticket, via, requesterName }: Candidate,
  { round: { users, policy, matcher }, held }: Finding,
  scanned: Scanned & { unread?: boolean },
): Seen {
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
    round: 1,
    people: [],
    evidence: [],
    attachments: scanned.attachments,
    calls: scanned.calls,
    held: held || ticket.tags.some((tag) => policy.holdTags.includes(tag)),
    unread: scanned.unread ?? false,
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
