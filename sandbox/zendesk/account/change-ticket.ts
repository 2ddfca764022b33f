import { plain, wrap, wrapHtml } from '../text/html.ts'
import { isObject } from '../transport/call.ts'
import { badAttribute, invalid, Refused } from '../transport/errors.ts'
import { type Account, nextId, saveTicket } from './account.ts'
import type { Comment, FieldValue, Ticket, User } from './records.ts'
import { iso } from './show.ts'

type Patch = Readonly<Record<string, unknown>>
type Event = Record<string, unknown>
/** What an update left behind: the ticket and its new line of history. */
export type Changed = {
  readonly ticket: Ticket
  readonly audit: { readonly id: number; readonly events: readonly Event[] }
}

const statuses = ['new', 'open', 'pending', 'hold', 'solved', 'closed']
const plainKeys = [
  'subject',
  'priority',
  'type',
  'external_id',
  'due_at',
  'requester_id',
  'assignee_id',
  'group_id',
  'organization_id',
  'problem_id',
] as const

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
  const withIds = events.map((event) => ({ id: nextId(account), ...event }))
  if (withIds.length > 0)
    account.store.put('audits', {
      id: auditId,
      ticket_id: ticket.id,
      created_at: iso(account),
      author_id: actor.id,
      events: withIds,
    })
  if (withIds.length > 0) account.note('ticket.updated', ticket.id)
  return { ticket: changed, audit: { id: auditId, events: withIds } }
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

function simple(account: Account, patch: Patch): Partial<Ticket> {
  const found: Record<string, unknown> = {}
  for (const key of plainKeys) if (key in patch) found[key] = patch[key]
  const status = patch['status']
  if (status !== undefined) {
    if (typeof status !== 'string' || !statuses.includes(status))
      throw invalid('status', 'Status: is not included in the list', 'InvalidValue')
    found['status'] = status
  }
  const requester = patch['requester_id']
  if (requester !== undefined && !account.store.get('users', Number(requester))?.active)
    throw invalid('requester', 'Requester: is invalid', 'InvalidValue')
  return found
}

function listsOf(ticket: Ticket, patch: Patch): Partial<Ticket> {
  const wanted = Array.isArray(patch['tags']) ? patch['tags'].map(String) : ticket.tags
  const more = Array.isArray(patch['additional_tags']) ? patch['additional_tags'].map(String) : []
  const fewer = new Set(Array.isArray(patch['remove_tags']) ? patch['remove_tags'] : [])
  const tags = [...new Set([...wanted, ...more])].filter((tag) => !fewer.has(tag)).toSorted()
  return {
    tags,
    custom_fields: fieldsOf(ticket, patch['custom_fields']),
    email_cc_ids: ccsOf(ticket, patch['email_ccs']),
  }
}

function fieldsOf(ticket: Ticket, given: unknown): readonly FieldValue[] {
  if (!Array.isArray(given)) return ticket.custom_fields
  const by = new Map(ticket.custom_fields.map(({ id, value }) => [id, value]))
  for (const field of given)
    if (isObject(field))
      by.set(Number(field['id']), field['value'] === null ? null : String(field['value']))
  return [...by].map(([id, value]) => ({ id, value }))
}

function ccsOf(ticket: Ticket, given: unknown): readonly number[] {
  if (!Array.isArray(given)) return ticket.email_cc_ids
  const ids = new Set(ticket.email_cc_ids)
  for (const cc of given) {
    if (!isObject(cc)) continue
    if (cc['action'] === 'delete') ids.delete(Number(cc['user_id']))
    else ids.add(Number(cc['user_id']))
  }
  return [...ids]
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

type Adding = {
  readonly ticket: Ticket
  readonly patch: Patch
  readonly actor: User
  readonly auditId: number
}

function addComment(
  account: Account,
  { ticket, patch, actor, auditId }: Adding,
): Comment | undefined {
  const given = patch['comment']
  if (!isObject(given)) return undefined
  const html =
    typeof given['html_body'] === 'string'
      ? wrapHtml(given['html_body'])
      : typeof given['body'] === 'string'
        ? wrap(given['body'])
        : ''
  if (plain(html) === '') throw invalid('base', 'Description: cannot be blank', 'BlankValue')
  const comment: Comment = {
    id: nextId(account),
    ticket_id: ticket.id,
    type: 'Comment',
    author_id: typeof given['author_id'] === 'number' ? given['author_id'] : actor.id,
    html_body: html,
    public: given['public'] !== false,
    audit_id: auditId,
    via: {
      channel: 'api',
      source: { from: {}, to: recipientOf(account, ticket, given['public'] !== false), rel: null },
    },
    created_at: iso(account),
    metadata: {
      system: {
        client: 'rightsdesk',
        ip_address: '203.0.113.10',
        location: '',
        latitude: 0,
        longitude: 0,
      },
      custom: {},
    },
    data: null,
  }
  account.store.put('comments', comment)
  account.note('comment.created', comment.id)
  return comment
}

function recipientOf(
  { store }: Account,
  ticket: Ticket,
  open: boolean,
): Record<string, string | null> {
  const user = open ? store.get('users', ticket.requester_id) : undefined
  return user ? { name: user.name, address: user.email } : {}
}
