import { countIn, plural } from '../../format.ts'

const count = (n: number, one: string, other: string): string =>
  `${countIn('en', n)} ${plural('en', n, { one, other })}`

/** The five rights, as people call them. */
export const right = {
  access: 'Access',
  rectification: 'Rectification',
  erasure: 'Erasure',
  portability: 'Portability',
  objection: 'Objection',
} as const

/** Where a request stands, by the step it is at. */
export const state = {
  'find-people': 'Looking for the person',
  'confirm-people': 'Who is the person?',
  'find-traces': 'Looking for every trace',
  'decide-traces': 'What happens to each trace?',
  plan: 'Writing the plan',
  approve: 'Waiting for approval',
  rehearse: 'Rehearsing without writing',
  pause: 'Pausing before the first write that cannot be undone',
  tickets: 'Redacting and deleting tickets',
  answer: 'Answering the person',
  'hand-over': 'The answer must be handed over',
  'answer-leaves': 'Letting the answer leave',
  'own-ticket': 'Deleting the request’s own ticket',
  user: 'Deleting the user',
  prove: 'Proving the result',
  close: 'Closing',
  seal: 'Forgetting the person',
  halted: 'Halted',
  waiting: 'Waiting',
} as const

/** How a request ended. */
export const end = {
  done: 'Done',
  'partly-done': 'Partly done',
  rehearsed: 'Rehearsed: nothing was written',
  cancelled: (why: string) => `Cancelled: ${why}`,
} as const

/** Why somebody stopped, cancelled, sent back or declined. Codes in the log, words here. */
export const reason = {
  mistake: 'opened by mistake',
  duplicate: 'there is another request for the same',
  withdrawn: 'the person withdrew it',
  'identity-unproven': 'the identity is not proven',
  'fraud-suspected': 'fraud is suspected',
  'no-match': 'nobody was found',
  unfounded: 'manifestly unfounded or excessive (article 12(5))',
  'exception-17-3': 'the data must be kept (article 17(3))',
  'out-of-scope': 'out of scope',
  'routed-elsewhere': 'routed elsewhere',
  'wrong-person': 'this is not the right person',
  'too-much': 'it goes too far',
  'too-little': 'it leaves too much',
  'keep-legal': 'the law asks us to keep some of it',
  'others-rights': 'it touches the rights of somebody else',
  unclear: 'the plan does not tell',
  other: 'another reason',
} as const

/** Why approvals no longer count. */
export const lapse = {
  expired: 'it was given too long ago',
  excluded: 'the policy excludes its approver now',
  'role-lost': 'its approver no longer has the role',
  'quorum-raised': 'the policy asks for more now',
} as const

/** The buttons of the card. */
export const button = {
  review: 'Review',
  plan: 'Read the plan',
  stop: 'Stop',
  'go-on': 'Go on',
  answer: 'Hand over the answer',
  restore: 'Restore…',
  'end-partly': 'End as partly done',
  cancel: 'Cancel…',
  certificate: 'Certificate',
  history: 'History',
} as const

/** What is asked before a button counts. */
export const ask = {
  stop: 'Stop this request?',
  'stop-now': 'Nothing more is sent to Zendesk. What is done stays done; it can go on later.',
  'stop-after': (n: number) =>
    `A call with ${count(n, 'operation', 'operations')} is under way: it stops after these. What is done stays done; it can go on later.`,
  'stop-yes': 'Stop',
  restore: 'Restore the deleted tickets?',
  'restore-text': (n: number) =>
    `${count(n, 'ticket is', 'tickets are')} taken back out of Zendesk’s bin. What cannot come back: archived tickets, what is deleted for good, what was blacked out, and users. If the request goes on later, the lead decides again.`,
  'restore-yes': 'Restore',
  'end-partly': 'End it as partly done?',
  'end-partly-text':
    'What has not been carried out will not be. The person’s data is forgotten here, and the log says what was left. This cannot be undone.',
  'end-partly-yes': 'End it',
  no: 'Leave it',
} as const

/** What somebody who pressed a button is told. */
export const did = {
  stop: 'Stopped. Nothing more is sent. The card has the button to go on.',
  'go-on': 'It goes on.',
  'end-partly': 'Ended as partly done. The certificate follows in the thread.',
} as const

/** The lines of the card. */
export const card = {
  turn: (who: string) => `Turn: ${who}`,
  more: (n: number) => `and ${count(n, 'other', 'others')}`,
  bot: 'Turn: nobody; I am working',
  nobody: 'Turn: nobody',
  until: (when: string) => `until ${when}`,
  due: (date: string, left: string) => `Due ${date} (${left})`,
  left: (days: number) => `in ${count(days, 'day', 'days')}`,
  today: 'today',
  late: (days: number) => `${count(days, 'day', 'days')} late`,
  candidates: (n: number) => `${count(n, 'user', 'users')} found`,
  confirmed: (n: number) => `${count(n, 'user', 'users')} confirmed`,
  found: (n: number) => `${count(n, 'ticket', 'tickets')} found`,
  open: (n: number) => `${countIn('en', n)} for a human to decide`,
  operations: (n: number) => count(n, 'operation', 'operations'),
  going: (n: number) => `${count(n, 'ticket goes', 'tickets go')} for good`,
  redactions: (n: number) => count(n, 'redaction', 'redactions'),
  mails: (n: number) => count(n, 'suspended message goes', 'suspended messages go'),
  users: (n: number) => `${count(n, 'user goes', 'users go')} for good`,
  kept: (n: number) => `${countIn('en', n)} kept`,
  approvals: (done: string, of: string, role: string) => `${done} of ${of} approvals (${role})`,
  by: (who: string) => `Approved by ${who}`,
  progress: (done: string, of: string) => `${done} of ${of}`,
  rate: (n: number) => `${countIn('en', n)} a minute`,
  remaining: (minutes: number) => `about ${count(minutes, 'minute', 'minutes')} left`,
  seconds: 'less than a minute left',
  rehearsal: 'Rehearsal: nothing is written to Zendesk.',
  paused:
    'The whole desk is paused: nothing is sent to Zendesk until somebody types /rights resume.',
  returned: (who: string, why: string) => `Sent back by ${who}: ${why}.`,
  declined: (who: string, why: string) => `Declined by ${who}: ${why}.`,
  sealed: 'Sealed: nothing of the person is left here. The log stays.',
  summary: (name: string, state_: string) => `${name}: ${state_}`,
} as const

/** How operations ended. */
export const outcome = {
  done: (n: number) => `${countIn('en', n)} done`,
  already: (n: number) => `${countIn('en', n)} gone before`,
  rejected: (n: number) => `${countIn('en', n)} refused by Zendesk`,
  drifted: (n: number) => `${countIn('en', n)} changed since and left alone`,
  left: (n: number) => `${countIn('en', n)} not carried out`,
  'would-go': (n: number) => `${countIn('en', n)} would have gone`,
  'would-drift': (n: number) => `${countIn('en', n)} have changed since`,
  held: (n: number) => `${countIn('en', n)} under legal hold`,
  gone: (n: number) => `${countIn('en', n)} gone already`,
  kept: (n: number) => `${countIn('en', n)} kept`,
} as const
