/** Everything that a member can do in Slack, by the name that a button, window or command carries. */
export const deedIds = [
  // Commands and shortcuts
  '/rights',
  '/rights-erase',
  'open-erasure',
  'open-erasure-from-message',
  'home',
  // The lead's window
  'open-window',
  'intake',
  'look-again',
  'confirm-people',
  'see-group',
  'turn-page',
  'change-ticket',
  'set-ticket',
  'set-doubtful',
  'change-terms',
  'set-terms',
  'change-answer',
  'set-answer',
  'change-identities',
  'set-identities',
  'decide-traces',
  'see-files',
  'set-files',
  'set-class',
  'open-page',
  'other-words',
  'close-window',
  // The approver's window
  'read-plan',
  'see-plan',
  'turn-plan-page',
  'approve',
  'less',
  'leave-out',
  'approve-less',
  'turn-back',
  'say-back',
  'hold',
  // On the card and in the thread
  'stop',
  'go-on',
  'restore',
  'end-partly',
  'cancel',
  'say-cancel',
  'see-answer',
  'hand-over',
  'see-certificate',
  'see-history',
] as const
export type DeedId = (typeof deedIds)[number]

/** Whether a name that came from outside is one of ours. */
export const isDeed = (name: string): name is DeedId => deedIds.some((id) => id === name)

/**
 * What a button or a window stands for. It travels sealed, so that nobody can make one or change
 * one: a click says exactly what was on the screen.
 */
export type Bound = {
  readonly deed: DeedId
  /** Id of the request. */
  readonly request?: string
  /** What was on the screen: the plan's digest, or the mac of the finds. */
  readonly on?: string
  /** The only member who may use it: a window is one member's. */
  readonly user?: string
  /** A group of finds, a ticket, a decision: what the deed is about within the request. */
  readonly item?: string
  readonly page?: number
}

/** Seals what a button stands for into its value. The same always gives the same. */
export type Mint = (bound: Bound) => string
