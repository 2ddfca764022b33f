/** How a write call to the account goes wrong. */
export const writeFaults = [
  'crash-before',
  'crash-after',
  'crash-late',
  'lost',
  'lost-done',
  'late',
  '500',
  '500-done',
  '429',
  '409',
  '401',
  'unreadable-done',
  'refused',
] as const
/** How the job behind a write goes wrong. Without a job these do nothing. */
export const jobFaults = ['job-half', 'job-stuck', 'job-forgotten', 'job-failed'] as const
/** `purge-refused`: a clear no to the permanent deletion of a ticket, which `refused` never is. */
export type WriteFault = (typeof writeFaults)[number] | (typeof jobFaults)[number] | 'purge-refused'

/**
 * How an append goes wrong. A torn append is `crash-before`: nothing of it is there afterwards.
 * `full` leaves the reserve for what is urgent, `full-dry` does not.
 */
export const appendFaults = [
  'crash-before',
  'crash-staged',
  'crash-after',
  'full',
  'full-dry',
] as const
export type AppendFault = (typeof appendFaults)[number]

export const readFaults = ['silent', 'limited', 'crash'] as const
export type ReadFault = (typeof readFaults)[number]

/** What other people do meanwhile. */
export const eventNames = [
  'customer-writes-on-own-ticket',
  'customer-writes-on-request',
  'agent-edits-comment',
  'agent-edits-subject',
  'identity-added',
  'hold-on-own-ticket',
  'hold-on-other-ticket',
  'hold-on-user',
  'agent-restores-tickets',
  'customer-opens-ticket',
  'agent-deletes-own-ticket',
  'agent-deletes-other-ticket',
  'agent-deletes-mail',
  'agent-closes-request',
  'colleague-copied-in',
  'approver-loses-role',
  'approver-deactivated',
  'directory-down',
  'policy-raised',
  'policy-unreadable',
  'desk-paused',
  'long-silence',
  'stop',
  'opener-approves',
  'outdated-approval',
  'second-approval',
  'noise',
] as const
/** `agent-puts-text-back`: what was blacked out stands there again, to the letter. */
export type EventName = (typeof eventNames)[number] | 'agent-puts-text-back'

export const places = ['write', 'append', 'read', 'rest'] as const
export type Place = (typeof places)[number]

/** One thing that goes otherwise than planned: at the n-th write, append, read or rest of a run. */
export type Twist =
  | { readonly at: 'write'; readonly nth: number; readonly fault: WriteFault; readonly ms?: number }
  | { readonly at: 'append'; readonly nth: number; readonly fault: AppendFault }
  | { readonly at: 'read'; readonly nth: number; readonly fault: ReadFault }
  | { readonly at: 'event'; readonly on: Place; readonly nth: number; readonly event: EventName }

/** Which account and person a run is about. */
export const scenarioNames = ['by-ticket', 'by-name', 'classic'] as const
export type ScenarioName = (typeof scenarioNames)[number]

export type Schedule = readonly Twist[]

/** A schedule on one line, to be pasted into a test. */
export const said = (schedule: Schedule): string => JSON.stringify(schedule)
