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

// A phrase does not run from one text into the next.
const end = '\u0000'

function ticketDoc(store: Store, ticket: Ticket | undefined): Doc | undefined {
  if (!ticket || ticket.hidden.gone || ticket.hidden.purged) return undefined
  const comments = store.of(ticket.id)
  const subject = wordsOf(ticket.subject)
  const texts = [...comments.map(({ html_body }) => plain(html_body)), ...messagesOf(store, ticket)]
  const said = texts.flatMap((text) => [...wordsOf(text), end])
  const fields = ticket.custom_fields.flatMap(({ value }) => [...wordsOf(value ?? ''), end])
  return {
    type: 'ticket',
    id: ticket.id,
    words: [...subject, end, ...said, ...fields, ...ticket.tags],
    keys: {
      subject,
      description: said,
      comment: said,
      fieldvalue: fields,
      tags: ticket.tags,
      status: [ticket.status],
      priority: [ticket.priority ?? 'none'],
      ticket_type: [ticket.type ?? 'none'],
      via: [ticket.via.channel],
      requester: [String(ticket.requester_id)],
      submitter: [String(ticket.submitter_id)],
      assignee: [String(ticket.assignee_id ?? 'none')],
      cc: ticket.email_cc_ids.map(String),
      commenter: [...new Set(comments.map(({ author_id }) => String(author_id)))],
      organization: [String(ticket.organization_id ?? 'none')],
      satisfaction: ratedAs(store, ticket),
    },
    created: ticket.created_at,
    updated: ticket.updated_at,
  }
}

const messagesOf = (store: Store, { id }: Ticket): string[] =>
  store
    .by('chats', 'ticket_id', id)
    .flatMap(({ history }) => history.map(({ message }) => String(message ?? '')))

const ratedAs = (store: Store, { id }: Ticket): string[] =>
  store
    .by('ratings', 'ticket_id', id)
    .flatMap(({ score, comment }) => [score, ...(comment === null ? [] : [`${score}withcomment`])])

const addresses = (identities: readonly Identity[]): string[] =>
  identities.filter(({ type }) => type === 'email').map(({ value }) => value.toLowerCase())

const identitiesOf = (store: Store, id: number): Identity[] => store.by('identities', 'user_id', id)

function userDoc(store: Store, user: User | undefined): Doc | undefined {
  if (!user?.active) return undefined
  const own = identitiesOf(store, user.id)
  const email = [...new Set([...addresses(own), (user.email ?? '').toLowerCase()])].filter(Boolean)
  const phone = phonesOf(user, own)
  const about = [user.name, user.alias, user.notes, user.details, user.external_id, ...user.tags]
  return {
    type: 'user',
    id: user.id,
    words: [...wordsOf(about.join('\n')), ...email, ...phone],
    keys: {
      name: wordsOf(user.name),
      email,
      phone,
      notes: wordsOf(String(user.notes)),
      details: wordsOf(String(user.details)),
      external_id: [String(user.external_id).toLowerCase()],
      role: [user.role],
      tags: user.tags,
      organization: [String(user.organization_id ?? 'none')],
      is_suspended: [String(user.suspended)],
      user: [String(user.id)],
    },
    created: user.created_at,
    updated: user.updated_at,
  }
}

// Digits only: this is how numbers are asked for (facts 3).
const phonesOf = ({ phone }: User, own: readonly Identity[]): string[] =>
  [...own.filter(({ type }) => type === 'phone_number').map(({ value }) => value), phone ?? '']
    .map((value) => value.replaceAll(/\D/g, ''))
    .filter(Boolean)
