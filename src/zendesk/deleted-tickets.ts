import { z } from 'zod'
import { bulk, checkedId } from './ids.ts'
import { type Job, jobIn } from './jobs.ts'
import { eachItem } from './pages.ts'
import type { Http } from './send.ts'

/** A ticket after the soft deletion. `deleted_at` isn't always ISO 8601 (`20140704T15:37:04Z`). */
export const DeletedTicket = z.object({
  id: z.int(),
  subject: z.string().nullable(),
  actor: z.object({ id: z.int().nullable(), name: z.string().nullable() }).nullable().default(null),
  deleted_at: z.string(),
  previous_state: z.string(),
})
export type DeletedTicket = z.infer<typeof DeletedTicket>

const Many = z.object({ deleted_tickets: z.array(DeletedTicket) })

/** https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#list-deleted-tickets */
export const deletedTickets = (http: Http) => ({
  /**
   * Softly deleted tickets of the last 30 days, 10 pages a minute. Archived ones never appear, and
   * others only after up to two minutes: absence from this list proves nothing.
   */
  deletedList: (): AsyncIterable<DeletedTicket> =>
    eachItem(http, {
      path: '/api/v2/deleted_tickets',
      shape: Many,
      items: (page) => page.deleted_tickets,
      by: 'offset',
    }),

  /**
   * Permanent deletion of a softly deleted ticket, by a job; it can't be undone.
   *
   * @throws ZendeskRefused 404 when it isn't softly deleted, or is purged already.
   */
  purge: async (id: number): Promise<Job> =>
    await jobIn(http, {
      method: 'DELETE',
      path: '/api/v2/deleted_tickets/{ticket_id}',
      params: { ticket_id: checkedId(id) },
    }),

  /** Permanent deletion of 1 to 100. The job says only whether all went: look at each afterwards. */
  purgeMany: async (ids: readonly number[]): Promise<Job> =>
    await jobIn(http, {
      method: 'DELETE',
      path: '/api/v2/deleted_tickets/destroy_many',
      ids: bulk(ids),
    }),

  /** Undoes a soft deletion. @throws ZendeskRefused 404 when purged, or deleted from the archive. */
  restore: async (id: number): Promise<void> => {
    await http.send({
      shape: z.unknown(),
      method: 'PUT',
      path: '/api/v2/deleted_tickets/{ticket_id}/restore',
      params: { ticket_id: checkedId(id) },
    })
  },

  /** Undoes 1 to 100 soft deletions, without a job nor a word on each: look at them afterwards. */
  restoreMany: async (ids: readonly number[]): Promise<void> => {
    await http.send({
      shape: z.unknown(),
      method: 'PUT',
      path: '/api/v2/deleted_tickets/restore_many',
      ids: bulk(ids),
    })
  },
})
