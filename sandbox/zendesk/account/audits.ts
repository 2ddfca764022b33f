import type { Account } from './account.ts'
import { chatEvents } from './chat-events.ts'
import type { Audit, Comment, Ticket } from './records.ts'
import { commentCore } from './show.ts'

type Shown = Record<string, unknown>

/** A ticket's history: its comments and what else happened. A redacted text is redacted here too (facts 1.12). */
export function auditsOf(account: Account, ticket: Ticket): Shown[] {
  const comments = account.store.of(ticket.id)
  const audits = account.store.by('audits', 'ticket_id', ticket.id)
  const chats = account.store.by('chats', 'ticket_id', ticket.id)
  const ids = [
    ...new Set([
      ...[...comments, ...chats].map(({ audit_id }) => audit_id),
      ...audits.map(({ id }) => id),
    ]),
  ].toSorted((a, b) => a - b)
  return ids.map((id, i) =>
    audited(account, ticket, { id, by: ticket.submitter_id, first: i === 0 }),
  )
}

/** One line of it. */
export function audited(
  account: Account,
  ticket: Ticket,
  wanted: { id: number; by: number; first?: boolean },
): Shown {
  const comment = account.store.of(ticket.id).find(({ audit_id }) => audit_id === wanted.id)
  const audit = account.store.get('audits', wanted.id)
  const made = {
    created_at: ticket.updated_at,
    author_id: wanted.by,
    metadata: { system: {}, custom: {} },
    via: apiVia,
    ...pick(audit),
    ...pick(comment),
  }
  const created = wanted.first && comment ? createdEvents(account, ticket, comment) : []
  const said = comment ? [commentCore(account, comment)] : []
  const chatted = account.store
    .by('chats', 'ticket_id', ticket.id)
    .filter(({ audit_id }) => audit_id === wanted.id)
    .flatMap(chatEvents)
  return {
    id: wanted.id,
    ticket_id: ticket.id,
    ...made,
    events: [...said, ...chatted, ...(audit?.events ?? []), ...created],
  }
}

const apiVia = { channel: 'api', source: { from: {}, to: {}, rel: null } }

function pick(from: Audit | Comment | undefined): Shown {
  if (!from) return {}
  const { created_at, author_id, metadata, via } = from
  return {
    created_at,
    author_id,
    ...(metadata ? { metadata } : {}),
    ...(via ? { via } : {}),
  }
}

function createdEvents(account: Account, ticket: Ticket, comment: Comment): Shown[] {
  const fields = {
    subject: firstSubject(account, ticket),
    requester_id: String(ticket.requester_id),
    status: 'new',
    priority: ticket.priority,
  }
  return Object.entries(fields).map(([field_name, value], i) => ({
    id: comment.id + 1 + i,
    type: 'Create',
    value,
    field_name,
  }))
}

// History is not rewritten: the subject that the ticket came with stays in its first line.
function firstSubject({ store }: Account, { id, subject }: Ticket): unknown {
  const changed = store
    .by('audits', 'ticket_id', id)
    .toSorted((a, b) => a.id - b.id)
    .flatMap(({ events }) => events)
    .find((event) => event['type'] === 'Change' && event['field_name'] === 'subject')
  return changed ? changed['previous_value'] : subject
}
