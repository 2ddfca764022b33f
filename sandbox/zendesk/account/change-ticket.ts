import { fireTriggers } from '../rules/fire.ts'
import { badAttribute, invalid, Refused } from '../transport/errors.ts'
import { type Account, nextId, saveTicket } from './account.ts'
import { addComment } from './add-comment.ts'
import type { Ticket, User } from './records.ts'
import { iso } from './show.ts'
import { listsOf, plainKeys, simple } from './ticket-fields.ts'

type Patch = Readonly<Record<string, unknown>>
type Event = Record<string, unknown>
/** What an update left behind: the ticket and its new line of history. */
export type Changed = {
  readonly ticket: Ticket
  readonly audit: { readonly id: number; readonly events: readonly Event[] }
}

/** Changes a ticket by the rules of `PUT /tickets/{id}` (facts 6). A closed one takes no change. */
export function changeTicket(account: Account, ticket: Ticket, patch: Patch, actor: User): Changed {
  if (ticket.status === 'closed') throw invalid('status', 'Status: closed prevents ticket update')
  guardStamp(ticket, patch)
  const next = { ...ticket, ...simple(account, patch), ...listsOf(ticket, patch) }
  const events = changes(ticket, next)
  const auditId = nextId(account)
  const comment = addComment(account, { ticket, patch, actor, auditId })
  if (events.length === 0 && !comment) return { ticket, audit: { id: auditId, events: [] } }
  const changed = { ...next, updated_at: iso(account) }
  saveTicket(account, changed)
  const kept = keepHistory(account, { ticket, actor, auditId, events })
  fireTriggers(account, changed, { publicComment: comment?.public === true })
  return { ticket: changed, audit: { id: auditId, events: kept } }
}

type History = {
  readonly ticket: Ticket
  readonly actor: User
  readonly auditId: number
  readonly events: readonly Event[]
}

function keepHistory(account: Account, { ticket, actor, auditId, events }: History): Event[] {
  if (events.length === 0) return []
  const withIds = events.map((event) => ({ id: nextId(account), ...event }))
  account.store.put('audits', {
    id: auditId,
    ticket_id: ticket.id,
    created_at: iso(account),
    author_id: actor.id,
    events: withIds,
  })
  account.note('ticket.updated', ticket.id)
  return withIds
}

/** `safe_update` refuses when somebody else was faster (facts 2.7; status reported, body not documented). */
function guardStamp(ticket: Ticket, patch: Patch): void {
  if (patch['safe_update'] !== true && patch['safe_update'] !== 'true') return
  if (typeof patch['updated_stamp'] !== 'string')
    throw badAttribute('updated_stamp', 'must be present for a safe update')
  if (Date.parse(patch['updated_stamp']) >= Date.parse(ticket.updated_at)) return
  throw new Refused(409, {
    error: 'UpdateConflict',
    description:
      'Safe Update prevented the update due to outdated ticket data. Please fetch the latest ticket data and try again.',
  })
}

function changes(before: Ticket, after: Ticket): Event[] {
  const keys = [...plainKeys, 'status', 'tags', 'custom_fields', 'email_cc_ids'] as const
  return keys
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => ({
      type: 'Change',
      field_name: key,
      value: after[key],
      previous_value: before[key],
    }))
}
