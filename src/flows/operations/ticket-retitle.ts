import { z } from 'zod'
import { hashOf } from '../../records/canonical.ts'
import type { Sha } from '../../records/primitives.ts'
import { each, idOf, isHeld, type Kind, only } from './kind.ts'
import { alive } from './ticket-delete.ts'

export const Retitle = z.strictObject({ subject: z.string() })

export const subjectBasis = (subject: string): Sha => hashOf({ subject })

/**
 * Takes the person out of a ticket's subject. No redaction covers it, and a closed ticket takes no
 * update (https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#update-ticket).
 */
export const ticketRetitle: Kind = {
  batch: 1,
  goneIsDone: true,
  look: async (items, around) => {
    const tickets = await alive(items, around)
    return each(items, (item) => {
      const ticket = tickets.get(idOf(item, 'ticket'))
      if (!ticket) return { state: 'gone' }
      const held = isHeld(ticket.tags, around.policy)
      return { state: 'there', basis: subjectBasis(ticket.subject ?? ''), held }
    })
  },
  send: async (items, { zendesk }) => {
    const item = only(items)
    const { subject } = Retitle.parse(item.change)
    await zendesk.tickets.update(idOf(item, 'ticket'), { subject })
    return {}
  },
  readBack: async (items, around) => {
    const tickets = await alive(items, around)
    return each(items, (item) => {
      const { subject } = Retitle.parse(item.change)
      return tickets.get(idOf(item, 'ticket'))?.subject === subject ? 'done' : 'not-applied'
    })
  },
}
