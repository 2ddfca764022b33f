import { z } from 'zod'
import type { Operation } from '../../records/plan.ts'
import type { Policy } from '../../records/policy.ts'
import { Id, type Sha } from '../../records/primitives.ts'
import type { Account } from '../hands.ts'

/** The Zendesk ids behind a target. */
export const Address = z.strictObject({
  ticket: z.int().positive().optional(),
  comment: z.int().positive().optional(),
  attachment: z.int().positive().optional(),
  user: z.int().positive().optional(),
  identity: z.int().positive().optional(),
  suspended: z.int().positive().optional(),
  /** Of a recorded call. */
  call: z.string().min(1).optional(),
  /** Of a message: the chat that it was said in, and its id, or its place where it has none. */
  chat: z.string().min(1).optional(),
  message: z.union([z.string().min(1), z.int().nonnegative()]).optional(),
  /** Of a bundle. */
  link: Id.optional(),
})
export type Address = z.infer<typeof Address>
type NumberedBy = Exclude<keyof Address, 'call' | 'chat' | 'message' | 'link'>

/** An operation with what its commitments stand for, recomputed from the vault just now. */
export type Item = {
  readonly n: number
  readonly operation: Operation
  readonly address: Address
  readonly change: unknown
}

/** What a kind may use. `answered`: tickets that this plan's own answer went to. */
export type Around = {
  readonly zendesk: Account
  readonly policy: Policy
  readonly answered: ReadonlySet<number>
  /** Of a request whose bundle is handed out. */
  readonly handing?: Handing
}

/** What kinds of an export may use: its bundle, and its links. */
export type Handing = {
  readonly hasLink: (link: Id) => Promise<boolean>
  /** What lies on the shelf now, read to its last byte; `undefined`: nothing, or nothing whole. */
  readonly bundle: () => Promise<{ readonly sha256: Sha; readonly size: number } | undefined>
  /** `false`: the bundle is not the one any more that the order is about. */
  readonly makeLink: (order: unknown) => Promise<boolean>
  /** Where a link can be fetched, while it lives. */
  readonly addressOf: (link: Id) => Promise<string | undefined>
}

/** How a target stands just before the write. */
export type Look =
  | { readonly state: 'there'; readonly basis: Sha; readonly held: boolean }
  | { readonly state: 'gone' }

/** Seen at the last moment: the target is no longer what was decided on. Nothing was sent. */
export class Drifted extends Error {
  override readonly name = 'Drifted'
}

/** What reading back says of a call whose answer was lost. */
export type ReadBack = 'done' | 'not-applied' | 'unknown'

/** One kind of effect: how it is looked at, made, and read back. Its file says how Zendesk does it. */
export type Kind = {
  /** How many operations one call may carry. */
  readonly batch: number
  /**
   * Whether Zendesk's "not found" means that it was done already. `late`: only when it still says so
   * after the listing lag, because what was deleted a moment ago is not found there yet.
   */
  readonly goneIsDone: boolean | 'late'
  /**
   * Zendesk's "yes" proves nothing: what it was asked for is read back, once for all operations of a
   * call, which are sent one after the other and are all about one ticket. What still stands then is
   * tried again, so many times in all, and put before a human after that.
   */
  readonly provedBy?: { readonly tries: number }
  /** What Zendesk's 422 means for this kind, as a code of the words. */
  readonly refusedAs?: string
  readonly look: (items: readonly Item[], around: Around) => Promise<Map<number, Look>>
  /** Makes the call. Throws the client's errors. A job is followed by the engine. */
  readonly send: (items: readonly Item[], around: Around) => Promise<{ job?: string }>
  readonly readBack: (
    items: readonly Item[],
    around: Pick<Around, 'zendesk' | 'handing'>,
  ) => Promise<Map<number, ReadBack>>
}

/** An id that this kind of operation cannot be without. */
export function idOf(item: Item, which: NumberedBy): number {
  const id = item.address[which]
  if (id === undefined) throw new TypeError(`operation ${item.n} names no ${which}`)
  return id
}

/** For kinds whose call carries one operation: its only item. */
export function only(items: readonly Item[]): Item {
  const [item] = items
  if (!item || items.length !== 1) throw new TypeError('this kind of call carries one operation')
  return item
}

/** One verdict for each item. */
export const each = <T>(items: readonly Item[], verdict: (item: Item) => T): Map<number, T> =>
  new Map(items.map((item) => [item.n, verdict(item)]))

/** Whether a tag of the policy's says: hands off. */
export const isHeld = (tags: readonly string[], policy: Policy): boolean =>
  tags.some((tag) => policy.holdTags.includes(tag))
