import { z } from 'zod'
import { Attachment } from './comments.ts'
import { bulk, checkedId } from './ids.ts'
import { eachItem } from './pages.ts'
import type { Http } from './send.ts'
import { Via } from './via.ts'

/**
 * A message that Zendesk held back before it became a ticket. Nothing searches these: page and
 * compare. Zendesk deletes them after 14 days.
 *
 * https://developer.zendesk.com/api-reference/ticketing/tickets/suspended_tickets/
 */
export const SuspendedTicket = z.object({
  id: z.int(),
  author: z
    .object({
      id: z.int().nullable().default(null),
      name: z.string().nullable().default(null),
      email: z.string().nullable().default(null),
    })
    .nullable(),
  subject: z.string().nullable(),
  content: z.string().nullable(),
  cause: z.string().nullable(),
  recipient: z.string().nullable().default(null),
  ticket_id: z.int().nullable().default(null),
  via: Via.optional(),
  attachments: z.array(Attachment).nullable().default(null),
  created_at: z.string(),
  updated_at: z.string(),
})
export type SuspendedTicket = z.infer<typeof SuspendedTicket>

const Many = z.object({ suspended_tickets: z.array(SuspendedTicket) })

export const suspended = (http: Http) => ({
  list: (): AsyncIterable<SuspendedTicket> =>
    eachItem(http, {
      path: '/api/v2/suspended_tickets',
      shape: Many,
      items: (page) => page.suspended_tickets,
      by: 'cursor',
    }),

  /** For good. @throws ZendeskRefused 404 when already gone. */
  remove: async (id: number): Promise<void> => {
    await http.send({
      shape: z.unknown(),
      method: 'DELETE',
      path: '/api/v2/suspended_tickets/{suspended_ticket_id}',
      params: { suspended_ticket_id: checkedId(id) },
    })
  },

  /** 1 to 100, for good and at once: there is no job. */
  removeMany: async (ids: readonly number[]): Promise<void> => {
    await http.send({
      shape: z.unknown(),
      method: 'DELETE',
      path: '/api/v2/suspended_tickets/destroy_many',
      ids: bulk(ids),
    })
  },
})
