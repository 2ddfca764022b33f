import type { Ticket } from '../account/records.ts'
import type { Condition, Conditions } from '../account/rule-records.ts'

/** What a rule looks at: the ticket, and for a trigger what was just done to it. */
export type Seen = {
  readonly ticket: Ticket
  readonly publicComment?: boolean
  readonly update?: 'Create' | 'Change'
}

const order = ['new', 'open', 'pending', 'hold', 'solved', 'closed']

const valueOf: Readonly<Record<string, (seen: Seen) => string>> = {
  status: ({ ticket }) => ticket.status,
  type: ({ ticket }) => ticket.type ?? '',
  priority: ({ ticket }) => ticket.priority ?? '',
  assignee_id: ({ ticket }) => String(ticket.assignee_id ?? ''),
  requester_id: ({ ticket }) => String(ticket.requester_id),
  organization_id: ({ ticket }) => String(ticket.organization_id ?? ''),
  group_id: ({ ticket }) => String(ticket.group_id ?? ''),
  via_id: ({ ticket }) => ticket.via.channel,
  update_type: ({ update }) => update ?? '',
  comment_is_public: ({ publicComment }) => String(publicComment === true),
}

/** Whether all of `all` hold, and one of `any` if there are any. */
export const meets = (seen: Seen, { all, any }: Conditions): boolean =>
  all.every((one) => holds(seen, one)) && (any.length === 0 || any.some((one) => holds(seen, one)))

function holds(seen: Seen, { field, operator, value }: Condition): boolean {
  if (field === 'current_tags') return hasTags(seen.ticket.tags, operator, value)
  const read = valueOf[field]
  return read !== undefined && compares(read(seen), operator, value)
}

// Tags are written with blanks between them; one of them is enough.
function hasTags(tags: readonly string[], operator: string, value: string): boolean {
  const some = value.split(/\s+/).some((tag) => tags.includes(tag))
  return operator === 'not_includes' ? !some : some
}

function compares(found: string, operator: string, value: string): boolean {
  if (operator === 'is') return found === value
  if (operator === 'is_not') return found !== value
  const [left, right] = [order.indexOf(found), order.indexOf(value)]
  if (left < 0 || right < 0) return false
  return operator === 'less_than' ? left < right : operator === 'greater_than' && left > right
}
