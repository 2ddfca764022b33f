import { createHash } from 'node:crypto'
import type { Ticket } from '../account/records.ts'
import type { Seeding } from '../account/store.ts'
import type { ChatEvent } from '../account/talk-records.ts'
import { fileOf } from './make-file.ts'
import { commentId } from './people.ts'
import type { Story, StoryChat, StorySide } from './story-types.ts'

/** What a ticket has beside its comments: a chat, mails with others, a rating, a past. */
export function putExtras(store: Seeding, story: Story, ticket: Ticket): void {
  if (story.chat) putChat(store, story.chat, ticket)
  if (story.side) putSide(store, story.side, ticket)
  if (story.rating) putRating(store, story.rating, ticket)
  putChanges(store, story, ticket)
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

function putChat(store: Seeding, { active, lines }: StoryChat, { id, created_at }: Ticket): void {
  const event = commentId(id) + 32
  const started = Date.parse(created_at)
  const history = lines.map((line, at): ChatEvent => {
    const user = store.get('users', line.by)
    const common = {
      chat_index: at,
      message_id: hashOf(`message ${id} ${at}`).slice(0, 24),
      actor_id: line.by,
      actor_name: user?.name ?? '',
      actor_type: user && user.role !== 'end-user' ? 'agent' : 'end-user',
      timestamp: started + at * 45_000,
    }
    if (!line.file) return { ...common, type: 'ChatMessage', message: line.text ?? '' }
    const file = fileOf(line.file, { id: event * 10 + at, comment: event })
    store.put('attachments', file)
    return {
      ...common,
      type: 'ChatFileAttachment',
      filename: line.file.name,
      attachment_id: file.id,
    }
  })
  store.put('chats', {
    id: `${hashOf(`chat ${id}`).slice(0, 4)}.10502823.${hashOf(`chat ${id}`).slice(4, 17)}`,
    ticket_id: id,
    event_id: event,
    audit_id: commentId(id) - 64,
    visitor_id: `10502823-${hashOf(`visitor ${id}`).slice(0, 15)}`,
    created_at,
    active: active === true,
    history,
  })
}

function putSide(store: Seeding, side: StorySide, { id, created_at }: Ticket): void {
  const hash = hashOf(`side ${id}`)
  const shop = { user_id: null, name: 'Nordlys Outfitters', email: 'support@nordlys.example.com' }
  const other = { user_id: null, ...side.with }
  store.put('sides', {
    id: [hash.slice(0, 8), hash.slice(8, 12), '11e8', hash.slice(12, 16), hash.slice(16, 28)].join(
      '-',
    ),
    ticket_id: id,
    subject: side.subject,
    preview_text: side.lines.at(-1)?.text ?? '',
    state: 'open',
    participants: [shop, other],
    created_at,
    updated_at: created_at,
    messages: side.lines.map(({ ours, text }, at) => ({
      id: hashOf(`side ${id} ${at}`).slice(0, 32),
      created_at,
      from: ours ? shop : other,
      to: [ours ? other : shop],
      subject: side.subject,
      body: text,
    })),
  })
}

function putRating(
  store: Seeding,
  { score, comment }: NonNullable<Story['rating']>,
  { id, requester_id, assignee_id, group_id, updated_at }: Ticket,
): void {
  store.put('ratings', {
    id: commentId(id) + 48,
    ticket_id: id,
    requester_id,
    assignee_id,
    group_id,
    score,
    comment,
    created_at: updated_at,
    updated_at,
  })
}

function putChanges(
  store: Seeding,
  { changes = [], subject, cc = [] }: Story,
  ticket: Ticket,
): void {
  for (const [at, { by, field, before }] of changes.entries()) {
    const id = commentId(ticket.id) + 16 + at * 2
    store.put('audits', {
      id,
      ticket_id: ticket.id,
      created_at: ticket.updated_at,
      author_id: by,
      metadata: {
        system: { client: 'Mozilla/5.0', ip_address: '203.0.113.77', location: 'Lyon, France' },
        custom: {},
      },
      via: { channel: 'web', source: { from: {}, to: {}, rel: null } },
      events: [
        {
          id: id + 1,
          type: 'Change',
          field_name: field,
          value: field === 'subject' ? subject : cc,
          previous_value: before,
        },
      ],
    })
  }
}
