import { z } from 'zod'
import { Commit } from './commitment.ts'
import { Evidence, OwnTicket } from './people-finds.ts'
import { Instant, Right } from './primitives.ts'
import { TermRecord } from './terms.ts'

/**
 * One place where a term stands. `key` tells it apart within its ticket, before and after.
 * `written`: a comment of the person's own in somebody else's ticket, as a whole, in which anything
 * may be about him. `envelope`: what came with a text, such as the address that a mail came from or
 * the name of a file, which no redaction of ours reaches. Nor does one reach a `rating`'s comment, a
 * `side-conversation`, the `history` (old subjects, people once in copy) or a call's `transcript`.
 */
export const Passage = z.strictObject({
  key: z.string(),
  where: z.enum([
    'comment',
    'written',
    'envelope',
    'subject',
    'field',
    'author',
    'content',
    'rating',
    'side-conversation',
    'history',
    'transcript',
    'chat',
  ]),
  comment: z.int().optional(),
  field: z.int().optional(),
  kind: TermRecord.shape.kind,
  strength: z.enum(['strong', 'weak']),
  /** Glued to more text, so perhaps part of something else: decided like a weak one. */
  doubtful: z.boolean(),
  before: z.string(),
  hit: z.string(),
  after: z.string(),
  /** Where it stands in the text that was searched; of an attribute, the start tag that holds it. */
  spans: z.array(z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() })),
  attribute: z.literal(true).optional(),
  /**
   * In a message of a chat, by what its redaction is asked for: the chat, and the message by its id,
   * or by its place (a number) where it has none. Absent where Zendesk tells neither: out of reach.
   */
  chat: z
    .strictObject({ id: z.string(), message: z.union([z.string(), z.int().nonnegative()]) })
    .optional(),
})
export type Passage = z.infer<typeof Passage>

/**
 * Of an erasure: what becomes of it. Of an export: given whole, only its passages about the person, or
 * not given.
 */
export const Action = z.enum(['delete', 'redact', 'keep', 'give', 'excerpt', 'withhold'])
export type Action = z.infer<typeof Action>

/** What somebody who has opened a file says of it, and who (Slack user id). */
export const FileVerdict = z.strictObject({
  verdict: z.enum(['redact', 'nothing-there', 'give', 'hold-back']),
  by: z.string(),
})
export type FileVerdict = z.infer<typeof FileVerdict>

/**
 * Zendesk does not delete the requester of a ticket that is not closed: it is closed by us, or the
 * request waits until the people who work on it have closed it.
 */
export const Unclosed = z.enum(['close', 'wait'])
export type Unclosed = z.infer<typeof Unclosed>

/** What the rules propose for a find: an action, or that a human must say. */
export const Proposal = z.strictObject({
  action: z.union([Action, z.literal('ask')]),
  code: z.string(),
  /** Which passages go, where that follows from what a human has said before. */
  passages: z.array(z.string()).optional(),
  /** What has been said of its files before, as far as they are still there. */
  files: z.record(z.string(), FileVerdict).optional(),
  /** What has been said before of its being open. */
  unclosed: Unclosed.optional(),
})
export type Proposal = z.infer<typeof Proposal>

/** A file or inline image of a comment: no scan of texts sees what it shows. */
export const FileFind = z.strictObject({
  id: z.int().positive(),
  comment: z.int().positive(),
  name: z.string(),
  type: z.string(),
  /** Bytes; `null` where Zendesk does not tell. */
  size: z.int().nullable(),
  inline: z.boolean(),
  /** Its address holds a token: whoever has it has the file. */
  url: z.string(),
  /** Zendesk found malware in it: nobody should open it. */
  malware: z.boolean(),
})
export type FileFind = z.infer<typeof FileFind>

/** A recorded call of a voice comment. */
export const CallFind = z.strictObject({ id: z.string().min(1), comment: z.int().positive() })
export type CallFind = z.infer<typeof CallFind>

