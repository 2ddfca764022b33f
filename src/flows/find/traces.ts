import { breather } from '../../records/breather.ts'
import type { Draft } from '../../records/entry.ts'
import { type SuspendedFind, type TicketFind, TraceIndex } from '../../records/finds.ts'
import type { Request } from '../../records/request.ts'
import type { Account, Hands } from '../hands.ts'
import { note } from '../journal.ts'
import { isHeld } from '../operations/kind.ts'
import { ticketPages } from '../pages.ts'
import { answersSent, deletedTickets, endedBefore } from '../plan/ended.ts'
import { recall, shelf } from '../vault.ts'
import { answerChannel } from './answer-channel.ts'
import { inBin } from './bin.ts'
import { mailCarriedOver } from './carry-over.ts'
import { cutIntoPages, pageSize } from './cut.ts'
import { earlierTraces } from './earlier.ts'
import { proposeSuspended } from './propose.ts'
import { reached } from './reach.ts'
import { type Round, roundFor } from './round.ts'
import { inSuspended } from './scan.ts'
import { candidateTickets } from './sources.ts'
import { type Finding, hiddenTicket, type Scan, scanTicket } from './tickets.ts'

/**
 * Looks everywhere for traces of the confirmed users: their ticket lists, a search for each term,
 * the held-back mails, then every candidate's conversation from its first to its last comment.
 */
export async function lookForTraces(request: Request, hands: Hands): Promise<undefined> {
  const round = await roundFor(request, hands)
  const n = (request.looks.traces?.round ?? 0) + 1
  const { keep, keepEach, parts } = shelf(hands)
  const finding = await findingFor(request, round, hands)
  const tell = teller(request, hands)
  const vias = await named(request, round, { ...hands, tell })
  const suspended = await heldBack(finding, hands)
  tell.lastPlace()
  const tickets = await ticketsOf(finding, vias, { ...hands, tell })
  const index: TraceIndex = {
    users: [...round.users],
    terms: [...round.terms],
    accepted: [...round.accepted],
    proposedTerms: distinct(tickets.identifiers),
    ...(round.ownTicket ? { ownTicket: round.ownTicket } : {}),
    pages: await keepEach(`traces-${n}`, tickets.pages),
    suspended,
    sources: [],
    rules: [],
    held: finding.held,
    inBin: await inBin(finding.deleted, hands.zendesk),
    agentWorkspace: round.agentWorkspace,
    answer: await answerChannel(round.ownTicket, round.users, hands.zendesk),
  }
  const counts = { ...tally(tickets.pages.flat()), suspended: suspended.length }
  const finds = await keep(`traces-${n}`, index)
  const found: Draft = { by: 'bot', kind: 'found', look: 'traces', round: n, counts, finds }
  await note(request, [found], hands, { vault: parts })
}

/** Tells how far the look has come: place by place, then conversation by conversation. */
type Teller = {
  readonly place: (done: number, of: number) => void
  /** The held-back mails, after all lists and searches. */
  readonly lastPlace: () => void
  readonly conversation: (done: number, of: number) => void
}

function teller({ id }: Request, { progress }: Hands): Teller {
  let places = 1
  return {
    place: (done, of) => {
      places = of + 1
      progress?.(id, 'find-traces', done, places)
    },
    lastPlace: () => progress?.(id, 'find-traces', places, places),
    conversation: (done, of) => progress?.(id, 'read-conversations', done, of),
  }
}

type Telling = Hands & { readonly tell: Teller }

async function findingFor(request: Request, round: Round, hands: Hands): Promise<Finding> {
  const users = await hands.zendesk.users.showMany(round.users)
  const ended = await endedBefore(request, hands)
  return {
    round,
    held: users.some(({ tags }) => isHeld(tags, round.policy)),
    earlier: await earlierTraces(request, round, hands),
    deleted: deletedTickets(ended),
    answers: answersSent(ended),
  }
}

type Vias = ReadonlyMap<number, ReadonlySet<string>>

/** Every ticket to be looked at, with what led to it. */
async function named(request: Request, round: Round, hands: Telling): Promise<Vias> {
  const { zendesk, tell } = hands
  const { country } = round.policy
  const where = { zendesk, country, looked: tell.place }
  const vias = await candidateTickets(round.users, round.terms, where)
  const also = (via: string, id: number): void => {
    if (!vias.has(id)) vias.set(id, new Set([via]))
  }
  // The request's own ticket is a find whatever the lists say: a new one takes a minute to show.
  if (round.ownTicket) also('asked', round.ownTicket.id)
  for (const id of await seenBefore(request, hands)) also('seen-before', id)
  return vias
}

/** The tickets of the look before: what is left there may stand where no search comes. */
async function seenBefore({ id, looks: { traces } }: Request, hands: Hands): Promise<number[]> {
  if (!traces) return []
  const index = await recall(id, traces.finds, TraceIndex, hands)
  return (await ticketPages(id, index, hands)).flat().map((find) => find.id)
}

async function ticketsOf(
  finding: Finding,
  vias: Vias,
  { zendesk, tell }: Telling,
): Promise<{ pages: TicketFind[][]; identifiers: TraceIndex['proposedTerms'] }> {
  const ids = [...vias.keys()].toSorted((a, b) => a - b)
  const pages: TicketFind[][] = []
  const identifiers: TraceIndex['proposedTerms'] = []
  for (let from = 0; from < ids.length; from += pageSize) {
    const read = (done: number): void => tell.conversation(from + done, ids.length)
    const page = ids.slice(from, from + pageSize)
    const scans = await scanPage(page, vias, finding, { zendesk, read })
    identifiers.push(...scans.flatMap((scan) => scan.identifiers))
    // A search finds more than the term; what holds no trace and is not his is nobody's business.
    const finds = scans
      .map(({ find }) => find)
      .filter((find) => find.relation === 'own' || find.passages.length > 0 || find.unread)
    pages.push(...cutIntoPages(finds))
  }
  return { pages, identifiers }
}

async function scanPage(
  ids: readonly number[],
  vias: Vias,
  finding: Finding,
  { zendesk, read }: { zendesk: Account; read: (done: number) => void },
): Promise<Scan[]> {
  const { tickets, hidden } = await reached(ids, finding.deleted, zendesk)
  const requesters = await zendesk.users.showMany(new Set(tickets.map((t) => t.requester_id)))
  const names = new Map(requesters.map(({ id, name }) => [id, name]))
  const viaOf = (id: number): string[] => [...(vias.get(id) ?? [])]
  const scans: Scan[] = hidden.map((id) => ({
    find: hiddenTicket(id, viaOf(id), finding),
    identifiers: [],
  }))
  for (const [i, ticket] of tickets.entries()) {
    const requesterName = names.get(ticket.requester_id) ?? ''
    const scan = await scanTicket(
      { ticket, via: viaOf(ticket.id), requesterName },
      finding,
      zendesk,
    )
    if (scan) scans.push(scan)
    read(hidden.length + i + 1)
  }
  return scans
}

async function heldBack(
  { round, held, earlier }: Finding,
  { zendesk }: Hands,
): Promise<SuspendedFind[]> {
  const found: SuspendedFind[] = []
  const breathe = breather()
  for await (const mail of zendesk.suspended.list()) {
    await breathe()
    const passages = inSuspended(mail, round.matcher)
    if (passages.length === 0) continue
    const find = { id: mail.id, passages }
    const proposal = mailCarriedOver(mail.id, earlier, held) ?? proposeSuspended(find, held)
    found.push({ ...find, proposal })
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
