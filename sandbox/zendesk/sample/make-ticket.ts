import { stamp } from '../account/account.ts'
import type { Attachment, Comment, Ticket, Via } from '../account/records.ts'
import type { Seeding } from '../account/store.ts'
import { wrap, wrapHtml } from '../text/html.ts'
import { writtenAt } from './calendar.ts'
import { putExtras } from './make-extras.ts'
import { fileOf } from './make-file.ts'
import { commentId, deliveryPhoneField, orderField, staff } from './people.ts'
import type { Line, Story } from './story-types.ts'

const hour = 3_600_000
const shop = { name: 'Nordlys Outfitters', address: 'support@nordlys.example.com' }
const webVia: Via = { channel: 'web', source: { from: {}, to: {}, rel: null } }

/** Puts a hand-written or generated conversation into the account. */
export function putStory(store: Seeding, story: Story, now: number): void {
  const start = story.written ?? writtenAt(story.id, now)
  const at = (position: number): string =>
    stamp(Math.min(now - 60_000, start + position * 5 * hour))
  for (const [position, line] of story.lines.entries())
    putLine(store, { story, line, position, at: at(position) })
  const ticket = ticketOf(store, story, { created: at(0), updated: at(story.lines.length) })
  store.put('tickets', ticket)
  putExtras(store, story, ticket)
}

function ticketOf(
  store: Seeding,
  story: Story,
  { created, updated }: { created: string; updated: string },
): Ticket {
  const { id, subject, status, by } = story
  return {
    ...blank,
    ...listsOf(story),
    id,
    via: viaOf(store, story, by),
    created_at: created,
    updated_at: updated,
    subject,
    status,
    recipient: (story.channel ?? 'email') === 'email' ? shop.address : null,
    requester_id: by,
    submitter_id: by,
    assignee_id: story.assignee ?? story.lines.find((line) => isStaff(line.by))?.by ?? null,
    organization_id: store.get('users', by)?.organization_id ?? null,
    from_messaging_channel: story.channel === 'native_messaging',
    hidden: { archived: story.archived === true, gone: null, purged: false },
  }
}

const listsOf = ({ cc = [], fields = [], tags = [] }: Story) => ({
  email_cc_ids: cc,
  tags: tags.toSorted(),
  // Every ticket has every field of the account, mostly empty.
  custom_fields: [orderField, deliveryPhoneField].map(
    (id) => fields.find((field) => field.id === id) ?? { id, value: null },
  ),
})

const blank = {
  external_id: null,
  type: 'question',
  priority: 'normal',
  group_id: 6_130_852_536_346,
  follower_ids: [],
  problem_id: null,
  due_at: null,
  satisfaction_rating: null,
} satisfies Partial<Ticket>

type Placed = {
  readonly story: Story
  readonly line: Line
  readonly position: number
  readonly at: string
}

function putLine(store: Seeding, { story, line, position, at }: Placed): void {
  const id = commentId(story.id, position)
  const files = (line.files ?? []).map((file, i) =>
    fileOf(file, { id: id * 10 + i + 1, comment: id }),
  )
  for (const file of files) store.put('attachments', file)
  const ours = isStaff(line.by)
  const comment: Comment = {
    id,
    ticket_id: story.id,
    type: line.call ? 'VoiceComment' : 'Comment',
    author_id: line.by,
    html_body: htmlOf(line, files),
    public: !line.note,
    audit_id: id - 64,
    via: ours ? webVia : named(viaOf(store, story, line.by), line.as),
    created_at: at,
    metadata: { system: ours ? {} : systemOf(line.by), custom: {} },
    data: line.call ? putCall(store, line.call, { ticket: story.id, at, by: line.by }) : null,
  }
  store.put('comments', comment)
}

function htmlOf({ html, text = '' }: Line, files: readonly Attachment[]): string {
  if (html === undefined) return wrap(text)
  return wrapHtml(html.replaceAll(/\{file:(\d)\}/g, (_, i: string) => addressOf(files[Number(i)])))
}

const named = (via: Via, as: string | undefined): Via =>
  as === undefined
    ? via
    : { ...via, source: { ...via.source, from: { ...via.source.from, name: as } } }

const isStaff = (id: number): boolean => Object.values(staff).some((one) => one.id === id)

function viaOf(store: Seeding, story: Story, by: number): Via {
  const { channel = 'email' } = story
  if (channel === 'email') return mailVia(store, by, by === story.by ? story.from : undefined)
  if (channel !== 'voice') return { channel, source: { from: {}, to: {}, rel: null } }
  const from = { formatted_phone: story.lines[0]?.call?.from ?? null }
  return { channel, source: { from, to: { name: shop.name }, rel: 'inbound' } }
}

function mailVia(store: Seeding, by: number, written: string | undefined): Via {
  const { name = null, email = null } = store.get('users', by) ?? {}
  return {
    channel: 'email',
    source: { from: { address: written ?? email, name }, to: shop, rel: null },
  }
}

const systemOf = (by: number): Record<string, unknown> => ({
  client: 'Mozilla/5.0',
  ip_address: `203.0.113.${by % 250}`,
  location: 'Montpellier, France',
  latitude: 43.6,
  longitude: 3.9,
})

// The account's own address is filled in when a comment is shown.
const addressOf = (file: Attachment | undefined): string =>
  `{account}/attachments/token/${file?.token}/?name=${encodeURIComponent(file?.file_name ?? '')}`

type Placing = { readonly ticket: number; readonly at: string; readonly by: number }

function putCall(
  store: Seeding,
  { from, to, transcript, kind = 'call' }: NonNullable<Line['call']>,
  { ticket, at, by }: Placing,
): NonNullable<Comment['data']> {
  const sid = `CA${ticket.toString(16).padStart(32, '0')}`
  store.put('recordings', {
    id: sid,
    kind,
    content: Buffer.from(`sound of ${sid}`).toString('base64'),
  })
  return {
    from,
    to,
    call_id: sid,
    recording_url: `{account}/api/v2/channels/voice/calls/${sid}/twilio/recording`,
    started_at: at,
    call_duration: 221,
    answered_by_id: staff.second.id,
    answered_by_name: staff.second.name,
    author_id: by,
    public: 1,
    location: 'Montpellier, France',
    transcription_status: 'completed',
    transcription_text: transcript,
  }
}
