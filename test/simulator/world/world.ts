import type { Comment, Me, SuspendedTicket, Ticket, User } from '../../../src/zendesk/index.ts'

/** One object that something was done to: `ticket 123`. */
export type ObjectKey = string

/** A write that reached the account. `call` is the intent that stood open when it was sent. */
export type Effect = {
  readonly what: string
  readonly object: ObjectKey
  readonly changed: boolean
  readonly by: 'bot' | 'outsider'
  readonly call?: string
  /** What the older redaction was asked to take out. */
  readonly text?: string
}

export type JobState = {
  readonly id: string
  readonly kind: 'items' | 'all'
  status: 'queued' | 'working' | 'completed' | 'failed'
  results: { id: number; success: boolean }[]
  forgotten: boolean
}

/** Everything that the account holds, and what was done to it. */
export type World = {
  /** Whose credentials we have. */
  readonly me: Me
  readonly agentWorkspace: boolean
  readonly users: Map<number, User & { identities: { type: string; value: string }[] }>
  readonly tickets: Map<number, Ticket>
  readonly comments: Map<number, Comment[]>
  readonly suspended: Map<number, SuspendedTicket>
  /** Tickets that were purged, and users with the moment of theirs. */
  readonly purgedTickets: Set<number>
  readonly purgedUsers: Map<number, number>
  readonly jobs: Map<string, JobState>
  readonly effects: Effect[]
  /** How often somebody else changed what a decision about this object looks at. */
  readonly outside: Map<ObjectKey, number>
  /** Tickets that were on hold at some time: what a human decides to keep then stays. */
  readonly everHeld: Set<number>
  /** Whose ticket it is or was. */
  readonly requesters: Map<number, number>
  nextId: number
}

/** Ids long enough that no hash contains one by chance. */
export const ids = {
  ana: 7_345_120_000_101,
  namesake: 7_345_120_000_102,
  bob: 7_345_120_000_103,
  agent: 7_345_120_000_104,
  request: 7_345_120_000_201,
  solved: 7_345_120_000_202,
  closed: 7_345_120_000_203,
  other: 7_345_120_000_301,
  otherClosed: 7_345_120_000_302,
  namesakes: 7_345_120_000_303,
  mail: 7_345_120_000_401,
} as const

export const person = {
  name: 'Zosia Kowalczyk',
  email: 'zosia.kowalczyk@canary.example',
  second: 'zk-private@canary.example',
  third: 'zosia.third@canary.example',
  phone: '+48512345678',
} as const

/** What must not be found anywhere once a request is sealed, nor in the journal ever. */
export const canaries: readonly string[] = [
  'zosia',
  'kowalczyk',
  'canary.example',
  '512345678',
  'bystander',
  ...Object.values(ids).map(String),
]

/** Somebody else changed what a decision about this object looked at. */
export function disturbed(world: World, object: ObjectKey): void {
  world.outside.set(object, (world.outside.get(object) ?? 0) + 1)
}

/** Texts of a ticket that anybody could still read. */
export const textsOf = (world: World, ticket: Ticket): string[] => [
  ticket.subject ?? '',
  ...(world.comments.get(ticket.id) ?? []).map(({ html_body: html }) => html),
]