/** A ticket that may belong to the person, or speak of him. */
export const TicketFind = z.strictObject({
  id: z.int().positive(),
  subject: z.string(),
  status: z.string(),
  requesterId: z.int(),
  requesterName: z.string(),
  /** The requester is somebody else of the person's name: what speaks of the name may mean him. */
  namesake: z.boolean(),
  channel: z.string(),
  relation: z.enum(['own', 'other']),
  /** Why it is here: lists and kinds of terms, in the order they led to it. */
  via: z.array(z.string()),
  /** The round of looking in which it was found first. */
  round: z.int().positive().default(1),
  /** Of several people in one request, whom it is about: places in `PeopleFinds.people`. */
  people: z.array(z.int().nonnegative()).default([]),
  /** What speaks for and against that it is about the person. */
  evidence: z.array(Evidence).default([]),
  held: z.boolean(),
  /** It is there, and Zendesk does not let us read it. */
  unread: z.boolean(),
  comments: z.int().nonnegative(),
  files: z.int().nonnegative(),
  recordings: z.int().nonnegative(),
  /** Each file of it that is not redacted: an `ask`, where the ticket stays. */
  attachments: z.array(FileFind).default([]),
  /** Each call of it that is still recorded. */
  calls: z.array(CallFind).default([]),
  passages: z.array(Passage),
  /** The account's own text fields with a hit, as they were when it was decided on. */
  fields: z.record(z.string(), z.string()),
  /** The text of each comment with a hit, as it was when it was decided on. */
  bodies: z.record(z.string(), z.string()),
  /** The text of each message of a chat with a hit, by `<chat>/<message>` of its passages. */
  messages: z.record(z.string(), z.string()).optional(),
  proposal: Proposal,
})
export type TicketFind = z.infer<typeof TicketFind>

/** A mail that Zendesk holds back, with the person in it. */
export const SuspendedFind = z.strictObject({
  id: z.int().positive(),
  passages: z.array(Passage),
  proposal: Proposal,
})
export type SuspendedFind = z.infer<typeof SuspendedFind>

/** The table of contents of one round of looking for traces; the finds themselves lie in pages. */
export const TraceIndex = z.strictObject({
  /** Which right the look is for: it decides what can be done with a find. Absent: erasure. */
  right: Right.optional(),
  /** The confirmed users that were looked for. */
  users: z.array(z.int().positive()),
  terms: z.array(TermRecord),
  /** Those among the terms that humans added to what the users' profiles gave. */
  accepted: z.array(TermRecord),
  /** What looks like a new identifier of the person. Only a human accepts it. */
  proposedTerms: z.array(
    z.strictObject({
      term: TermRecord,
      ticket: z.int(),
      /** Where it was seen, with some of the text around it. */
      seen: z.strictObject({ before: z.string(), hit: z.string(), after: z.string() }).optional(),
    }),
  ),
  /** Every place that was looked at, what it gave, and why it could not be read. Codes and counts. */
  sources: z
    .array(
      z.strictObject({
        code: z.string(),
        found: z.int(),
        refused: z.string().optional(),
        /** When it was looked at: what changed in the minute before may not show yet. */
        at: Instant.optional(),
      }),
    )
    .default([]),
  /** Rules of the account that would mail or push somewhere what the plan does. */
  rules: z
    .array(
      z.strictObject({
        /** A webhook's is a word. */
        id: z.union([z.int().positive(), z.string()]),
        kind: z.enum(['trigger', 'automation', 'webhook']),
        title: z.string(),
        does: z.enum(['mail', 'push']),
        /** It fires only for what somebody writes: without it, for any change. */
        needs: z.literal('comment').optional(),
      }),
    )
    .default([]),
  ownTicket: OwnTicket.optional(),
  pages: z.array(Commit),
  suspended: z.array(SuspendedFind),
  /** One of the users himself is on hold. */
  held: z.boolean(),
  /** Tickets that this request has deleted and that are not gone for good. */
  inBin: z.array(z.int().positive()),
  agentWorkspace: z.boolean(),
  answer: z.strictObject({
    how: z.enum(['reply', 'by-hand']),
    language: z.string(),
    code: z.string(),
  }),
  /** The same for each of several people, by his place in `PeopleFinds.people`. */
  answers: z
    .array(
      z.strictObject({
        person: z.int().nonnegative(),
        how: z.enum(['reply', 'by-hand']),
        language: z.string(),
        code: z.string(),
        ticket: z.int().positive().optional(),
      }),
    )
    .optional(),
})
export type TraceIndex = z.infer<typeof TraceIndex>
