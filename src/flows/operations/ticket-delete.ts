import { hashOf } from '../../records/canonical.ts'
import type { Sha } from '../../records/primitives.ts'
import type { Ticket } from '../../zendesk/index.ts'
import { type Around, each, type Item, idOf, isHeld, type Kind, only } from './kind.ts'

/** What a deletion is decided on: whose ticket it is, and how much had been said in it. */
export const ticketBasis = (ticket: { requesterId: number; comments: number }): Sha =>
  hashOf({ requester: ticket.requesterId, comments: ticket.comments })

/**
 * The soft deletion. It can be restored for 30 days, unless the ticket was archived
 * (https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#delete-ticket).
 */
export const ticketDelete: Kind = {
  batch: 100,
  goneIsDone: true,
  look: async (items, around) => {
    const tickets = await alive(items, around)
    return each(items, (item) => {
      const ticket = tickets.get(idOf(item, 'ticket'))
      if (!ticket) return { state: 'gone' }
      const ours = around.answered.has(ticket.id) ? 1 : 0
      const comments = (ticket.comment_count ?? 0) - ours
      const basis = ticketBasis({ requesterId: ticket.requester_id, comments })
      return { state: 'there', basis, held: isHeld(ticket.tags, around.policy) }
    })
  },
  send: async (items, { zendesk }) => {
    if (items.length > 1) {
      return { job: (await zendesk.tickets.removeMany(items.map((i) => idOf(i, 'ticket')))).id }
    }
    await zendesk.tickets.remove(idOf(only(items), 'ticket'))
    return {}
  },
  readBack: async (items, around) => {
    const tickets = await alive(items, around)
    return each(items, (item) => (tickets.has(idOf(item, 'ticket')) ? 'not-applied' : 'done'))
  },
}

/**
 * The tickets among these that are not deleted, by id. What the list leaves out is asked for by
 * itself: a list may leave out what our credentials may not see, and only Zendesk's own "no such
 * record" means that a ticket is gone.
 */
export async function alive(
  items: readonly Item[],
  around: Pick<Around, 'zendesk'>,
): Promise<Map<number, Ticket>> {
  const tickets = await listed(items, around)
  for (const id of idsOf(items)) {
    const ticket =
      tickets.get(id) ?? (await around.zendesk.tickets.show(id, { commentCount: true }))
    if (ticket && ticket.status !== 'deleted') tickets.set(id, ticket)
  }
  return tickets
}

/** Those of the tickets that Zendesk lists as not deleted. */
export async function listed(
  items: readonly Item[],
  { zendesk }: Pick<Around, 'zendesk'>,
): Promise<Map<number, Ticket>> {
  const tickets = await zendesk.tickets.showMany(idsOf(items), { commentCount: true })
  return new Map(tickets.filter(({ status }) => status !== 'deleted').map((t) => [t.id, t]))
}

const idsOf = (items: readonly Item[]): Set<number> =>
  new Set(items.map((item) => idOf(item, 'ticket')))
