import { type Comment, type Ticket, ZendeskRefused } from '../../zendesk/index.ts'
import type { Account } from '../hands.ts'

/** Tickets that were named somewhere: those that can be read, and those that are there and cannot. */
export type Reached = { readonly tickets: Ticket[]; readonly hidden: number[] }

/**
 * The tickets of these ids that are not deleted. The list leaves out in silence what is gone and what
 * our credentials may not see; only Zendesk's own "no such record" means that a ticket is gone
 * (https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#show-multiple-tickets).
 * Of those that we have `deleted` ourselves nothing else is expected.
 */
export async function reached(
  ids: readonly number[],
  deleted: ReadonlySet<number>,
  zendesk: Account,
): Promise<Reached> {
  const tickets = await zendesk.tickets.showMany(ids, { commentCount: true })
  const listed = new Set(tickets.map(({ id }) => id))
  const hidden: number[] = []
  for (const id of ids.filter((one) => !listed.has(one) && !deleted.has(one))) {
    const ticket = await shown(id, zendesk)
    if (ticket === 'hidden') hidden.push(id)
    else if (ticket) tickets.push(ticket)
  }
  return { tickets: tickets.filter(({ status }) => status !== 'deleted'), hidden }
}

/**
 * What `scan` makes of a ticket's comments. `gone`: people delete tickets while a look goes on.
 * `hidden`: the ticket is there, and its comments are refused. Neither stops anybody's request.
 */
export async function readThrough<T>(
  ticket: number,
  scan: (comments: AsyncIterable<Comment>) => Promise<T>,
  zendesk: Account,
): Promise<T | 'gone' | 'hidden'> {
  // Once more where the ticket is still there: one no may be a moment's.
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      return await scan(zendesk.comments.list(ticket))
    } catch (error) {
      if (!isRefusal(error)) throw error
    }
    if ((await shown(ticket, zendesk)) === undefined) return 'gone'
  }
  return 'hidden'
}

async function shown(id: number, { tickets }: Account): Promise<Ticket | 'hidden' | undefined> {
  try {
    return await tickets.show(id, { commentCount: true })
  } catch (error) {
    if (isRefusal(error)) return 'hidden'
    throw error
  }
}

const isRefusal = (error: unknown): boolean =>
  error instanceof ZendeskRefused && (error.status === 403 || error.status === 404)
