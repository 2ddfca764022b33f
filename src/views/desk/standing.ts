import type { Requirement } from '../../records/policy.ts'
import type { Instant } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'

/** What a request waits for, as the flows say. */
export type Turn = {
  readonly kind: 'human' | 'bot' | 'time' | 'halt' | 'over'
  readonly step?: string
  readonly until?: Instant
  readonly code?: string
}

/** How far something that takes long has come. */
export type Headway = {
  readonly done: number
  readonly of: number
  /** In one minute, where it can be told. */
  readonly rate?: number
  /** Until it is over at this rate. */
  readonly minutes?: number
}

/** Where a request stands, and who is asked: what its card, a desk and a home are drawn from. */
export type Standing = {
  readonly request: Request
  readonly turn: Turn
  /** Slack user ids of those whose turn it is. */
  readonly asked: readonly string[]
  /** Roles that are asked, where their members are not looked up. */
  readonly askedRoles?: readonly string[]
  /** What approvals the plan needs. */
  readonly needs: readonly Requirement[]
  readonly now: Instant
  /** Nothing is sent to Zendesk, of no request. */
  readonly paused: boolean
  /** So many tickets that it has deleted could be taken back. */
  readonly restorable?: number
  readonly headway?: Headway
  /** It tries again by itself at this moment; the code says why it could not go on. */
  readonly waits?: { readonly code: string; readonly until: Instant }
}

/** Something of the request has been sent to Zendesk. */
export const hasBegun = ({ plans }: Pick<Request, 'plans'>): boolean =>
  plans.some(({ begun }) => begun)

const day = 86_400_000

/** Whole days until it is due; negative when it is late. */
export const daysLeft = ({ due }: Pick<Request, 'due'>, now: Instant): number =>
  Math.floor((Date.parse(due) - Date.parse(now)) / day)
