import { z } from 'zod'
import { Id, Instant, Sha } from './primitives.ts'

/** A record as Zendesk gave it: everything in it is kept, nothing of it is relied on but its id. */
export type RawRecord = { readonly id: number | string; readonly [key: string]: unknown }

const Raw = z.looseObject({ id: z.union([z.number(), z.string()]) })

/** For whom a bundle is made: GDPR article 15(3), everything, or article 20, what the person gave. */
export const BundleProfile = z.enum(['copy', 'portable'])
export type BundleProfile = z.infer<typeof BundleProfile>

/** What somebody is to the ticket that he is named in. */
export const Party = z.strictObject({
  id: z.int().positive(),
  name: z.string(),
  /** What else names him: addresses, numbers. */
  identifiers: z.array(z.string()),
  /** `person`: a confirmed user of the data subject. `staff` is named by his role, others not at all. */
  is: z.enum(['person', 'staff', 'other']),
})
export type Party = z.infer<typeof Party>

/** How the person stands to a ticket, in the order that is told first. */
export const Standing = z.enum([
  'requester',
  'submitter',
  'cc',
  'follower',
  'assignee',
  'commenter',
  'mentioned',
])
export type Standing = z.infer<typeof Standing>

/** A profile of the person's, whole: `pieces/user-<id>.json`. */
export const CollectedUser = z.strictObject({
  kind: z.literal('user'),
  user: Raw,
  identities: z.array(Raw),
  organizations: z.array(Raw),
})
export type CollectedUser = z.infer<typeof CollectedUser>

/** A file that is given or held back: its content is the piece `pieces/file-<id>` where it is given. */
export const CollectedFile = z.strictObject({
  id: z.string().min(1),
  ticket: z.int().positive(),
  comment: z.int().positive(),
  name: z.string(),
  type: z.string(),
  inline: z.boolean(),
  /** What a voice comment's call left. */
  recording: z.boolean().default(false),
  size: z.int().nonnegative().optional(),
  sha256: Sha.optional(),
  /** Why it is not in the bundle, as a code of the words: `malware`, `held-back`, `not-there`. */
  heldBack: z.string().optional(),
})
export type CollectedFile = z.infer<typeof CollectedFile>

/** A passage about the person out of somebody else's text. */
export const CollectedPassage = z.strictObject({
  where: z.string(),
  comment: z.int().optional(),
  at: z.string().optional(),
  before: z.string(),
  hit: z.string(),
  after: z.string(),
})
export type CollectedPassage = z.infer<typeof CollectedPassage>

/**
 * A ticket of the person's as a whole, or out of somebody else's only the passages: what is not given
 * is not read onto the disk. `pieces/ticket-<id>.json`.
 */
export const CollectedTicket = z.discriminatedUnion('gives', [
  z.strictObject({
    kind: z.literal('ticket'),
    gives: z.literal('whole'),
    id: z.int().positive(),
    as: z.array(Standing).min(1),
    ticket: Raw,
    comments: z.array(Raw),
    audits: z.array(Raw).default([]),
    sideConversations: z.array(Raw).default([]),
    ratings: z.array(Raw).default([]),
    parties: z.array(Party),
    files: z.array(CollectedFile).default([]),
  }),
  z.strictObject({
    kind: z.literal('ticket'),
    gives: z.literal('passages'),
    id: z.int().positive(),
    as: z.array(Standing).min(1),
    createdAt: z.string(),
    passages: z.array(CollectedPassage),
    /** Comments that the person wrote there himself, each whole. */
    written: z.array(Raw).default([]),
    parties: z.array(Party),
    files: z.array(CollectedFile).default([]),
  }),
])
export type CollectedTicket = z.infer<typeof CollectedTicket>

/** A mail that Zendesk holds back: `pieces/suspended-<id>.json`. */
export const CollectedSuspended = z.strictObject({
  kind: z.literal('suspended'),
  record: Raw,
})
export type CollectedSuspended = z.infer<typeof CollectedSuspended>

/** What has been read for a bundle, in the order it stands there: `pieces/index.json`, written last. */
export const CollectedIndex = z.strictObject({
  collected: Instant,
  users: z.array(z.int().positive()),
  tickets: z.array(z.int().positive()),
  suspended: z.array(z.int().positive()),
  /** Titles of the account's own fields, by `user:<key>` and `ticket:<id>`. */
  fields: z.record(z.string(), z.string()),
  /** What could not be read, as codes of places, with how often. */
  unread: z.record(z.string(), z.int().positive()).default({}),
  /** Earlier requests of the person at this desk. */
  before: z.array(z.strictObject({ number: z.string(), state: z.string() })).default([]),
})
export type CollectedIndex = z.infer<typeof CollectedIndex>

/** What a bundle is to be. */
export const BundleOrder = z.strictObject({
  owner: Id,
  number: z.string(),
  made: Instant,
  /** Host of the account. */
  account: z.string(),
  organisation: z.string(),
  /** Where a phone number without a country code is from: ISO 3166. */
  country: z.string().length(2),
  profile: BundleProfile,
  language: z.enum(['en', 'fr']),
  /** `ccpa` never discloses some kinds of values (Cal. Code Regs. tit. 11, § 7024(d)). */
  regime: z.enum(['gdpr', 'uk-gdpr', 'ccpa']),
  /** Parties whose names and addresses a human lets stand, and who: Zendesk ids. */
  lifted: z.array(z.int().positive()),
  /** Whether the answer document of article 15(1) and (2) goes with it. */
  answer: z.boolean(),
})
export type BundleOrder = z.infer<typeof BundleOrder>

/** A bundle that lies on the shelf as `bundle.zip`. Its digest is that of its `manifest.json`. */
export const BundleMade = z.strictObject({
  digest: Sha,
  size: z.int().positive(),
  sha256: Sha,
  entries: z.int().positive(),
  /** `tickets`, `passages`, `files`, `held-back`, `masked`… for cards and answers. */
  counts: z.record(z.string(), z.int().nonnegative()),
})
export type BundleMade = z.infer<typeof BundleMade>
