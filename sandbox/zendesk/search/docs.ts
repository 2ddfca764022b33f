import type { Identity, Ticket, User } from '../account/records.ts'
import type { Store } from '../account/store.ts'
import { plain } from '../text/html.ts'
import type { Doc } from './lag.ts'
import { wordsOf } from './words.ts'

/** Reads a record as the index keeps it; nothing when it is deleted. */
export function readDoc(store: Store, type: Doc['type'], id: number): Doc | undefined {
  if (type === 'ticket') return ticketDoc(store, store.get('tickets', id))
  if (type === 'user') return userDoc(store, store.get('users', id))
  const found = store.get('organizations', id)
  if (!found) return undefined
  const { name, created_at: created, updated_at: updated } = found
  return { type, id, words: wordsOf(name), keys: { name: wordsOf(name) }, created, updated }
}

function ticketDoc(store: Store, ticket: Ticket | undefined): Doc | undefined {
  if (!ticket || ticket.hidden.gone || ticket.hidden.purged) return undefined
  const comments = store.of(ticket.id)
  const texts = comments.map(({ html_body }) => plain(html_body))
  const fields = ticket.custom_fields.flatMap(({ value }) => value ?? [])
  return {
    type: 'ticket',
    id: ticket.id,
    words: wordsOf([ticket.subject, ...texts, ...fields, ...ticket.tags].join('\n')),
    keys: {
      subject: wordsOf(ticket.subject),
      description: wordsOf(texts.join('\n')),
      comment: wordsOf(texts.join('\n')),
      fieldvalue: wordsOf(fields.join('\n')),
      tags: ticket.tags,
      status: [ticket.status],
      priority: [ticket.priority ?? 'none'],
      ticket_type: [ticket.type ?? 'none'],
      via: [ticket.via.channel],
      requester: whoIs(store, [ticket.requester_id]),
      submitter: whoIs(store, [ticket.submitter_id]),
      assignee: ticket.assignee_id ? whoIs(store, [ticket.assignee_id]) : ['none'],
      cc: whoIs(store, ticket.email_cc_ids),
      commenter: whoIs(
        store,
        comments.map(({ author_id }) => author_id),
      ),
      organization: ticket.organization_id ? [String(ticket.organization_id)] : ['none'],
    },
    created: ticket.created_at,
    updated: ticket.updated_at,
  }
}

/** A person by id, by every address, by the words of the name. */
function whoIs(store: Store, ids: readonly number[]): string[] {
  return [...new Set(ids)].flatMap((id) => {
    const user = store.get('users', id)
    if (!user) return [String(id)]
    return [String(id), ...addresses(identitiesOf(store, id)), ...wordsOf(user.name)]
  })
}

const addresses = (identities: readonly Identity[]): string[] =>
  identities.filter(({ type }) => type === 'email').map(({ value }) => value.toLowerCase())

const identitiesOf = (store: Store, id: number): Identity[] =>
  store.all('identities').filter(({ user_id }) => user_id === id)

function userDoc(store: Store, user: User | undefined): Doc | undefined {
  if (!user?.active) return undefined
  const own = identitiesOf(store, user.id)
  const email = [...new Set([...(user.email ? [user.email.toLowerCase()] : []), ...addresses(own)])]
  const phone = [
    ...own.filter(({ type }) => type === 'phone_number').map(({ value }) => value),
    user.phone ?? '',
  ]
    .map((value) => value.replace(/\D/g, ''))
    .filter(Boolean)
  const text = [user.name, user.alias, user.notes, user.details, user.external_id, ...user.tags]
    .filter(Boolean)
    .join('\n')
  return {
    type: 'user',
    id: user.id,
    words: [...wordsOf(text), ...email, ...phone],
    keys: {
      name: wordsOf(user.name),
      email,
      phone,
      notes: wordsOf(user.notes ?? ''),
      details: wordsOf(user.details ?? ''),
      external_id: user.external_id ? [user.external_id.toLowerCase()] : ['none'],
      role: [user.role],
      tags: user.tags,
      organization: user.organization_id ? [String(user.organization_id)] : ['none'],
      is_suspended: [String(user.suspended)],
      user: [String(user.id), ...email, ...wordsOf(user.name)],
    },
    created: user.created_at,
    updated: user.updated_at,
  }
}
