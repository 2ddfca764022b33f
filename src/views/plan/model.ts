import type { TermRecord } from '../../records/finds.ts'
import type { OperationKind } from '../../records/plan.ts'
import type { Instant, Right } from '../../records/primitives.ts'

/** The parts of a plan as its approver reads them, in the order in which they happen. */
export const planGroups = [
  'tags',
  'recordings',
  'tickets',
  'passages',
  'files',
  'texts',
  'mails',
  'closings',
  'answer',
  'own-ticket',
  'identities',
  'user',
  'kept',
] as const
export type PlanGroup = (typeof planGroups)[number]

/** A piece of somebody's text: what goes, what is spoken of and stays, what is around it. */
export type Run = { readonly text: string; readonly is: 'goes' | 'stays' | 'around' }

/** One thing that the plan acts on, or leaves as it is, with all that is known of it. */
export type Unit = {
  readonly what: 'ticket' | 'mail' | 'user'
  readonly id: number
  /** Its operations, by number; none for what stays. */
  readonly n: readonly number[]
  readonly acts: readonly OperationKind[]
  /** Why, as a code of the words. */
  readonly code: string
  /** Slack id of who decided it. */
  readonly by?: string
  /** A ticket's subject, or a user's name. */
  readonly title?: string
  /** A ticket's requester, where it is not the person; a user's e-mail address. */
  readonly whose?: string
  /** A ticket of somebody else. */
  readonly others: boolean
  readonly files: number
  readonly recordings: number
  /** Files by their names: those that are emptied, or those of what stays that nobody has opened. */
  readonly names?: readonly string[]
  /** Of several people in one request, whom it is about: his name. */
  readonly person?: string
  /** Which of its ticket's comments it is about: `2 / 3`. */
  readonly part?: string
  readonly passages: readonly (readonly Run[])[]
  readonly texts: readonly {
    readonly field?: number
    readonly before?: string
    readonly after: string | null
  }[]
  readonly body?: string
  readonly final: boolean
  /** Whether an approver may leave it out by himself. */
  readonly loose: boolean
}

/** The units of a plan, by group. A group without any is left out. */
export type Groups = ReadonlyMap<PlanGroup, readonly Unit[]>

/** What every window of a plan says and is bound to. */
export type About = {
  /** Id of the request. */
  readonly id: string
  readonly number: string
  readonly name: string
  /** Slack id of the member it is drawn for. */
  readonly user: string
}

/** The person, as he was confirmed. */
export type Person = {
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly identities: number
}

/** How far one role has come with its approvals. */
export type Voice = {
  readonly role: string
  readonly of: number
  /** Slack ids of those who have agreed in it. */
  readonly said: readonly string[]
}

/** The approver's window. Personal data: a window's, never a message's. */
export type PlanModel = About & {
  readonly digest: string
  readonly right: Right
  readonly ground: string
  readonly due: Instant
  /** Slack id. */
  readonly opener: string
  readonly people: readonly Person[]
  /** What humans gave to look for: all that is known of somebody without a user. */
  readonly terms?: readonly Pick<TermRecord, 'kind' | 'value'>[]
  readonly groups: Groups
  /** How many tickets go for good: what the approver types. */
  readonly toGo: number
  /** How many comments, messages, and tickets around them lose something. */
  readonly redactions?: number
  /** Rules of the account that would mail or push somewhere what is done here. */
  readonly rules?: readonly {
    readonly kind: 'trigger' | 'automation' | 'webhook'
    readonly title: string
    readonly does: 'mail' | 'push'
  }[]
  /** How many of the users who go are staff. */
  readonly staff?: number
  /** BCP 47 language of the answer. */
  readonly language: string
  readonly byHand: boolean
  readonly voices: readonly Voice[]
  readonly lastsHours: number
  /** Until when what has been approved so far counts. */
  readonly until?: Instant
  /** Nothing will be written: the desk only rehearses. */
  readonly rehearsal: boolean
  /** Why approvals that were enough no longer are, in words. */
  readonly lapsed?: string
  /** Why it stands still, in words. */
  readonly halted?: string
  /** Why this member cannot approve it, in words; he can, where there is none. */
  readonly cannot?: string
  /** What else he may do here. */
  readonly may: { readonly less: boolean; readonly turnBack: boolean; readonly hold: boolean }
  /** Id of the window that it is drawn in, for what is opened over it. */
  readonly root?: string
  /** What has just come of a click, in words. */
  readonly notice?: string
}

/** What the desk waits for when there is no plan to approve. */
export type Planless = About & {
  readonly over: boolean
  readonly returned?: { readonly by: string; readonly code: string; readonly declined: boolean }
  /** The step that the lead must take. */
  readonly step?: string
}

/** What an approver's word came to. */
export type Result = About & {
  readonly what: 'approved' | 'less' | 'sent-back' | 'declined' | 'held'
  readonly opener: string
  /** How many of each role are still to agree. */
  readonly missing: readonly { readonly role: string; readonly more: number }[]
  readonly expires?: Instant
  /** Until when nothing is sent. */
  readonly pause?: Instant
  readonly halted: boolean
}
