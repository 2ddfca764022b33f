import { z } from 'zod'
import type { Draft } from '../../records/entry.ts'
import { type SuspendedFind, TicketFind, TraceIndex } from '../../records/finds.ts'
import type { Request } from '../../records/request.ts'
import type { User } from '../../zendesk/index.ts'
import { isExport } from '../export/propose.ts'
import type { Hands } from '../hands.ts'
import { note } from '../journal.ts'
import { recall, whole } from '../vault.ts'
import { answerChannels } from './answer-channels.ts'
import { inBin } from './bin.ts'
import { pageSize } from './cut.ts'
import { type Finding, findingFor } from './finding.ts'
import { heldBack } from './held-back.ts'
import { PageKeeper } from './page-keeper.ts'
import { ProposedTerms } from './proposed-terms.ts'
import { ratedTickets } from './ratings.ts'
import { reached } from './reach.ts'
import { type Round, roundFor } from './round.ts'
import { rulesThatTell } from './rules.ts'
import { sideBySide } from './side-by-side.ts'
import { candidateTickets } from './sources.ts'
import { Tally } from './tally.ts'
import { hiddenTicket, type Scan, scanTicket } from './tickets.ts'

/**
 * Looks everywhere for traces of the confirmed users, or of the terms where the person has no user:
 * their ticket lists, searches for the terms, the held-back mails, then every candidate's
 * conversation from its first to its last comment. Finds go into the vault as they come.
 */
export async function lookForTraces(request: Request, hands: Hands): Promise<undefined> {
  const round = await roundFor(request, hands)
  const n = (request.looks.traces?.round ?? 0) + 1
  const before = await foundBefore(request, hands)
  const look = await findingFor(request, { round, n, before }, hands)
  const tell = teller(request, hands)
  const vias = await named(look, before, { ...hands, tell })
  const own = new Set([...vias].flatMap(([id, via]) => (via.has('requested') ? [id] : [])))
  const finding = { ...look, own }
  const gathered: Gathered = {
    terms: new ProposedTerms(),
    tally: new Tally(),
    pages: new PageKeeper(request, `traces-${n}`, hands),
  }
  const suspended = await heldBack(finding, gathered.terms, hands.zendesk)
  tell.lastPlace()
  await readAll(finding, vias, gathered, { ...hands, tell })
  await finish(request, { n, round, finding, suspended, gathered }, hands)
}

type Gathered = {
  readonly terms: ProposedTerms
  readonly tally: Tally
  readonly pages: PageKeeper
}

type Looked = {
  readonly n: number
  readonly round: Round
  readonly finding: Finding
  readonly suspended: SuspendedFind[]
  readonly gathered: Gathered
}

/** Writes down what was found. */
async function finish(
  request: Request,
  { n, round, finding, suspended, gathered: { terms, tally, pages } }: Looked,
  hands: Hands,
): Promise<void> {
  const { zendesk } = hands
  const { places } = finding
  const { pages: commits, parts } = await pages.end()
  tally.tell(places)
  const index: TraceIndex = {
    ...(isExport(request.right) ? { right: request.right } : {}),
    users: [...round.users],
    terms: [...round.terms],
    accepted: [...round.accepted],
    proposedTerms: await terms.all(zendesk),
    ...(round.ownTicket ? { ownTicket: round.ownTicket } : {}),
    pages: commits,
    suspended,
    rules: await rulesThatTell(round.policy.tag, places, zendesk),
    sources: places.all,
    held: finding.held,
    inBin: await inBin(finding.deleted, zendesk),
    agentWorkspace: round.agentWorkspace,
    ...(await answerChannels(request, round.profiles, { own: round.ownTicket, hands })),
  }
  const counts = { ...tally.counts, suspended: suspended.length }
  const { commit: finds, part } = await whole(`traces-${n}`, index, hands)
  const found: Draft = { by: 'bot', kind: 'found', look: 'traces', round: n, counts, finds }
  await note(request, [found], hands, { vault: new Map([...parts, part]) })
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

type Vias = ReadonlyMap<number, ReadonlySet<string>>

/** Every ticket to be looked at, with what led to it. */
async function named(
  { round, places }: Pick<Finding, 'round' | 'places'>,
  before: ReadonlyMap<number, number>,
  { zendesk, tell }: Telling,
): Promise<Vias> {
  const { country } = round.policy
  const where = { zendesk, country, looked: tell.place, places }
  const vias = await candidateTickets(round.users, round.terms, where)
  const also = (via: string, id: number): void => {
    if (!vias.has(id)) vias.set(id, new Set([via]))
  }
  // The request's own ticket is a find whatever the lists say: a new one takes a minute to show.
  for (const id of round.asked) also('asked', id)
  for (const id of await ratedTickets(round.matcher, places, zendesk)) also('rated', id)
  for (const id of before.keys()) also('seen-before', id)
  return vias
}

/**
 * The tickets of the look before, with the round in which each was found first: what is left there
 * may stand where no search comes.
 */
async function foundBefore(
  { id, looks: { traces } }: Request,
  hands: Hands,
): Promise<Map<number, number>> {
  const found = new Map<number, number>()
  if (!traces) return found
  const { pages } = await recall(id, traces.finds, TraceIndex, hands)
  for (const page of pages) {
    const finds = await recall(id, page, z.array(TicketFind), hands)
    for (const find of finds) found.set(find.id, find.round)
  }
  return found
}

/** Reads every conversation, and keeps what is found as it comes, in the order of the tickets. */
async function readAll(
  finding: Finding,
  vias: Vias,
  { terms, tally, pages }: Gathered,
  { zendesk, tell }: Telling,
): Promise<void> {
  const ids = [...vias.keys()].toSorted((a, b) => a - b)
  const requesters = new Map<number, User>()
  let done = 0
  for (let from = 0; from < ids.length; from += pageSize) {
    const page = ids.slice(from, from + pageSize)
    for await (const scan of scansOf({ page, vias, requesters }, finding, zendesk)) {
      done += 1
      tell.conversation(done, ids.length)
      if (!scan) continue
      terms.add(scan)
      // A search finds more than the term; what holds no trace and is not his is nobody's business.
      const { relation, passages, unread } = scan.find
      if (relation !== 'own' && passages.length === 0 && !unread) continue
      tally.add(scan.find)
      await pages.add(scan.find)
    }
  }
}

type Page = {
  readonly page: readonly number[]
  readonly vias: Vias
  /** Users that were asked for in this look already. */
  readonly requesters: Map<number, User>
}

async function* scansOf(
  { page, vias, requesters }: Page,
  finding: Finding,
  zendesk: Hands['zendesk'],
): AsyncGenerator<Scan | undefined> {
  const { tickets, hidden } = await reached(page, finding.deleted, zendesk)
  const asked = new Set(tickets.map((ticket) => ticket.requester_id))
  const unknown = [...asked].filter((id) => !requesters.has(id))
  for (const user of unknown.length > 0 ? await zendesk.users.showMany(unknown) : []) {
    requesters.set(user.id, user)
  }
  const viaOf = (id: number): string[] => [...(vias.get(id) ?? [])]
  for (const id of hidden) {
    yield { find: hiddenTicket(id, viaOf(id), finding), identifiers: [], receivers: [] }
  }
  yield* sideBySide(tickets, async (ticket) => {
    const requester = requesters.get(ticket.requester_id)
    return await scanTicket({ ticket, via: viaOf(ticket.id), requester }, finding, zendesk)
  })
}
