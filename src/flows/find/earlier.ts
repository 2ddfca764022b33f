import type { Commit } from '../../records/commitment.ts'
import type { EntryOf, Look } from '../../records/entry.ts'
import {
  type Choices,
  type TicketDecision,
  TraceDecision,
  type TraceIndex,
} from '../../records/finds.ts'
import { isAnswered } from '../../records/phases.ts'
import type { Request } from '../../records/request.ts'
import type { Hands } from '../hands.ts'
import { decidedTickets } from '../pages.ts'
import { asApproved, leftOutOf } from '../prove/left-out.ts'
import { recall } from '../vault.ts'

/** What humans have said in the rounds before. */
export type Earlier = {
  readonly tickets: ReadonlyMap<number, TicketDecision>
  readonly mails: ReadonlyMap<number, TraceDecision['suspended'][number]>
  /** The ticket to which our answer went: it has one comment more than it had. */
  readonly answered?: number | undefined
}

const nothing: Earlier = { tickets: new Map(), mails: new Map() }

/** The latest decision about a look, also where what it said is no longer true of all it was about. */
export async function latestDecision(
  request: Pick<Request, 'id'>,
  look: Look,
  hands: Pick<Hands, 'store'>,
): Promise<Commit | undefined> {
  return (await latest(request, look, hands))?.on
}

async function latest(
  { id }: Pick<Request, 'id'>,
  look: Look,
  { store }: Pick<Hands, 'store'>,
): Promise<EntryOf<'decided'> | undefined> {
  const { entries } = await store.load(id)
  return entries.findLast(
    (entry): entry is EntryOf<'decided'> => entry.kind === 'decided' && entry.look === look,
  )
}

/** What was decided on these very finds before, when a plan came back or the lead thinks again. */
export async function sameRound(request: Request, round: number, hands: Hands): Promise<Earlier> {
  const said = await latest(request, 'traces', hands)
  return said?.round === round ? await decisionsIn(request, said, hands) : nothing
}

/**
 * The decisions about traces before this round. They were taken about certain users: once one of
 * these is no longer the person, they say nothing any more.
 */
export async function earlierTraces(
  request: Request,
  round: { users: ReadonlySet<number>; ownTicket?: { id: number } },
  hands: Hands,
): Promise<Earlier> {
  const said = await latest(request, 'traces', hands)
  if (!said) return nothing
  const { users } = await recall(request.id, said.on, TraceDecision, hands)
  if (!users.every((user) => round.users.has(user))) return nothing
  const answered = isAnswered(request) ? round.ownTicket?.id : undefined
  return { ...(await decisionsIn(request, said, hands)), answered }
}

/**
 * How the person was to be answered by the latest decision, as far as it holds: which way is open is
 * found out anew in each round.
 */
export async function answerBefore(
  request: Request,
  index: Pick<TraceIndex, 'users'>,
  hands: Hands,
): Promise<Choices['answer']> {
  const said = await latest(request, 'traces', hands)
  if (!said) return undefined
  const { users, answer } = await recall(request.id, said.on, TraceDecision, hands)
  if (!users.every((user) => index.users.includes(user))) return undefined
  const { how, language, text } = answer
  const isSame = said.round === request.looks.traces?.round
  return { ...(isSame ? { how } : {}), language, ...(text ? { text } : {}) }
}

/** The decisions as they were approved: what an approver has left out stays. */
async function decisionsIn(
  request: Request,
  said: EntryOf<'decided'>,
  hands: Hands,
): Promise<Earlier> {
  const { suspended, ...decision } = await recall(request.id, said.on, TraceDecision, hands)
  const decided = { suspended, tickets: await decidedTickets(request.id, decision, hands) }
  const plan = request.plans.at(-1)
  const onIt = plan && plan.at >= said.at ? plan.digest : undefined
  const { tickets, suspended: mails } = asApproved(decided, await leftOutOf(request, onIt, hands))
  return {
    tickets: new Map(tickets.map((ticket) => [ticket.find.id, ticket])),
    mails: new Map(mails.map((mail) => [mail.find.id, mail])),
  }
}
