import type { Commit, Openings } from '../../records/commitment.ts'
import type { Request } from '../../records/request.ts'
import { type SuspendedFind, type TicketFind, TraceIndex } from '../finds.ts'
import type { Account, Hands } from '../hands.ts'
import { note } from '../journal.ts'
import { ticketPages } from '../pages.ts'
import { recall, whole } from '../vault.ts'
import { answerChannel } from './answer-channel.ts'
import { proposeSuspended } from './propose.ts'
import { type Round, roundFor } from './round.ts'
import { inSuspended } from './scan.ts'
import { candidateTickets } from './sources.ts'
import { type Scan, scanTicket } from './tickets.ts'

/** Tickets of one vault page: a decision among 70,000 finds rewrites one page, not all. */
const pageSize = 100

/**
 * Looks everywhere for traces of the confirmed users: their ticket lists, a search for each term,
 * the held-back mails, then every candidate's conversation from its first to its last comment.
 */
export async function lookForTraces(request: Request, hands: Hands): Promise<undefined> {
  const round = await roundFor(request, hands)
  const n = (request.looks.traces?.round ?? 0) + 1
  const parts = new Map<string, Openings>()
  const keep = (part: string, value: unknown): Commit => {
    const kept = whole(part, value, hands)
    parts.set(...kept.part)
    return kept.commit
  }
  const tickets = await ticketsOf(round, await seenBefore(request, hands), hands)
  const suspended = await heldBack(round, hands)
  const index: TraceIndex = {
    users: [...round.users],
    terms: [...round.terms],
    accepted: [...round.accepted],
    proposedTerms: distinct(tickets.identifiers),
    ...(round.ownTicket ? { ownTicket: round.ownTicket } : {}),
    pages: tickets.pages.map((page, i) => keep(`traces-${n}-${i + 1}`, page)),
    suspended,
    agentWorkspace: round.agentWorkspace,
    answer: await answerChannel(round.ownTicket, round.users, hands.zendesk),
  }
  const counts = { ...tally(tickets.pages.flat()), suspended: suspended.length }
  const finds = keep(`traces-${n}`, index)
  await note(
    request,
    [{ by: 'bot', kind: 'found', look: 'traces', round: n, counts, finds }],
    hands,
    {
      vault: parts,
    },
  )
}

/** The tickets of the look before: what is left there may stand where no search comes. */
async function seenBefore({ id, looks: { traces } }: Request, hands: Hands): Promise<number[]> {
  if (!traces) return []
  const index = await recall(id, traces.finds, TraceIndex, hands)
  return (await ticketPages(id, index, hands)).flat().map((find) => find.id)
}

async function ticketsOf(
  round: Round,
  before: readonly number[],
  hands: Hands,
): Promise<{ pages: TicketFind[][]; identifiers: TraceIndex['proposedTerms'] }> {
  const vias = await candidateTickets(round.users, round.terms, {
    zendesk: hands.zendesk,
    country: round.policy.country,
  })
  // The request's own ticket is a find whatever the lists say: a new one takes a minute to show.
  if (round.ownTicket)
    vias.set(round.ownTicket.id, vias.get(round.ownTicket.id) ?? new Set(['asked']))
  for (const id of before) vias.set(id, vias.get(id) ?? new Set(['seen-before']))
  const ids = [...vias.keys()].toSorted((a, b) => a - b)
  const pages: TicketFind[][] = []
  const identifiers: TraceIndex['proposedTerms'] = []
  for (let from = 0; from < ids.length; from += pageSize) {
    const scans = await scanPage(ids.slice(from, from + pageSize), vias, round, hands.zendesk)
    identifiers.push(...scans.flatMap((scan) => scan.identifiers))
    // A search finds more than the term; what holds no trace and is not his is nobody's business.
    pages.push(
      scans
        .map(({ find }) => find)
        .filter(({ relation, passages }) => relation === 'own' || passages.length > 0),
    )
  }
  return { pages, identifiers }
}

async function scanPage(
  ids: readonly number[],
  vias: ReadonlyMap<number, ReadonlySet<string>>,
  round: Round,
  zendesk: Account,
): Promise<Scan[]> {
  const tickets = await zendesk.tickets.showMany(ids, { commentCount: true })
  const requesters = await zendesk.users.showMany(new Set(tickets.map((t) => t.requester_id)))
  const names = new Map(requesters.map(({ id, name }) => [id, name]))
  const scans: Scan[] = []
  for (const ticket of tickets.filter(({ status }) => status !== 'deleted')) {
    const via = [...(vias.get(ticket.id) ?? [])]
    const requesterName = names.get(ticket.requester_id) ?? ''
    scans.push(await scanTicket({ ticket, via, requesterName }, round, zendesk))
  }
  return scans
}

async function heldBack(round: Round, { zendesk }: Hands): Promise<SuspendedFind[]> {
  const found: SuspendedFind[] = []
  for await (const mail of zendesk.suspended.list()) {
    const passages = inSuspended(mail, round.matcher)
    if (passages.length === 0) continue
    found.push({ id: mail.id, passages, proposal: proposeSuspended({ id: mail.id, passages }) })
  }
  return found
}

function distinct(proposed: TraceIndex['proposedTerms']): TraceIndex['proposedTerms'] {
  const values = new Set<string>()
  return proposed.filter(({ term }) => !values.has(term.value) && values.add(term.value))
}

const tally = (tickets: readonly TicketFind[]): Record<string, number> => ({
  tickets: tickets.length,
  own: tickets.filter(({ relation }) => relation === 'own').length,
  others: tickets.filter(({ relation }) => relation === 'other').length,
  passages: tickets.reduce((sum, { passages }) => sum + passages.length, 0),
  ask: tickets.filter(({ proposal }) => proposal.action === 'ask').length,
})
