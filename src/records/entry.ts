import { z } from 'zod'
import { ChannelId, MessageStamp } from './channels.ts'
import { Commit } from './commitment.ts'
import { Phase, Severity } from './plan.ts'
import { Code, Counts, Id, Instant, Member, Right, Sha } from './primitives.ts'

/**
 * How an operation ended. There is no `unknown`: that is an intent without a settlement.
 * `already`: it was gone before we came. `not-applied`: it may be tried again.
 */
export const Outcome = z.enum(['done', 'already', 'rejected', 'drifted', 'not-applied'])
export type Outcome = z.infer<typeof Outcome>

/** Where a look for the person was made: for users and their own tickets, or for traces of the terms. */
export const Look = z.enum(['people', 'traces'])
export type Look = z.infer<typeof Look>

/** For whom a link is: the person, or another organisation on his written wish (GDPR article 20(2)). */
export const LinkPurpose = z.enum(['person', 'organisation'])
export type LinkPurpose = z.infer<typeof LinkPurpose>

/** What somebody did at a link's page. */
export const VisitCode = z.enum([
  'seen',
  'downloaded',
  'resumed',
  'completed',
  'wrong-passphrase',
  'refused',
])
export type VisitCode = z.infer<typeof VisitCode>

const base = { id: Id, at: Instant, by: z.union([Member, z.literal('bot')]), role: Code.optional() }
const Number = z.string().regex(/^R-\d{4}-\d{4,}$/, 'not a request number')

/**
 * One line of a request's journal. No free text and no Zendesk ids: codes, counts, commitments.
 * Whoever adds a kind adds its case to the fold, or nothing compiles.
 */
