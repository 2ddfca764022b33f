import type { Commit } from '../../records/commitment.ts'
import type { Look } from '../../records/entry.ts'
import type { Request } from '../../records/request.ts'
import { type TicketDecision, TraceDecision } from '../finds.ts'
import type { Hands } from '../hands.ts'
import { decidedTickets } from '../pages.ts'
import { isAnswered } from '../phases.ts'
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
  { id }: Pick<Request, 'id'>,
  look: Look,
  { store }: Pick<Hands, 'store'>,
): Promise<Commit | undefined> {
  const { entries } = await store.load(id)
  const said = entries.findLast((entry) => entry.kind === 'decided' && entry.look === look)
  return said?.kind === 'decided' ? said.on : undefined
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
  const on = await latestDecision(request, 'traces', hands)
  if (!on) return nothing
  const decision = await recall(request.id, on, TraceDecision, hands)
  if (!decision.users.every((user) => round.users.has(user))) return nothing
  const tickets = await decidedTickets(request.id, decision, hands)
  return {
    tickets: new Map(tickets.map((ticket) => [ticket.find.id, ticket])),
    mails: new Map(decision.suspended.map((mail) => [mail.find.id, mail])),
    answered: isAnswered(request) ? round.ownTicket?.id : undefined,
  }
}
