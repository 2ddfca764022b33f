import type { Passage, Proposal, TicketFind } from '../../records/finds.ts'
import type { Comment, Ticket, User } from '../../zendesk/index.ts'
import { isExport, proposeGiving, saidBefore } from '../export/propose.ts'
import type { Account } from '../hands.ts'
import type { Hit, Matcher, Term } from '../matching/index.ts'
import { isWorthMore, lookBeside } from './beside.ts'
import { carriedOver } from './carry-over.ts'
import type { Finding } from './finding.ts'
import type { Beside } from './looking-beside.ts'
import { newIdentifiers, type Proposed } from './new-identifiers.ts'
import { proposeTicket, type Seen } from './propose.ts'
import { readThrough } from './reach.ts'
import { aroundComments, type Scanned, scanConversation, textFields } from './scan.ts'
import { isOtherName, receiverOf, senderOf } from './sender.ts'
import { evidenceFor } from './speaks.ts'

/** A ticket on its way through a round. */
export type Candidate = {
  readonly ticket: Ticket
  /** What led to it. */
  readonly via: readonly string[]
  /** Absent when the requester is no longer known. */
  readonly requester: User | undefined
}

export type Scan = {
  readonly find: TicketFind
  readonly identifiers: readonly Proposed[]
  /** Addresses of the account's own that its mails came to. */
  readonly receivers: readonly string[]
}

/** What is noticed in passing, comment by comment. */
type Noticed = {
  readonly identifiers: Proposed[]
  readonly receivers: Set<string>
  /** Of several people, whose words or terms stand in it. */
  readonly people: Set<number>
  otherSender: boolean
  /** The first comment; 0 before it is read. */
  first: number
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
  const own = round.users.has(ticket.requester_id)
  const noticed = noticedAround(ticket, finding)
  const matcher = noting(round.matcher, (term) => {
    for (const person of round.peopleOf(term)) noticed.people.add(person)
  })
  const looking = { matcher, writers: round.users, own, answers: finding.answers }
  const scanned = await readThrough(
    ticket.id,
    async (comments) =>
      await scanConversation(comments, looking, (comment) => {
        notice(comment, { own, noticed }, finding)
      }),
    zendesk,
  )
  if (scanned === 'gone') return undefined
  const read = scanned === 'hidden' ? unread : scanned
  const seen = described(candidate, { finding, matcher, noticed }, read)
  const whole = await withMore(seen, { candidate, finding, matcher, noticed }, zendesk)
  const { identifiers, receivers } = noticed
  const find = { ...whole, proposal: proposalFor(whole, finding) }
  return { find, identifiers, receivers: [...receivers] }
}

const noticedAround = ({ recipient, requester_id: requester }: Ticket, { round }: Finding) => {
  const person = round.personOf(requester)
  const noticed: Noticed = {
    identifiers: [],
    receivers: new Set(recipient ? [recipient.toLowerCase()] : []),
    people: new Set(person === undefined ? [] : [person]),
    otherSender: false,
    first: 0,
  }
  return noticed
}

/** A matcher that tells of each term it finds. */
function noting({ inText, inHtml }: Matcher, tell: (term: Term) => void): Matcher {
  const told = (hits: Hit[]): Hit[] => {
    for (const { term } of hits) tell(term)
    return hits
  }
  return { inText: (text) => told(inText(text)), inHtml: (html) => told(inHtml(html)) }
}

function notice(
  comment: Comment,
  { own, noticed }: { own: boolean; noticed: Noticed },
  { round, names }: Finding,
): void {
  if (noticed.first === 0) noticed.first = comment.id
  const receiver = receiverOf(comment.via)
  if (receiver) noticed.receivers.add(receiver)
  if (!round.users.has(comment.author_id)) return
  const person = round.personOf(comment.author_id)
  if (person !== undefined) noticed.people.add(person)
  if (!own) return
  if (isOtherName(senderOf(comment), names)) noticed.otherSender = true
  const { users, matcher, policy } = round
  const known = { users, names, matcher, country: policy.country }
  noticed.identifiers.push(...newIdentifiers(comment, known))
}

type Around = {
  readonly candidate: Candidate
  readonly finding: Finding
  readonly matcher: Matcher
  readonly noticed: Noticed
}

/** The same with what lies beside its comments, where that is worth a call, and what speaks for it. */
async function withMore(
  seen: Seen,
  { candidate: { ticket, requester }, finding, matcher, noticed }: Around,
  zendesk: Account,
): Promise<Seen> {
  const { round, places, organizations, own } = finding
  const isRead = !seen.unread && !seen.held
  const isWorth = isRead && isWorthMore(ticket, seen, round.policy.ownTickets !== 'delete')
  const about = { own: seen.relation === 'own', first: noticed.first }
  const { users, agentWorkspace } = round
  const looking = { matcher, users, agentWorkspace, places, ...about }
  const more = isWorth ? await lookBeside(ticket, looking, zendesk) : none
  const passages = [...seen.passages, ...more.passages]
  const { otherSender } = noticed
  const context = { matcher: round.matcher, requester, organizations, own, otherSender }
  return {
    ...seen,
    passages,
    files: seen.files + more.files.length,
    attachments: [...seen.attachments, ...more.files],
    people: [...noticed.people].toSorted((a, b) => a - b),
    evidence: evidenceFor(ticket, { ...seen, passages }, context),
    ...(Object.keys(more.messages).length > 0 ? { messages: more.messages } : {}),
  }
}

const none: Beside = { passages: [], messages: {}, files: [] }

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
    round: finding.foundIn(id),
    people: [],
    evidence: [],
    comments: 0,
    fields: {},
    ...unread,
  }
  return { ...seen, proposal: proposalFor(seen, finding) }
}

const proposalFor = (seen: Seen, { round, earlier }: Finding): Proposal =>
  isExport(round.right)
    ? (saidBefore(seen, earlier) ?? proposeGiving(seen))
    : (carriedOver(seen, earlier, round) ?? proposeTicket(seen, round))

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
  { ticket, via, requester }: Candidate,
  { finding, matcher }: Omit<Around, 'candidate'>,
  scanned: Scanned & { unread?: boolean },
): Seen {
  const { round, held } = finding
  const { users, policy } = round
  const around = aroundComments(ticket, matcher)
  const requesterName = requester?.name ?? ''
  const isOwn = users.has(ticket.requester_id)
  const { passages, ...read } = scanned
  return {
    unread: false,
    ...read,
    id: ticket.id,
    subject: ticket.subject ?? '',
    status: ticket.status,
    requesterId: ticket.requester_id,
    requesterName,
    namesake: !isOwn && round.matcher.inText(requesterName).length > 0,
    channel: ticket.via.channel,
    relation: isOwn ? 'own' : 'other',
    via: [...via],
    round: finding.foundIn(ticket.id),
    people: [],
    evidence: [],
    held: held || ticket.tags.some((tag) => policy.holdTags.includes(tag)),
    comments: ticket.comment_count ?? 0,
    passages: [...around, ...passages],
    fields: fieldsOf(ticket, around),
  }
}

function fieldsOf(ticket: Ticket, passages: readonly Passage[]): Record<string, string> {
  const texts = textFields(ticket)
  const hit = new Set(passages.flatMap(({ field }) => (field === undefined ? [] : [String(field)])))
  return Object.fromEntries(Object.entries(texts).filter(([id]) => hit.has(id)))
}