export const Entry = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('opened'),
    right: Right,
    number: Number,
    /** Two words that people tell apart: `amber heron`. */
    name: z.string().regex(/^[a-z]+ [a-z]+$/),
    subject: Commit,
    received: Instant,
    rehearsal: z.boolean(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('found'),
    look: Look,
    round: z.int().positive(),
    counts: Counts,
    finds: Commit,
  }),
  z.strictObject({
    ...base,
    kind: z.literal('decided'),
    look: Look,
    round: z.int().positive(),
    counts: Counts,
    on: Commit,
    /** The decision brought something new to look for: another round is due. */
    again: z.boolean(),
  }),
  /** What is given is read and lies on the shelf, as it was decided there. */
  z.strictObject({ ...base, kind: z.literal('collected'), decided: Id, counts: Counts }),
  /** The bundle lies on the shelf: the digest of its manifest, and in the vault what it is. */
  z.strictObject({ ...base, kind: z.literal('built'), digest: Sha, counts: Counts, on: Commit }),
  z.strictObject({
    ...base,
    kind: z.literal('planned'),
    digest: Sha,
    operations: z.int().nonnegative(),
    /** How many operations each phase has, in the plan's order. */
    phases: z.array(z.tuple([Phase, z.int().positive()])),
    severities: z.array(Severity),
    counts: Counts,
  }),
  /** Somebody opened the plan of this digest, or the finds of which it is the MAC. */
  z.strictObject({ ...base, kind: z.literal('viewed'), digest: Sha }),
  z.strictObject({
    ...base,
    kind: z.literal('approved'),
    digest: Sha,
    policy: Sha,
    /** Every role that the approver had at the click. */
    roles: z.array(Code),
    /** What the policy asked for at the click: loosening it later makes no approval enough. */
    quorum: z.array(z.strictObject({ role: Code, of: z.int().positive() })).optional(),
    until: Instant,
  }),
  z.strictObject({ ...base, kind: z.literal('sent-back'), digest: Sha, code: Code }),
  z.strictObject({ ...base, kind: z.literal('declined'), digest: Sha, code: Code }),
  /** The quorum is met: from here the plan may be carried out. */
  z.strictObject({
    ...base,
    kind: z.literal('agreed'),
    digest: Sha,
    policy: Sha,
    approvals: z.array(Id).min(1),
  }),
  /** The quorum no longer holds: nothing more of the plan may be sent until it does again. */
  z.strictObject({ ...base, kind: z.literal('lapsed'), digest: Sha, policy: Sha, code: Code }),
  /** One approval no longer counts. */
  z.strictObject({ ...base, kind: z.literal('revoked'), approval: Id, code: Code }),
  z.strictObject({ ...base, kind: z.literal('slept'), code: Code, until: Instant }),
  z.strictObject({ ...base, kind: z.literal('woke'), code: Code, policy: Sha }),
  z.strictObject({
    ...base,
    kind: z.literal('intended'),
    call: Id,
    digest: Sha,
    operations: z.array(z.int().positive()).min(1).max(100),
    approvals: z.array(Id),
    policy: Sha,
    attempt: z.int().positive(),
  }),
  z.strictObject({ ...base, kind: z.literal('submitted'), call: Id, job: Commit }),
  z.strictObject({
    ...base,
    kind: z.literal('settled'),
    call: Id,
    digest: Sha,
    outcomes: z.array(z.tuple([z.int().positive(), Outcome])).min(1),
    /** By Zendesk's answer, by reading back after it was lost, or by the look before the write. */
    how: z.enum(['answer', 'read-back', 'look']),
    code: Code.optional(),
  }),
  /** A bundle can be fetched by whoever has the secret, of which only the SHA-256 stands here. */
  z.strictObject({
    ...base,
    kind: z.literal('linked'),
    link: Id,
    purpose: LinkPurpose,
    hash: Sha,
    until: Instant,
    downloads: z.int().positive(),
    passphrase: z.boolean(),
    digest: Sha,
  }),
  /** Somebody was at a link's page. Nobody is named: whoever has the link may be anybody. */
  z.strictObject({
    ...base,
    kind: z.literal('visited'),
    link: Id,
    code: VisitCode,
    bytes: z.int().nonnegative().optional(),
  }),
  z.strictObject({ ...base, kind: z.literal('extended'), link: Id, until: Instant }),
  /** A link leads nowhere from here on: `expired`, `revoked`, `exhausted`, `guessed`, `erased`. */
  z.strictObject({ ...base, kind: z.literal('unlinked'), link: Id, code: Code }),
  /** The answer went to the person by a human's hand. */
  z.strictObject({ ...base, kind: z.literal('handed-over'), digest: Sha }),
  z.strictObject({ ...base, kind: z.literal('proved'), code: Code, counts: Counts, on: Commit }),
  z.strictObject({ ...base, kind: z.literal('closed'), code: Code, counts: Counts }),
  z.strictObject({ ...base, kind: z.literal('stopped'), code: Code }),
  z.strictObject({ ...base, kind: z.literal('halted'), code: Code }),
  z.strictObject({ ...base, kind: z.literal('continued') }),
  /** Soft deletions are taken back by a member: before it is asked for, and what came of it. */
  z.strictObject({
    ...base,
    kind: z.literal('restored'),
    code: z.enum(['asked', 'done']),
    counts: Counts,
  }),
  z.strictObject({ ...base, kind: z.literal('turned-away'), deed: Code, code: Code }),
  /** The request has its card here: the latest one counts. */
  z.strictObject({
    ...base,
    kind: z.literal('posted'),
    what: z.literal('card'),
    channel: ChannelId,
    ts: MessageStamp,
  }),
  /** The desk's own: from here on nothing is sent to Zendesk, of no request. */
  z.strictObject({ ...base, by: Member, role: Code, kind: z.literal('paused') }),
  z.strictObject({ ...base, by: Member, role: Code, kind: z.literal('resumed') }),
  z.strictObject({ ...base, kind: z.literal('sealed'), stub: Instant.optional() }),
  /** Some days after its end: whether somebody with an address of the person's is there again. */
  z.strictObject({
    ...base,
    kind: z.literal('looked-again'),
    code: z.enum(['gone', 'returned']),
    days: z.int().positive(),
    counts: Counts,
  }),
  z.strictObject({ ...base, kind: z.literal('started'), epoch: z.int().positive() }),
  z.strictObject({ ...base, kind: z.literal('ruled'), policy: Sha }),
  z.strictObject({ ...base, kind: z.literal('tail-cut'), bytes: z.int().positive(), sha: Sha }),
])
export type Entry = Readonly<z.infer<typeof Entry>>

type Kind = Entry['kind']
/** An entry of one kind. */
export type EntryOf<K extends Kind> = Extract<Entry, { kind: K }>
/** An entry before the desk has given it an id and a time. */
export type Draft<E extends Entry = Entry> = E extends Entry ? Omit<E, 'id' | 'at'> : never
