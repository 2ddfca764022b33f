import { z } from 'zod'
import {
  TicketDecision,
  TicketFind,
  type TraceDecision,
  type TraceIndex,
} from '../records/finds.ts'
import type { Id } from '../records/primitives.ts'
import type { Hands } from './hands.ts'
import { recall } from './vault.ts'

/** The tickets of one look, page by page. */
export async function ticketPages(
  id: Id,
  { pages }: Pick<TraceIndex, 'pages'>,
  hands: Hands,
): Promise<TicketFind[][]> {
  const read: TicketFind[][] = []
  for (const page of pages) read.push(await recall(id, page, z.array(TicketFind), hands))
  return read
}

/** All ticket decisions, in the order of the finds. */
export async function decidedTickets(
  id: Id,
  { pages }: Pick<TraceDecision, 'pages'>,
  hands: Hands,
): Promise<TicketDecision[]> {
  const all: TicketDecision[] = []
  for (const page of pages) all.push(...(await recall(id, page, z.array(TicketDecision), hands)))
  return all
}
