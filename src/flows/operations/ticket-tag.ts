import { z } from 'zod'
import { hashOf } from '../../records/canonical.ts'
import { each, idOf, isHeld, type Kind } from './kind.ts'
import { alive } from './ticket-delete.ts'

const Tag = z.strictObject({ tag: z.string().min(1) })

/** A tag takes nothing away, and is decided on nothing in the ticket. */
export const tagBasis = hashOf({ tag: 'set' })

/**
 * Sets the policy's tag before anything else is changed in a ticket, so that the account's rules can
 * leave it out: of many by one job
 * (https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#update-many-tickets).
 */
export const ticketTag: Kind = {
  batch: 100,
  goneIsDone: true,
  look: async (items, around) => {
    const tickets = await alive(items, around)
    return each(items, (item) => {
      const ticket = tickets.get(idOf(item, 'ticket'))
      const there = ticket?.tags.includes(Tag.parse(item.change).tag)
      // A closed ticket takes no tag any more.
      if (!ticket || there || ticket.status === 'closed') return { state: 'gone' }
      return { state: 'there', basis: tagBasis, held: isHeld(ticket.tags, around.policy) }
    })
  },
  send: async (items, { zendesk }) => {
    const tags = new Set(items.map(({ change }) => Tag.parse(change).tag))
    const job = await zendesk.tickets.updateMany(
      items.map((item) => idOf(item, 'ticket')),
      { additional_tags: [...tags] },
    )
    return { job: job.id }
  },
  readBack: async (items, around) => {
    const tickets = await alive(items, around)
    return each(items, (item) => {
      const ticket = tickets.get(idOf(item, 'ticket'))
      const there = ticket?.tags.includes(Tag.parse(item.change).tag) ?? true
      return there || ticket?.status === 'closed' ? 'done' : 'not-applied'
    })
  },
}
