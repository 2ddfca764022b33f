import { z } from 'zod'
import type { BundleProfile, CollectedFile, CollectedTicket } from '../../records/collected.ts'
import type { Mask } from './mask.ts'
import { redrawn } from './redrawn.ts'
import type { BundleWords } from './words.ts'

const Message = z.strictObject({
  id: z.union([z.number(), z.string()]),
  at: z.string(),
  /** `you`, a role, or a number for somebody else. */
  from: z.string(),
  /** Whether it is a note that the person was not shown at the time. */
  note: z.boolean(),
  text: z.string(),
  /** Names of files in this bundle. */
  files: z.array(z.string()),
  /** Everything that the account holds about the message besides. */
  record: z.record(z.string(), z.unknown()),
})

/** One conversation of the bundle, as it stands in `data/conversations/<id>.json`. */
export const Conversation = z.strictObject({
  id: z.int().positive(),
  /** What the person is to it. */
  standing: z.array(z.string()),
  /** Somebody else's, of which only these passages are about the person. */
  passages: z
    .array(z.strictObject({ where: z.string(), at: z.string().optional(), text: z.string() }))
    .optional(),
  subject: z.string().optional(),
  createdAt: z.string(),
  messages: z.array(Message),
  record: z.record(z.string(), z.unknown()).optional(),
  history: z.array(z.record(z.string(), z.unknown())).optional(),
  sideConversations: z.array(z.record(z.string(), z.unknown())).optional(),
  ratings: z.array(z.record(z.string(), z.unknown())).optional(),
})
export type Conversation = z.infer<typeof Conversation>

type Raw = Readonly<Record<string, unknown>>

/** Of a ticket, what the person gave or what was observed of him: article 20 leaves out what others concluded. */
const provided = new Set([
  'id',
  'subject',
  'description',
  'created_at',
  'updated_at',
  'via',
  'custom_fields',
  'status',
])

type Shown = {
  readonly profile: BundleProfile
  readonly mask: Mask
  readonly words: BundleWords
  /** Where each given file of the ticket lies in the bundle. */
  readonly pathOf: (file: CollectedFile) => string
}

/** A ticket as its person reads it. */
export function conversationOf(ticket: CollectedTicket, shown: Shown): Conversation {
  const { mask, words } = shown
  const standing = ticket.as.map((one) => words.standing[one] ?? one)
  const comments = ticket.gives === 'whole' ? ticket.comments : ticket.written
  const messages = comments
    .filter((comment) => shown.profile === 'copy' || comment['public'] !== false)
    .map((comment) => messageOf(comment, ticket, shown))
  if (ticket.gives === 'passages') {
    const passages = ticket.passages.map(({ where, at, before, hit, after }) => ({
      where,
      ...(at ? { at } : {}),
      text: mask.text(before + hit + after),
    }))
    return { id: ticket.id, standing, passages, createdAt: ticket.createdAt, messages }
  }
  const record = shown.profile === 'copy' ? ticket.ticket : only(ticket.ticket, provided)
  return {
    id: ticket.id,
    standing,
    subject: mask.text(textIn(ticket.ticket, 'subject')),
    createdAt: textIn(ticket.ticket, 'created_at'),
    messages,
    record: recordOf(record, mask),
    ...(shown.profile === 'copy' ? beside(ticket, mask) : {}),
  }
}

const beside = (
  ticket: Extract<CollectedTicket, { gives: 'whole' }>,
  mask: Mask,
): Partial<Conversation> => ({
  history: ticket.audits.map((one) => recordOf(one, mask)),
  sideConversations: ticket.sideConversations.map((one) => recordOf(one, mask)),
  ratings: ticket.ratings.map((one) => recordOf(one, mask)),
})

function messageOf(
  comment: Raw & { id: number | string },
  { files }: Pick<CollectedTicket, 'files'>,
  { mask, pathOf }: Shown,
): Conversation['messages'][number] {
  const { body: _, ...rest } = comment
  const author = comment['author_id']
  return {
    id: comment.id,
    at: textIn(comment, 'created_at'),
    from: mask.user(typeof author === 'number' ? author : 0),
    note: comment['public'] === false,
    text: mask.text(textIn(comment, 'plain_body') || textIn(comment, 'body')),
    files: files
      .filter((file) => file.comment === comment.id && file.heldBack === undefined)
      .map(pathOf),
    record: recordOf(rest, mask),
  }
}

const recordOf = (record: Raw, mask: Mask): Record<string, unknown> =>
  z.record(z.string(), z.unknown()).parse(redrawn(record, mask))

const only = (record: Raw, keys: ReadonlySet<string>): Raw =>
  Object.fromEntries(Object.entries(record).filter(([key]) => keys.has(key)))

/** A text of a raw record; nothing where there is none. */
const textIn = (record: Raw, key: string): string => {
  const value = record[key]
  return typeof value === 'string' ? value : ''
}
