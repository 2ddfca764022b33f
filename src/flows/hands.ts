import type { BundleMade, BundleOrder } from '../records/collected.ts'
import type { Policy } from '../records/policy.ts'
import type { Id, Instant, Member, Sha } from '../records/primitives.ts'
import type { Store } from '../records/store.ts'
import type { Zendesk } from '../zendesk/index.ts'

/** The part of the client that flows use. A simulator needs to imitate no more than this. */
export type Account = Pick<
  Zendesk,
  | 'users'
  | 'identities'
  | 'tickets'
  | 'comments'
  | 'chats'
  | 'recordings'
  | 'files'
  | 'search'
  | 'views'
  | 'rules'
  | 'suspended'
  | 'jobs'
  | 'account'
  | 'holdings'
  | 'organizations'
>

/** What the organisation says about one of its members now. */
export type Standing = {
  readonly active: boolean
  readonly guest: boolean
  readonly bot: boolean
  readonly groups: readonly string[]
}

/** Who is who in the workspace. */
export type People = {
  /** At most 60 seconds old. Rejects when it cannot be known: then nobody may do anything. */
  standing(member: Member): Promise<Standing>
}

/** What an answer to the person says. */
type AnswerFacts = {
  readonly language: string
  readonly number: string
  readonly receipt: string
  readonly deleted: number
  readonly redacted: number
  readonly kept: number
}

/** How long things take, in milliseconds. */
export type Timing = {
  /** How long after a call was given up it may still be carried out. */
  readonly settle: number
  /** When a call is given up. */
  readonly callTimeout: number
  readonly jobPoll: number
  /** A job that is not finished by then is put before a human. */
  readonly jobGiveUp: number
  /** How long a change may take to show in searches. */
  readonly indexLag: number
  /** How long a deleted ticket may take to be found among the deleted ones. */
  readonly listingLag: number
  /** How often a deletion's progress is looked at. */
  readonly statusPoll: number
}

/** What an answer says to whom a bundle is handed out. */
type ExportAnswer = {
  readonly right: 'access' | 'portability'
  readonly language: string
  readonly number: string
  readonly receipt: string
  readonly tickets: number
  readonly passages: number
  readonly files: number
  readonly heldBack: number
  readonly days: number
  readonly passphrase: boolean
  /** Where the address of the link is put when the answer goes out. */
  readonly link: string
}

/** Where bundles lie, and how they are made and handed out. */
export type ExportHands = {
  readonly shelf: ExportShelf
  /** Makes `bundle.zip` on the shelf of what was collected there. */
  readonly bundle: (
    order: BundleOrder,
    progress?: (done: number, of: number) => void,
  ) => Promise<BundleMade>
  readonly answer: (facts: ExportAnswer) => string
  /** Where a person reaches the desk, without a slash at the end; `undefined` where nobody can. */
  readonly origin?: string | undefined
}

/** The part of a shelf that flows use: `src/exports/shelf.ts` says what it promises. */
export type ExportShelf = {
  write(
    owner: Id,
    name: string,
    content: AsyncIterable<Uint8Array>,
  ): Promise<{ readonly size: number; readonly sha256: Sha }>
  look(
    owner: Id,
    name: string,
  ): Promise<{ readonly size: number; readonly sha256: Sha } | undefined>
  read(owner: Id, name: string): AsyncIterable<Uint8Array>
  names(owner: Id): Promise<readonly string[]>
  remove(owner: Id, name?: string): Promise<void>
  owners(): Promise<readonly Id[]>
}

/** Everything that a step may touch. Flows have no Slack, no HTTP and no disk of their own. */
export type Hands = {
  readonly zendesk: Account
  /** Host of the account, as the plan names it. */
  readonly host: string
  readonly people: People
  readonly store: Store
  /** The policy in force now. Rejects when it cannot be read: then nothing is written. */
  readonly policy: () => Promise<Policy>
  readonly answer: (facts: AnswerFacts) => string
  readonly now: () => Instant
  readonly newId: () => Id
  /** 32 random bytes as hex. */
  readonly salt: () => Sha
  /** Waits; `ending` cuts the wait short. */
  readonly rest: (ms: number, ending?: AbortSignal) => Promise<void>
  readonly timing: Timing
  /** What an export needs. Absent where nothing can be handed out: in tests of other rights, say. */
  readonly exports?: ExportHands
  /** Everything but the writes. */
  readonly rehearsal: boolean
  /** Whether a member has paused the whole desk: asked just before every write to Zendesk. */
  readonly paused: () => boolean
  /**
   * Told how far a look has come: `find-people` and `find-traces` count the places to look in (lists,
   * searches, held-back mails), `read-conversations` the tickets to read. Must not throw.
   */
  readonly progress?: (id: Id, step: string, done: number, of: number) => void
  /** The process is about to end: no further step, no further call. */
  readonly stopping?: () => boolean
}

/** A wait was cut short because the process is about to end. Nothing is lost: the journal says where. */
export class Ending extends Error {
  override readonly name = 'Ending'
}

/** The desk is paused: what was about to be sent waits until it is resumed. Nothing is lost. */
export class Paused extends Error {
  override readonly name = 'Paused'
}

/** Milliseconds since the epoch of an instant. */
export const msOf = (instant: Instant): number => Date.parse(instant)
/** The instant so many milliseconds later. */
export const later = (instant: Instant, ms: number): Instant =>
  new Date(msOf(instant) + ms).toISOString()
