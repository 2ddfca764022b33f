import { z } from 'zod'
import { hashOf } from '../../records/canonical.ts'
import type { Sha } from '../../records/primitives.ts'
import type { Ticket } from '../../zendesk/index.ts'
import { each, idOf, isHeld, type Kind, only } from './kind.ts'
import { alive } from './ticket-delete.ts'

/** The texts of a ticket outside its comments that change: its subject, fields of the account's own. */
export const Edit = z.strictObject({
  subject: z.string().optional(),
  fields: z.array(z.strictObject({ id: z.int(), value: z.string().nullable() })),
})
export type Edit = z.infer<typeof Edit>

/** What an edit is decided on: the texts that it replaces, and no others. */
export const editBasis = (texts: Edit): Sha => hashOf(texts)

/**
 * Takes the person out of a ticket's subject and fields. No redaction covers them, and a closed
 * ticket takes no update
 * (https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#update-ticket).
 */
export const ticketEdit: Kind = {
  batch: 1,
  goneIsDone: true,
  look: async (items, around) => {
    const tickets = await alive(items, around)
    return each(items, (item) => {
      const ticket = tickets.get(idOf(item, 'ticket'))
      if (!ticket) return { state: 'gone' }
      const basis = editBasis(present(ticket, Edit.parse(item.change)))
      return { state: 'there', basis, held: isHeld(ticket.tags, around.policy) }
    })
  },
  send: async (items, { zendesk }) => {
    const item = only(items)
    const { subject, fields } = Edit.parse(item.change)
    await zendesk.tickets.update(idOf(item, 'ticket'), {
      ...(subject === undefined ? {} : { subject }),
      ...(fields.length > 0 ? { custom_fields: fields } : {}),
    })
    return {}
  },
  readBack: async (items, around) => {
    const tickets = await alive(items, around)
    return each(items, (item) => {
      const ticket = tickets.get(idOf(item, 'ticket'))
      if (!ticket) return 'done'
      const wanted = Edit.parse(item.change)
      return editBasis(present(ticket, wanted)) === editBasis(wanted) ? 'done' : 'not-applied'
    })
  },
}

/** What stands now where the edit will write. */
function present({ subject, custom_fields: all }: Ticket, edit: Edit): Edit {
  const valueOf = (id: number): string | null => {
    const value = all.find((field) => field.id === id)?.value
    // An emptied field is shown as nothing by one type of field, as an empty text by another.
    return typeof value === 'string' && value !== '' ? value : null
  }
  return {
    ...(edit.subject === undefined ? {} : { subject: subject ?? '' }),
    fields: edit.fields.map(({ id }) => ({ id, value: valueOf(id) })),
  }
}
