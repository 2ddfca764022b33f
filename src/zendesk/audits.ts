import { z } from 'zod'
import { checkedId } from './ids.ts'
import { eachItem } from './pages.ts'
import type { Http } from './send.ts'

/**
 * One thing that happened in an update of a ticket. `value` and `previous_value` are texts, numbers,
 * lists or objects, whatever the field holds: a subject of long ago stands here still, and so does a
 * whole chat (`ChatStartedEvent`, see `chatIn`). Kinds that nobody documented come too.
 *
 * https://developer.zendesk.com/documentation/ticketing/reference-guides/ticket-audit-events-reference
 */
const AuditEvent = z.object({
  id: z.int().optional(),
  type: z.string(),
  field_name: z.string().nullish(),
  value: z.unknown().optional(),
  previous_value: z.unknown().optional(),
  subject: z.string().nullish(),
  body: z.unknown().optional(),
  html_body: z.string().nullish(),
  author_id: z.int().nullish(),
})

/**
 * One update of a ticket, with all that happened in it. `metadata.system` holds the writer's IP
 * address and place. An audit can't be changed nor deleted: it goes with its ticket.
 *
 * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_audits/
 */
const Audit = z.object({
  id: z.int(),
  created_at: z.string(),
  author_id: z.int(),
  events: z.array(AuditEvent),
  metadata: z
    .object({ system: z.record(z.string(), z.unknown()).default({}) })
    .default({ system: {} }),
})
export type Audit = z.infer<typeof Audit>

const Many = z.object({ audits: z.array(Audit) })

export const audits = (http: Http) => ({
  /**
   * A ticket's history, oldest first, 500 calls a minute. Of an archived ticket it comes in one
   * piece, without pages.
   *
   * @throws ZendeskUnauthorised when the token has only `tickets:read`: audits need `read`.
   */
  audits: (ticketId: number): AsyncIterable<Audit> =>
    eachItem(http, {
      path: '/api/v2/tickets/{ticket_id}/audits',
      params: { ticket_id: checkedId(ticketId) },
      shape: Many,
      items: (page) => page.audits,
      by: 'cursor',
      mayComeWhole: true,
    }),
})
