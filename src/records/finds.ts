import { z } from 'zod'
import { Commit } from './commitment.ts'

/** How the opener named the person. */
export const Subject = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('ticket'), id: z.int().positive() }),
  z.strictObject({ by: z.literal('user'), id: z.int().positive() }),
  z.strictObject({ by: z.literal('email'), value: z.string() }),
  z.strictObject({ by: z.literal('phone'), value: z.string() }),
  z.strictObject({ by: z.literal('external-id'), value: z.string() }),
  z.strictObject({ by: z.literal('name'), value: z.string() }),
])
export type Subject = z.infer<typeof Subject>

/** A user that may be the person, with what speaks for and against it. */
export const Candidate = z.strictObject({
  id: z.int().positive(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  alias: z.string().nullable(),
  externalId: z.string().nullable(),
  role: z.string(),
  active: z.boolean(),
  suspended: z.boolean(),
  locale: z.string().nullable(),
  organizationId: z.int().nullable(),
  identities: z.array(z.strictObject({ type: z.string(), value: z.string() })),
  /** Which way it was found: `ticket-requester`, `email`, `name`… */
  via: z.string(),
  /** An identity of it is, to the letter, what was asked for. */
  exact: z.boolean(),
})
export type Candidate = z.infer<typeof Candidate>

/** The request's own ticket: the one that the person wrote, and is answered on. */
export const OwnTicket = z.strictObject({ id: z.int().positive(), requesterId: z.int().positive() })
export type OwnTicket = z.infer<typeof OwnTicket>

export const PeopleFinds = z.strictObject({
  subject: Subject,
  ownTicket: OwnTicket.optional(),
  candidates: z.array(Candidate),
  /** Users who were confirmed before and are deleted by now: they stay part of the person. */
  gone: z.array(Candidate),
})
export type PeopleFinds = z.infer<typeof PeopleFinds>

export const PeopleDecision = z.strictObject({
  users: z.array(Candidate).min(1),
  /** Users of whom a human said that they are somebody else. */
  others: z.array(z.int().positive()),
})
export type PeopleDecision = z.infer<typeof PeopleDecision>

export const TermRecord = z.strictObject({
  kind: z.enum(['email', 'phone', 'name', 'handle', 'external-id', 'user-id', 'other']),
  value: z.string(),
  strength: z.enum(['strong', 'weak']),
})
export type TermRecord = z.infer<typeof TermRecord>

/**
 * One place where a term stands. `key` tells it apart within its ticket, before and after.
 * `written`: a comment of the person's own in somebody else's ticket, as a whole, in which anything
 * may be about him. `envelope`: what came with a text, such as the address that a mail came from or
 * the name of a file, which no redaction of ours reaches.
 */
export const Passage = z.strictObject({
  key: z.string(),
  where: z.enum(['comment', 'written', 'envelope', 'subject', 'field', 'author', 'content']),
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
})
export type Passage = z.infer<typeof Passage>

export const Action = z.enum(['delete', 'redact', 'keep'])
export type Action = z.infer<typeof Action>

/** What the rules propose for a find: an action, or that a human must say. */
export const Proposal = z.strictObject({
  action: z.union([Action, z.literal('ask')]),
  code: z.string(),
  /** Which passages go, where that follows from what a human has said before. */
  passages: z.array(z.string()).optional(),
})
export type Proposal = z.infer<typeof Proposal>

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
  held: z.boolean(),
  /** It is there, and Zendesk does not let us read it. */
  unread: z.boolean(),
  comments: z.int().nonnegative(),
  files: z.int().nonnegative(),
  recordings: z.int().nonnegative(),
  passages: z.array(Passage),
  /** The account's own text fields with a hit, as they were when it was decided on. */
  fields: z.record(z.string(), z.string()),
  /** The text of each comment with a hit, as it was when it was decided on. */
  bodies: z.record(z.string(), z.string()),
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
  /** The confirmed users that were looked for. */
  users: z.array(z.int().positive()),
  terms: z.array(TermRecord),
  /** Those among the terms that humans added to what the users' profiles gave. */
  accepted: z.array(TermRecord),
  /** What looks like a new identifier of the person. Only a human accepts it. */
  proposedTerms: z.array(z.strictObject({ term: TermRecord, ticket: z.int() })),
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
})
export type TraceIndex = z.infer<typeof TraceIndex>

/** A human's word on one ticket, or the proposal that he let stand. */
export const TicketDecision = z.strictObject({
  find: TicketFind,
  action: Action,
  code: z.string(),
  /** Keys of the passages that go, where the action is `redact`. */
  passages: z.array(z.string()),
  /** Nobody has said anything about it yet: another round comes first. */
  open: z.literal(true).optional(),
})
export type TicketDecision = z.infer<typeof TicketDecision>

export const TraceDecision = z.strictObject({
  users: TraceIndex.shape.users,
  accepted: TraceIndex.shape.accepted,
  held: TraceIndex.shape.held,
  pages: z.array(Commit),
  suspended: z.array(
    z.strictObject({
      find: SuspendedFind,
      action: z.enum(['delete', 'keep']),
      code: z.string(),
      open: z.literal(true).optional(),
    }),
  ),
  answer: z.strictObject({
    how: z.enum(['reply', 'by-hand']),
    language: z.string(),
    text: z.string().optional(),
  }),
})
export type TraceDecision = z.infer<typeof TraceDecision>

/** One human choice about a ticket. */
export const Choice = z.strictObject({
  action: Action,
  /** Why, as a code. Must be given for what is kept in spite of a trace, and for others' tickets that go. */
  code: z.string().optional(),
  /** Which passages go; without it, all that certainly name the person. */
  passages: z.array(z.string()).readonly().optional(),
})
export type Choice = Readonly<z.infer<typeof Choice>>

/** What the human changed or filled in; everything else goes as proposed. */
export const Choices = z.strictObject({
  tickets: z.record(z.string(), Choice).readonly().optional(),
  suspended: z
    .record(z.string(), z.strictObject({ action: z.enum(['delete', 'keep']), code: z.string() }))
    .readonly()
    .optional(),
  acceptTerms: z.array(TermRecord).readonly().optional(),
  answer: z
    .strictObject({
      how: z.enum(['reply', 'by-hand']).optional(),
      language: z.string().optional(),
      text: z.string().optional(),
    })
    .optional(),
})
export type Choices = Readonly<z.infer<typeof Choices>>
