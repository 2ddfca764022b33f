import { hashOf } from '../../records/canonical.ts'
import type { Sha } from '../../records/primitives.ts'
import { each, idOf, isHeld, type Kind, only } from './kind.ts'
import { alive } from './ticket-delete.ts'

/** What closing is decided on: whose ticket it is. */
export const closeBasis = (requesterId: number): Sha => hashOf({ requester: requesterId })

/**
 * Closes a ticket of the person that stays: the requester of a ticket that isn't closed cannot be
 * deleted. By the API a ticket can be closed at once; it cannot be opened again
 * (https://support.zendesk.com/hc/en-us/articles/4408821737498).
 */
export const ticketClose: Kind = {
  batch: 1,
  goneIsDone: true,
  refusedAs: 'closing-refused',
  look: async (items, around) => {
    const tickets = await alive(items, around)
    return each(items, (item) => {
      const ticket = tickets.get(idOf(item, 'ticket'))
      if (!ticket || ticket.status === 'closed') return { state: 'gone' }
      const held = isHeld(ticket.tags, around.policy)
      return { state: 'there', basis: closeBasis(ticket.requester_id), held }
    })
  },
  send: async (items, { zendesk }) => {
    await zendesk.tickets.update(idOf(only(items), 'ticket'), { status: 'closed' })
    return {}
  },
  readBack: async (items, around) => {
    const tickets = await alive(items, around)
    return each(items, (item) =>
      tickets.get(idOf(item, 'ticket'))?.status === 'closed' ? 'done' : 'not-applied',
    )
  },
}
