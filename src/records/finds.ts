import { z } from 'zod'
import { Commit } from './commitment.ts'
import { ClassChoice } from './find-class.ts'

/** How the opener named one person. */
export const OneSubject = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('ticket'), id: z.int().positive() }),
  z.strictObject({ by: z.literal('user'), id: z.int().positive() }),
  z.strictObject({ by: z.literal('email'), value: z.string() }),
  z.strictObject({ by: z.literal('phone'), value: z.string() }),
  z.strictObject({ by: z.literal('external-id'), value: z.string() }),
  z.strictObject({ by: z.literal('name'), value: z.string() }),
])
export type OneSubject = z.infer<typeof OneSubject>

/** How the opener named the person, or the people: by a list, or a view of tickets. */
export const Subject = z.discriminatedUnion('by', [
  ...OneSubject.options,
  z.strictObject({
    by: z.literal('many'),
    source: z.enum(['list', 'upload', 'view']),
    people: z.array(OneSubject).min(1),
  }),
])
export type Subject = z.infer<typeof Subject>

/** What speaks for or against that a find is the person's, as a code of the words. */
export const Evidence = z.strictObject({ code: z.string(), speaks: z.enum(['for', 'against']) })
export type Evidence = z.infer<typeof Evidence>

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
  /** What speaks for and against that it is the person. */
  evidence: z.array(Evidence).default([]),
  /** Of several people in one request, which: its place in `PeopleFinds.people`, from 0. */
  person: z.int().nonnegative().optional(),
})
export type Candidate = z.infer<typeof Candidate>

/** The request's own ticket: the one that the person wrote, and is answered on. */
export const OwnTicket = z.strictObject({ id: z.int().positive(), requesterId: z.int().positive() })
export type OwnTicket = z.infer<typeof OwnTicket>

export const PeopleFinds = z.strictObject({
  subject: Subject,
  ownTicket: OwnTicket.optional(),
  /** Where the request is about several people: each as he was named, in the order of the list. */
  people: z
    .array(z.strictObject({ subject: OneSubject, ownTicket: OwnTicket.optional() }))
    .optional(),
  candidates: z.array(Candidate),
  /** Users who were confirmed before and are deleted by now: they stay part of the person. */
  gone: z.array(Candidate),
})
export type PeopleFinds = z.infer<typeof PeopleFinds>

export const TermKind = z.enum([
  'email',
  'phone',
  'name',
  'handle',
  'external-id',
  'user-id',
  'other',
])
export type TermKind = z.infer<typeof TermKind>

export const TermRecord = z.strictObject({
  kind: TermKind,
  value: z.string(),
  strength: z.enum(['strong', 'weak']),
})
export type TermRecord = z.infer<typeof TermRecord>

/** Who the person is: users, or terms alone where he has no user (others wrote about him). */
export const PeopleDecision = z
  .strictObject({
    users: z.array(Candidate),
    /** Users of whom a human said that they are somebody else. */
    others: z.array(z.int().positive()),
    /** What a human gave to look for besides what the users' profiles give. */
    terms: z.array(TermRecord).default([]),
  })
  .refine(({ users, terms }) => users.length + terms.length > 0, 'nobody')
export type PeopleDecision = z.infer<typeof PeopleDecision>

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
    .array(z.strictObject({ code: z.string(), found: z.int(), refused: z.string().optional() }))
    .default([]),
  /** Rules of the account that would mail or push somewhere what the plan does. */
  rules: z
    .array(
      z.strictObject({
        id: z.int().positive(),
        kind: z.enum(['trigger', 'automation', 'webhook']),
        title: z.string(),
        does: z.enum(['mail', 'push']),
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

/** What somebody who has opened a file says of it, and who (Slack user id). */
export const FileVerdict = z.strictObject({
  verdict: z.enum(['redact', 'nothing-there']),
  by: z.string(),
})
export type FileVerdict = z.infer<typeof FileVerdict>

/**
 * Zendesk does not delete the requester of a ticket that is not closed: it is closed by us, or the
 * request waits until the people who work on it have closed it.
 */
export const Unclosed = z.enum(['close', 'wait'])
export type Unclosed = z.infer<typeof Unclosed>

/** A human's word on one ticket, or the proposal that he let stand. */
export const TicketDecision = z.strictObject({
  find: TicketFind,
  action: Action,
  code: z.string(),
  /** Keys of the passages that go, where the action is `redact`. */
  passages: z.array(z.string()),
  /** Files that somebody has opened, by id: what goes, and what holds nothing about the person. */
  files: z.record(z.string(), FileVerdict).default({}),
  /** What becomes of a ticket of the person that is not closed and stays. */
  unclosed: Unclosed.default('close'),
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
  /** What was seen in files that somebody has opened, by id. */
  files: z.record(z.string(), FileVerdict).readonly().optional(),
  /** For a ticket of the person that is not closed and stays; without it, it is closed. */
  unclosed: Unclosed.optional(),
})
export type Choice = Readonly<z.infer<typeof Choice>>

/** What the human changed or filled in; everything else goes as proposed. */
export const Choices = z.strictObject({
  tickets: z.record(z.string(), Choice).readonly().optional(),
  /** Words on whole classes of tickets; of two that cover the same ticket the later one counts. */
  classes: z.array(ClassChoice).readonly().optional(),
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
