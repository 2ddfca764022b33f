import { isObject } from '../transport/call.ts'
import { invalid } from '../transport/errors.ts'
import type { Account } from './account.ts'
import type { FieldValue, Ticket } from './records.ts'

type Patch = Readonly<Record<string, unknown>>

const statuses = new Set(['new', 'open', 'pending', 'hold', 'solved', 'closed'])

/** Fields that an update sets as they come. */
export const plainKeys = [
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

/** The plain fields of an update, checked. */
export function simple(account: Account, patch: Patch): Partial<Ticket> {
  checkStatus(patch['status'])
  const requester = patch['requester_id']
  if (requester !== undefined && !account.store.get('users', Number(requester))?.active)
    throw invalid('requester', 'Requester: is invalid', 'InvalidValue')
  const keys = [...plainKeys, 'status'].filter((key) => key in patch)
  return Object.fromEntries(keys.map((key) => [key, patch[key]]))
}

function checkStatus(status: unknown): void {
  if (status === undefined || (typeof status === 'string' && statuses.has(status))) return
  throw invalid('status', 'Status: is not included in the list', 'InvalidValue')
}

/** The lists of an update: tags, custom fields and CCs are merged into what is there. */
export function listsOf(ticket: Ticket, patch: Patch): Partial<Ticket> {
  const wanted = namesIn(patch['tags']) ?? ticket.tags
  const more = namesIn(patch['additional_tags']) ?? []
  const fewer = new Set(namesIn(patch['remove_tags']))
  const tags = [...new Set([...wanted, ...more])].filter((tag) => !fewer.has(tag)).toSorted()
  return {
    tags,
    custom_fields: fieldsOf(ticket, patch['custom_fields']),
    email_cc_ids: ccsOf(ticket, patch['email_ccs']),
  }
}

const namesIn = (given: unknown): string[] | undefined =>
  Array.isArray(given) ? given.filter((one) => typeof one === 'string') : undefined

function fieldsOf(ticket: Ticket, given: unknown): readonly FieldValue[] {
  if (!Array.isArray(given)) return ticket.custom_fields
  const by = new Map(ticket.custom_fields.map(({ id, value }) => [id, value]))
  for (const field of given.filter(isObject)) by.set(Number(field['id']), valueOf(field['value']))
  return [...by].map(([id, value]) => ({ id, value }))
}

const valueOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null

function ccsOf(ticket: Ticket, given: unknown): readonly number[] {
  if (!Array.isArray(given)) return ticket.email_cc_ids
  const ids = new Set(ticket.email_cc_ids)
  for (const cc of given.filter(isObject)) {
    if (cc['action'] === 'delete') ids.delete(Number(cc['user_id']))
    else ids.add(Number(cc['user_id']))
  }
  return [...ids]
}
