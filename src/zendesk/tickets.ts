import { z } from 'zod'
import { audits } from './audits.ts'
import { conversationLog } from './conversation-log.ts'
import { deletedTickets } from './deleted-tickets.ts'
import { bulk, checkedId, inGroups } from './ids.ts'
import { type Job, jobIn } from './jobs.ts'
import { eachItem } from './pages.ts'
import type { Http } from './send.ts'
import { sideConversations } from './side-conversations.ts'
import { Via } from './via.ts'

/** https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/ */
export const Ticket = z.object({
  id: z.int(),
  subject: z.string().nullable(),
  status: z.enum(['new', 'open', 'pending', 'hold', 'solved', 'closed', 'deleted']),
  requester_id: z.int(),
  submitter_id: z.int(),
  assignee_id: z.int().nullable(),
  organization_id: z.int().nullable(),
  collaborator_ids: z.array(z.int()).default([]),
  email_cc_ids: z.array(z.int()).default([]),
  follower_ids: z.array(z.int()).default([]),
  tags: z.array(z.string()),
  via: Via,
  brand_id: z.int().nullable().default(null),
  external_id: z.string().nullable().default(null),
  recipient: z.string().nullable().default(null),
  from_messaging_channel: z.boolean().optional(),
  custom_fields: z.array(z.object({ id: z.int(), value: z.unknown() })).default([]),
  /** The requester's rating. `comment` is a text of theirs, and no redaction reaches it. */
  satisfaction_rating: z
    .object({ score: z.string(), comment: z.string().nullish() })
    .nullable()
    .default(null),
  created_at: z.string(),
  updated_at: z.string(),
  /** Only when asked for. */
  comment_count: z.int().optional(),
})
export type Ticket = z.infer<typeof Ticket>

/**
 * What an update may set. On a closed ticket Zendesk takes none of it. With `safe_update` and the
 * `updated_at` last seen as `updated_stamp`, a change by somebody else in between is a 409.
 */
export type TicketChange = {
  status?: 'open' | 'pending' | 'hold' | 'solved' | 'closed'
  subject?: string
  requester_id?: number
  assignee_id?: number | null
  organization_id?: number | null
  tags?: readonly string[]
  custom_fields?: readonly { id: number; value: unknown }[]
  safe_update?: boolean
  updated_stamp?: string
}

/** What a change of many tickets may set: tags can be added without naming those already there. */
export type BulkTicketChange = Omit<TicketChange, 'safe_update' | 'updated_stamp'> & {
  additional_tags?: readonly string[]
  remove_tags?: readonly string[]
}

/** A comment to add: public ones are mailed to the requester and to the CCs. */
export type Reply = ({ htmlBody: string } | { body: string }) & {
  public: boolean
  status?: 'open' | 'pending' | 'hold' | 'solved' | 'closed'
  /** Last seen `updated_at`: the reply is refused when the ticket has changed since. */
  updatedStamp?: string
}

/** In which role of the user. */
export type TicketRole = 'requested' | 'ccd' | 'followed' | 'assigned'

type Counted = { commentCount?: boolean }

const One = z.object({ ticket: Ticket })
const Many = z.object({ tickets: z.array(Ticket) })
const Updated = z.object({
  ticket: Ticket,
  audit: z.object({ events: z.array(z.object({ id: z.int(), type: z.string() })) }).optional(),
})
const Related = z.object({ from_archive: z.boolean() })

export const tickets = (http: Http) => ({
  ...reading(http),
  ...writing(http),
  ...deletedTickets(http),
  ...audits(http),
  ...conversationLog(http),
  ...sideConversations(http),
})

const reading = (http: Http) => ({
  /** `undefined` for an unknown ticket and for a deleted one. */
  show: async (id: number, counted: Counted = {}): Promise<Ticket | undefined> =>
    (await http.find({ ...theTicket(id), shape: One, method: 'GET', query: including(counted) }))
      ?.ticket,

  /** Any number of ids, 100 a call. Unknown and deleted ones are left out: compare. */
  showMany: async (ids: Iterable<number>, counted: Counted = {}): Promise<Ticket[]> => {
    const found: Ticket[] = []
    for (const group of inGroups([...ids].map(checkedId))) {
      const path = '/api/v2/tickets/show_many'
      const call = {
        shape: Many,
        method: 'GET',
        path,
        ids: group,
        query: including(counted),
      } as const
      found.push(...(await http.send(call)).tickets)
    }
    return found
  },

  /** Archived tickets included; new ones appear after up to 90 seconds. */
  ofUser: (userId: number, role: TicketRole): AsyncIterable<Ticket> =>
    eachItem(http, {
      path: `/api/v2/users/{user_id}/tickets/${role}`,
      params: { user_id: checkedId(userId) },
      shape: Many,
      items: (page) => page.tickets,
      by: 'cursor',
    }),

  /** Archived: read-only in Zendesk, and once deleted it can't be restored. */
  isArchived: async (id: number): Promise<boolean> =>
    (
      await http.send({
        shape: Related,
        method: 'GET',
        path: '/api/v2/tickets/{ticket_id}/related',
        params: { ticket_id: checkedId(id) },
      })
    ).from_archive,
})

const writing = (http: Http) => ({
  /** At most 30 in 10 minutes per ticket, redactions included. */
  update: async (id: number, change: TicketChange): Promise<Ticket> =>
    (await http.send({ ...theTicket(id), shape: One, method: 'PUT', body: { ticket: change } }))
      .ticket,

  /**
   * The same change to 1 to 100 tickets, by a job. Closed ones are refused, each in the job's
   * results. It counts as an update of each ticket.
   *
   * https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#update-many-tickets
   */
  updateMany: async (ids: readonly number[], change: BulkTicketChange): Promise<Job> =>
    await jobIn(http, {
      method: 'PUT',
      path: '/api/v2/tickets/update_many',
      ids: bulk(ids),
      body: { ticket: change },
    }),

  /** The ticket afterwards, and the id of the new comment where Zendesk tells it. */
  reply: async (
    id: number,
    reply: Reply,
  ): Promise<{ ticket: Ticket; commentId: number | undefined }> => {
    const body = { ticket: replying(reply) }
    const done = await http.send({ ...theTicket(id), shape: Updated, method: 'PUT', body })
    const comment = done.audit?.events.find(({ type }) => type === 'Comment')
    return { ticket: done.ticket, commentId: comment?.id }
  },

  /** The soft deletion. @throws ZendeskRefused 404 when already gone. */
  remove: async (id: number): Promise<void> => {
    await http.send({ ...theTicket(id), shape: z.unknown(), method: 'DELETE' })
  },

  /** Soft deletion of 1 to 100. The job calls itself an update. */
  removeMany: async (ids: readonly number[]): Promise<Job> =>
    await jobIn(http, {
      method: 'DELETE',
      path: '/api/v2/tickets/destroy_many',
      ids: bulk(ids),
    }),
})

function theTicket(id: number) {
  return { path: '/api/v2/tickets/{ticket_id}', params: { ticket_id: checkedId(id) } }
}

function including({ commentCount }: Counted): { include?: string } {
  return commentCount ? { include: 'comment_count' } : {}
}

function replying(reply: Reply) {
  const text = 'htmlBody' in reply ? { html_body: reply.htmlBody } : { body: reply.body }
  return {
    comment: { ...text, public: reply.public },
    ...(reply.status && { status: reply.status }),
    ...(reply.updatedStamp && { safe_update: true, updated_stamp: reply.updatedStamp }),
  }
}
