import { z } from 'zod'
import { BundleProfile } from './collected.ts'
import { Commit } from './commitment.ts'
import { ClassChoice } from './find-class.ts'
import { TermRecord } from './terms.ts'
import { Action, FileVerdict, SuspendedFind, TicketFind, TraceIndex, Unclosed } from './traces.ts'

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

/** Held-back mails are deleted or stay; of an export they are given whole or not given. */
const SuspendedAction = z.enum(['delete', 'keep', 'give', 'withhold'])

/** How a bundle is made and to whom else it goes. */
const ExportChoices = {
  profile: BundleProfile.optional(),
  /** Others whose names and addresses are left to be read: Zendesk ids. Everybody else is masked. */
  lifted: z.array(z.int().positive()).readonly().optional(),
  /** On the person's written wish it goes to another organisation, too: GDPR article 20(2). */
  organisation: z
    .strictObject({
      name: z.string().min(1),
      /** Where the wish is kept: never the wish itself. */
      wish: z.string().min(1),
    })
    .optional(),
}

/** Single addresses and numbers that go, and why, while their user stays. */
const Identities = z.array(
  z.strictObject({ user: z.int().positive(), identity: z.int().positive(), code: z.string() }),
)

export const TraceDecision = z.strictObject({
  users: TraceIndex.shape.users,
  accepted: TraceIndex.shape.accepted,
  held: TraceIndex.shape.held,
  pages: z.array(Commit),
  suspended: z.array(
    z.strictObject({
      find: SuspendedFind,
      action: SuspendedAction,
      code: z.string(),
      open: z.literal(true).optional(),
    }),
  ),
  /** Whoever stands here stays, and loses these alone; all other users go. */
  identities: Identities.optional(),
  ...ExportChoices,
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
    .record(z.string(), z.strictObject({ action: SuspendedAction, code: z.string() }))
    .readonly()
    .optional(),
  acceptTerms: z.array(TermRecord).readonly().optional(),
  /** Users who stay and lose these alone; without it, as it was said before: else every user goes. */
  identities: Identities.readonly().optional(),
  ...ExportChoices,
  answer: z
    .strictObject({
      how: z.enum(['reply', 'by-hand']).optional(),
      language: z.string().optional(),
      text: z.string().optional(),
    })
    .optional(),
})
export type Choices = Readonly<z.infer<typeof Choices>>
