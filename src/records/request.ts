import type { Posted } from './channels.ts'
import type { Commit } from './commitment.ts'
import type { LinkPurpose, Look, Outcome } from './entry.ts'
import type { Phase, Severity } from './plan.ts'
import type { Counts, Id, Instant, Member, Right, Sha } from './primitives.ts'

/** One member's yes to one digest, with the roles he had at the click. */
export type Approval = {
  readonly entry: Id
  readonly at: Instant
  readonly by: Member
  readonly roles: readonly string[]
  readonly policy: Sha
  /** What the policy asked for at the click. */
  readonly quorum: readonly { readonly role: string; readonly of: number }[]
  readonly until: Instant
}

/** How far a look has come. `decided` is the human's word on its latest round. */
export type Progress = {
  readonly round: number
  readonly entry: Id
  readonly at: Instant
  readonly finds: Commit
  readonly counts: Counts
  readonly decided?: { readonly entry: Id; readonly on: Commit; readonly by: Member | 'bot' }
  /** Something new is to be looked for, or what was found is no longer true. */
  readonly stale: boolean
}

export type PlanState = {
  readonly digest: Sha
  readonly at: Instant
  readonly operations: number
  readonly phases: readonly (readonly [Phase, number])[]
  readonly severities: readonly Severity[]
  readonly counts: Counts
  readonly approvals: readonly Approval[]
  /** Set while the quorum holds. */
  readonly agreed?: {
    readonly at: Instant
    readonly policy: Sha
    readonly approvals: readonly Id[]
  }
  /** Why the quorum no longer holds, until it does again. */
  readonly lapsed?: string
  /** A call of this plan has been intended: from then on its approvals cannot expire. */
  readonly begun: boolean
  /** When its last operation was settled. */
  readonly settledAt?: Instant
  readonly handedOver: boolean
  readonly outcomes: ReadonlyMap<number, Outcome>
  readonly attempts: ReadonlyMap<number, number>
  /** How many operations of each phase have not ended, and whether one of them must be asked again. */
  readonly progress: readonly PhaseProgress[]
}

type PhaseProgress = {
  readonly phase: Phase
  readonly left: number
  readonly again: boolean
}

/** A call that was intended and whose outcome is not known yet. */
export type OpenCall = {
  readonly call: Id
  readonly digest: Sha
  readonly operations: readonly number[]
  readonly since: Instant
  readonly job?: Commit
}

/** A link to a bundle, as its journal says. Its secret is in the vault, for as long as it lives. */
export type LinkState = {
  readonly link: Id
  readonly purpose: LinkPurpose
  /** SHA-256 of its secret. */
  readonly hash: Sha
  readonly at: Instant
  readonly until: Instant
  /** How many downloads may still be started. */
  readonly left: number
  readonly passphrase: boolean
  /** Of the manifest of the bundle that it leads to. */
  readonly digest: Sha
  readonly seen: number
  readonly downloads: number
  readonly completed: number
  /** How often a wrong passphrase was given. */
  readonly guesses: number
  readonly ended?: { readonly code: string; readonly at: Instant; readonly by: Member | 'bot' }
}

/** A bundle that was built and lies on the shelf. */
export type Built = {
  readonly entry: Id
  readonly at: Instant
  /** Of its manifest. */
  readonly digest: Sha
  readonly counts: Counts
  readonly on: Commit
}

/** What a journal says, worked out anew each time and never stored. */
export type Request = {
  readonly id: Id
  readonly version: number
  readonly number: string
  readonly name: string
  readonly right: Right
  readonly opener: Member
  readonly subject: Commit
  readonly received: Instant
  readonly due: Instant
  readonly rehearsal: boolean
  /** Where its card stands in Slack. */
  readonly card?: Posted
  readonly looks: { readonly [L in Look]?: Progress }
  /** The plan in force. A plan that was sent back, declined or overtaken is only in `plans`. */
  readonly plan?: PlanState
  readonly plans: readonly PlanState[]
  /** The approver's no to the latest plan, until the lead has decided again. */
  readonly returned?: {
    readonly code: string
    readonly by: Member | 'bot'
    readonly declined: boolean
  }
  readonly open?: OpenCall
  /** What was read for a bundle, as it was decided in this entry. */
  readonly collected?: { readonly decided: Id; readonly at: Instant; readonly counts: Counts }
  /** The bundle that follows from the decisions; a later decision wants another one. */
  readonly built?: Built
  readonly links: readonly LinkState[]
  readonly naps: ReadonlyMap<string, { readonly until: Instant; readonly woke: boolean }>
  readonly halted?: { readonly code: string; readonly by: Member | 'bot'; readonly at: Instant }
  /** Why it was halted before a human let it go on, until there is a new plan. */
  readonly resumed?: string
  readonly proved?: { readonly code: string; readonly counts: Counts; readonly on: Commit }
  readonly closed?: { readonly code: string; readonly counts: Counts; readonly at: Instant }
  readonly sealed?: { readonly at: Instant; readonly stub?: Instant }
  /** What each later look brought, so many days after the end. */
  readonly lookedAgain?: readonly {
    readonly days: number
    readonly at: Instant
    readonly code: 'gone' | 'returned'
    readonly users: number
  }[]
}

/** The phases of a plan with the numbers of their operations, in order. */
export function phasesOf(
  state: Pick<PlanState, 'phases'>,
): { phase: Phase; operations: number[] }[] {
  let next = 1
  return state.phases.map(([phase, length]) => {
    const operations = Array.from({ length }, (_, i) => next + i)
    next += length
    return { phase, operations }
  })
}
