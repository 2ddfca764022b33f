import { z } from 'zod'
import type { EntryOf } from '../records/entry.ts'
import {
  type Choices,
  TicketDecision,
  TicketFind,
  TraceDecision,
  TraceIndex,
} from '../records/finds.ts'
import type { Id, Sha } from '../records/primitives.ts'
import type { Request } from '../records/request.ts'
import { answerBefore, type Earlier } from './find/earlier.ts'
import type { Hands } from './hands.ts'
import { load } from './journal.ts'
import type { Address } from './operations/kind.ts'
import { asApproved, leftOutOf } from './prove/left-out.ts'
import { Refusal } from './refusal.ts'
import { saidBefore } from './said-before.ts'
import { recall } from './vault.ts'

/** What was found, of which the tickets are read page by page. Personal data: never for a message. */
export type PagedTraces = {
  readonly request: Request
  /** What stands in it is what was decided before, where something was. */
  readonly index: TraceIndex
  /** Names exactly these finds: a decision on them carries it back. */
  readonly seen: Sha
  /** Another one whenever any page would read otherwise. */
  readonly basis: string
  readonly answered: Choices['answer']
  readonly pages: number
  /** One vault page of tickets, counted from 0. */
  readonly page: (n: number) => Promise<readonly TicketFind[]>
}

/** Like `tracesToDecide`, for 70,000 finds: nothing of the tickets is read before it is asked for. */
export async function pagedTraces(id: Id, hands: Hands): Promise<PagedTraces> {
  const request = await load(id, hands)
  const { traces } = request.looks
  if (!traces) throw new Refusal('not-waiting')
  const found = await recall(id, traces.finds, TraceIndex, hands)
  const before = await decidedBefore(request, traces.round, hands)
  const mails = new Map(before?.suspended.map((mail) => [mail.find.id, mail]))
  const { index } = saidBefore({ index: found, pages: [] }, { tickets: new Map(), mails })
  return {
    request,
    index,
    seen: traces.finds.mac,
    basis: `${traces.finds.mac} ${before?.entry ?? ''}`,
    answered: await answerBefore(request, found, hands),
    pages: found.pages.length,
    page: async (n) => await pageOf(n, { id, found, before }, hands),
  }
}

type Before = {
  readonly entry: Id
  readonly suspended: TraceDecision['suspended']
  readonly pages: TraceDecision['pages']
  /** What an approver has left out of the plan that followed. */
  readonly out: readonly Address[]
}

/** What was decided on these very finds before: a decision has a page for each page of finds. */
async function decidedBefore(
  request: Request,
  round: number,
  hands: Hands,
): Promise<Before | undefined> {
  const { entries } = await hands.store.load(request.id)
  const said = entries.findLast(
    (entry): entry is EntryOf<'decided'> => entry.kind === 'decided' && entry.look === 'traces',
  )
  if (said?.round !== round) return undefined
  const decision = await recall(request.id, said.on, TraceDecision, hands)
  const plan = request.plans.at(-1)
  const out = await leftOutOf(request, plan && plan.at >= said.at ? plan.digest : undefined, hands)
  const { suspended } = asApproved({ tickets: [], suspended: decision.suspended }, out)
  return { entry: said.id, suspended, pages: decision.pages, out }
}

type Read = {
  readonly id: Id
  readonly found: TraceIndex
  readonly before: Before | undefined
}

async function pageOf(
  n: number,
  { id, found, before }: Read,
  hands: Hands,
): Promise<readonly TicketFind[]> {
  const commit = found.pages[n]
  if (!commit) return []
  const finds = await recall(id, commit, z.array(TicketFind), hands)
  const on = before?.pages[n]
  if (!before || !on) return finds
  const decided = await recall(id, on, z.array(TicketDecision), hands)
  const { tickets } = asApproved({ tickets: decided, suspended: [] }, before.out)
  const earlier: Earlier = {
    tickets: new Map(tickets.map((ticket) => [ticket.find.id, ticket])),
    mails: new Map(),
  }
  return saidBefore({ index: found, pages: [finds] }, earlier).pages[0] ?? []
}
