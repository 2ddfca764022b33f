import type { Draft } from '../../records/entry.ts'
import { type TicketDecision, TraceDecision } from '../../records/finds.ts'
import type { Counts, Instant } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
import { staysForHold } from '../find/propose.ts'
import { roundFor } from '../find/round.ts'
import { type Hands, later, msOf } from '../hands.ts'
import { note } from '../journal.ts'
import type { Address } from '../operations/kind.ts'
import { decidedTickets } from '../pages.ts'
import { answersSent, deletedTickets, endedBefore } from '../plan/ended.ts'
import { recall, whole } from '../vault.ts'
import { asApproved, leftOutOf } from './left-out.ts'
import { type Again, type Decided, lookAgain } from './look-again.ts'
import { productsOpen } from './statuses.ts'

const day = 86_400_000

/**
 * Proves the result: every product of Zendesk's reports the person deleted, and a new search and
 * scan for every term finds nothing that no human decision explains. Sleeps until the first is so
 * or the policy's date has come; products that are still open then are counted.
 */
export async function prove(
  request: Request,
  hands: Hands,
): Promise<{ again: Instant } | undefined> {
  const round = await roundFor(request, hands)
  const decided = await decidedOf(request, hands)
  const kept = staysForHold(decided)
  const going = [...round.users].filter((user) => !decided.staying.has(user))
  const ended = lastSettled(request)
  const searchable = later(ended, hands.timing.indexLag)
  if (msOf(hands.now()) < msOf(searchable)) return { again: searchable }
  const products = kept ? 0 : await productsOpen(going, hands)
  const giveUp = later(ended, round.policy.statusesGiveUpDays * day)
  if (products !== 0 && msOf(hands.now()) < msOf(giveUp)) {
    return await sleepOn(request, giveUp, hands)
  }
  const again = await lookAgain(round, decided, hands)
  const code = codeFor(again.unexplained.length, kept, products)
  const open = products ?? going.length
  await writeProof(request, { again, code, open, files: seenFiles(decided.tickets) }, hands)
  return undefined
}

/** When the last effect was settled: a plan that only says what stays has none of its own. */
function lastSettled({ plan, plans, received }: Request): Instant {
  const settled = plans.flatMap(({ settledAt }) => settledAt ?? [])
  return settled.toSorted().at(-1) ?? plan?.agreed?.at ?? received
}

/** Journalled once: how long it may take is part of the record, each look is not. */
async function sleepOn(
  request: Request,
  giveUp: Instant,
  hands: Hands,
): Promise<{ again: Instant }> {
  if (!request.naps.has('products')) {
    const slept: Draft = { by: 'bot', kind: 'slept', code: 'products', until: giveUp }
    await note(request, [slept], hands)
  }
  return { again: later(hands.now(), hands.timing.statusPoll) }
}

/** What was decided, as it was approved, and what has been deleted since. */
async function decidedOf(request: Request, hands: Hands): Promise<Decided> {
  const on = request.looks.traces?.decided?.on
  if (!on) throw new Error(`${request.number}: nothing is decided`)
  const { suspended, held, identities, ...decision } = await recall(
    request.id,
    on,
    TraceDecision,
    hands,
  )
  const tickets = await decidedTickets(request.id, decision, hands)
  const out = await leftOutOf(request, request.plan?.digest, hands)
  const ended = await endedBefore(request, hands)
  const deleted = deletedTickets(ended)
  for (const { ticket } of out) if (ticket !== undefined) deleted.delete(ticket)
  const staying = stayingFor(identities, out)
  const answers = answersSent(ended)
  return asApproved({ tickets, suspended, held, staying, deleted, answers }, out)
}

/** Who stays, and which addresses and numbers of his had to go: those left out by an approver stay. */
function stayingFor(
  identities: TraceDecision['identities'] = [],
  out: readonly Address[],
): Map<number, Set<number>> {
  const left = new Set(out.flatMap(({ identity }) => identity ?? []))
  const staying = new Map<number, Set<number>>()
  for (const { user, identity } of identities) {
    const his = staying.get(user) ?? new Set()
    staying.set(user, left.has(identity) ? his : his.add(identity))
  }
  return staying
}

async function writeProof(
  request: Request,
  { again, code, open, files }: { again: Again; code: string; open: number; files: Counts },
  hands: Hands,
): Promise<void> {
  const { commit, part } = await whole(`proof-${request.version}`, again, hands)
  const proved: Draft = {
    by: 'bot',
    kind: 'proved',
    code,
    counts: {
      terms: again.searched,
      scanned: again.scanned,
      places: again.places,
      mails: again.mails,
      ...(again.mailsRefused ? { 'mails-refused': 1 } : {}),
      ...files,
      explained: again.explained,
      unexplained: again.unexplained.length,
      users: again.unexplained.filter(({ kind }) => kind === 'user').length,
      'products-open': open,
    },
    on: commit,
  }
  await note(request, [proved], hands, { vault: new Map([part]) })
}

/**
 * Files and recordings in tickets that stay: those that somebody has opened, and those that nobody
 * has. No scan sees what is in them.
 */
function seenFiles(tickets: readonly TicketDecision[]): Counts {
  const staying = tickets.filter(({ action }) => action !== 'delete')
  const all = staying.reduce((sum, { find }) => sum + find.files + find.recordings, 0)
  const seen = staying.reduce((sum, { files }) => sum + Object.keys(files).length, 0)
  return { 'files-seen': seen, 'files-unopened': Math.max(0, all - seen) }
}

function codeFor(unexplained: number, kept: boolean, products: number | undefined): string {
  if (unexplained > 0) return 'unexplained'
  if (kept) return 'legal-hold'
  return products === 0 ? 'proved' : 'products-open'
}
