import type { Passage, TicketDecision, TraceDecision } from '../../records/finds.ts'
import type { Ticket } from '../../zendesk/index.ts'
import { inBin } from '../find/bin.ts'
import { placeOf } from '../find/carry-over.ts'
import { isOutOfReach } from '../find/propose.ts'
import { type Reached, reached, readThrough } from '../find/reach.ts'
import type { Round } from '../find/round.ts'
import { aroundComments, scanConversation } from '../find/scan.ts'
import { candidateTickets } from '../find/sources.ts'
import type { Account, Hands } from '../hands.ts'
import { inChatsAgain } from './chats-again.ts'
import { type Stray, strayMails, strayUsers } from './strays.ts'

/** What a look over the whole account found after the work was done. */
export type Again = {
  readonly searched: number
  /** Lists and searches that were looked through. */
  readonly places: number
  /** Held-back mails that were read. */
  readonly mails: number
  /** Why Zendesk did not let us read these (403, 404); absent where it did. */
  readonly mailsRefused?: string
  readonly scanned: number
  /** Hits that stand where a human decided that they stay. */
  readonly explained: number
  /** Tickets, held-back mails and users that no decision explains, by what they are. */
  readonly unexplained: readonly Stray[]
}

/** What a proof holds its finds against. */
export type Decided = {
  readonly tickets: readonly TicketDecision[]
  readonly suspended: TraceDecision['suspended']
  readonly held: boolean
  /** Users who stay, with the addresses and numbers that had to go. */
  readonly staying: ReadonlyMap<number, ReadonlySet<number>>
  /** Tickets that this request has deleted, those left out by an approver excepted. */
  readonly deleted: ReadonlySet<number>
  /** By what our answers to the person are known again. */
  readonly answers: readonly string[]
}

/**
 * Searches and scans for every accepted term again. Proof is: no hit that no human decision
 * explains, no ticket of the person that nobody has decided on, none that is deleted and not gone.
 */
export async function lookAgain(round: Round, decided: Decided, hands: Hands): Promise<Again> {
  const { zendesk } = hands
  const byId = new Map(decided.tickets.map((ticket) => [ticket.find.id, ticket]))
  const { tickets, hidden, places } = await ticketsLeft(round, decided, zendesk)
  const strays: Stray[] = hidden
    .filter((id) => !(byId.get(id)?.find.unread && byId.get(id)?.action === 'keep'))
    .map((id) => ({ kind: 'ticket', id }))
  let explained = 0
  for (const ticket of tickets) {
    const about = { round, decided, decision: byId.get(ticket.id) }
    const hits = await hitsIn(ticket, about, hands)
    if (hits !== 'gone' && isAccountedFor(ticket, hits, byId.get(ticket.id), round)) {
      explained += hits === 'hidden' ? 0 : hits.length
    } else if (hits !== 'gone') strays.push({ kind: 'ticket', id: ticket.id })
  }
  const inTrash = await inBin(decided.deleted, zendesk)
  strays.push(...inTrash.map((id) => ({ kind: 'ticket' as const, id })))
  const mails = await strayMails(round, decided.suspended, hands)
  strays.push(...mails.strays, ...(await strayUsers(round, decided, hands)))
  const looked = {
    searched: round.terms.length,
    places,
    mails: mails.read,
    ...(mails.refused ? { mailsRefused: mails.refused } : {}),
    scanned: tickets.length,
  }
  return { ...looked, explained, unexplained: strays }
}

/** What the lists, the searches and the decisions name, and is not deleted. */
async function ticketsLeft(
  { users, terms, policy: { country } }: Round,
  { tickets }: Decided,
  zendesk: Account,
): Promise<Reached & { readonly places: number }> {
  const lists = ['requested', 'ccd'] as const
  let places = 0
  const looked = (_: number, of: number): void => {
    places = of
  }
  const found = await candidateTickets(users, terms, { zendesk, country, lists, looked })
  const decided = tickets.map(({ find }) => find.id)
  const deleted = new Set(
    tickets.filter(({ action }) => action === 'delete').map(({ find }) => find.id),
  )
  const expected = new Set([...deleted].filter((id) => !found.has(id)))
  const ids = [...new Set([...found.keys(), ...decided])]
  return { ...(await reached(ids, expected, zendesk)), places }
}

type About = {
  readonly round: Round
  readonly decided: Decided
  readonly decision: TicketDecision | undefined
}

async function hitsIn(
  ticket: Ticket,
  { round, decided: { answers }, decision }: About,
  hands: Hands,
): Promise<Passage[] | 'gone' | 'hidden'> {
  const { matcher, users } = round
  const looking = { matcher, writers: users, own: users.has(ticket.requester_id), answers }
  const scanned = await readThrough(
    ticket.id,
    async (comments) => await scanConversation(comments, looking),
    hands.zendesk,
  )
  if (typeof scanned === 'string') return scanned
  const said = await inChatsAgain(ticket, round, hands)
  if (said === 'hidden' && hasLostMessages(decision)) return said
  const inChats = said === 'hidden' ? [] : said
  return [...aroundComments(ticket, matcher), ...scanned.passages, ...inChats]
}

/** Whether something was to go from a chat of this ticket: then it must be seen that it went. */
const hasLostMessages = (decision: TicketDecision | undefined): boolean =>
  decision?.find.passages.some(({ key, chat }) => chat && decision.passages.includes(key)) === true

function isAccountedFor(
  ticket: Ticket,
  hits: Passage[] | 'hidden',
  decision: TicketDecision | undefined,
  { users }: Round,
): boolean {
  if (!decision && users.has(ticket.requester_id)) return false
  if (hits === 'hidden') return decision?.find.unread === true && decision.action === 'keep'
  return isExplained(hits, decision)
}

/**
 * A decision explains the passages that it left, and no others: what was written since, nobody has
 * seen. A ticket under a legal hold explains all that stands in it.
 */
function isExplained(passages: readonly Passage[], decision: TicketDecision | undefined): boolean {
  if (passages.length === 0) return decision?.action !== 'delete'
  if (!decision || decision.action === 'delete') return false
  if (decision.find.held) return true
  const gone = new Set(decision.passages)
  const left = decision.find.passages
    .filter((passage) => !gone.has(passage.key) || isOutOfReach(passage, decision.find))
    .map(placeOf)
  return passages.map(placeOf).every((place) => {
    const at = left.indexOf(place)
    if (at === -1) return false
    left.splice(at, 1)
    return true
  })
}
