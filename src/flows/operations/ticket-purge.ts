import { hashOf } from '../../records/canonical.ts'
import { each, idOf, type Kind, only } from './kind.ts'
import { listed } from './ticket-delete.ts'

/** A purge is decided on the ticket being deleted: whoever restores it takes it out of the plan. */
export const purgeBasis = hashOf({ deleted: true })

/**
 * The permanent deletion, by a job even for one ticket. The job of several says only whether all
 * went, and what is absent from the list of deleted tickets may only be late there
 * (https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#delete-ticket-permanently):
 * so where that is in doubt each ticket is asked for alone, and believed to be gone only when it is
 * not found again after that list has had its time. The proof looks at the list once more.
 */
export const ticketPurge: Kind = {
  batch: 100,
  goneIsDone: 'late',
  look: async (items, around) => {
    const tickets = await listed(items, around)
    return each(items, (item) => {
      const ticket = tickets.get(idOf(item, 'ticket'))
      const basis = ticket ? hashOf({ deleted: false }) : purgeBasis
      return { state: 'there', basis, held: false }
    })
  },
  send: async (items, { zendesk }) => {
    const ids = items.map((item) => idOf(item, 'ticket'))
    const job =
      ids.length > 1
        ? await zendesk.tickets.purgeMany(ids)
        : await zendesk.tickets.purge(idOf(only(items), 'ticket'))
    return { job: job.id }
  },
  readBack: async (items) => each(items, () => 'not-applied'),
}
