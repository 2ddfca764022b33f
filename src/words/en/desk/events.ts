import { countIn, plural } from '../../format.ts'

const count = (n: number, one: string, other: string): string =>
  `${countIn('en', n)} ${plural('en', n, { one, other })}`

/** What happened to a request: the lines of its thread, of its history, of its certificate. */
export const event = {
  said: (who: string, what: string) => `${who}: ${what}`,
  opened: (received: string, due: string) => `Opened. Received on ${received}, due on ${due}.`,
  rehearsal: 'This is a rehearsal: nothing will be written to Zendesk.',
  people: (n: number) => `${count(n, 'user was', 'users were')} found who may be the person.`,
  confirmed: (n: number) => `Confirmed: ${count(n, 'user is', 'users are')} the person.`,
  traces: (tickets: string, open: string) =>
    `Tickets found: ${tickets}, of which ${open} are for a human to decide.`,
  decided: (gone: string, redacted: string, kept: string) =>
    `Decided: ${gone} to delete, ${redacted} to redact, ${kept} to keep.`,
  again: 'There is something new to look for: I look once more.',
  planned: (operations: number) =>
    `The plan is written: ${count(operations, 'operation', 'operations')}.`,
  narrowed: (operations: number) =>
    `The plan was made smaller: ${count(operations, 'operation', 'operations')}.`,
  digest: (start: string) => `Digest ${start}`,
  viewed: 'Opened what was found, or the plan.',
  approved: (k: string, n: string, role: string) => `Approved: ${k} of ${n} (${role}).`,
  'sent-back': (why: string) => `Sent back to the lead: ${why}.`,
  declined: (why: string) => `Declined: ${why}.`,
  agreed: 'All approvals are there: exactly this plan may be carried out.',
  collected: (tickets: string, files: string) =>
    `Read for the bundle: tickets: ${tickets}, files: ${files}.`,
  built: (digest: string) => `The bundle is ready to be looked at: ${digest}.`,
  linked: (until: string) => `A link to the bundle was made; it ends on ${until}.`,
  'linked-organisation': (until: string) =>
    `A link for another organisation was made, on the person’s wish; it ends on ${until}.`,
  visit: {
    seen: 'The page of the link was opened.',
    downloaded: 'A download was begun.',
    resumed: 'A download went on where it had broken off.',
    completed: 'A download came to its end.',
    'wrong-passphrase': 'A wrong passphrase was given.',
    refused: 'A link that leads nowhere any more was tried.',
  },
  extended: (until: string) => `The link was extended until ${until}.`,
  unlinked: {
    expired: 'The link has expired.',
    revoked: 'The link was revoked.',
    exhausted: 'The link is used up.',
    guessed: 'The link was closed: too many wrong passphrases.',
    erased: 'The link was closed: the person was erased.',
    sealed: 'The link was closed with the request.',
    other: 'The link was closed.',
  },
  lapsed: (why: string) => `The approvals are no longer enough: ${why}. Nothing more is sent.`,
  revoked: (who: string, why: string) => `The approval of ${who} no longer counts: ${why}.`,
  pause: (until: string) => `Pause until ${until}: Stop still saves everything.`,
  products: (until: string) =>
    `Zendesk is still deleting in some of its products. I look again, until ${until} at the latest.`,
  'answer-leaves': (until: string) => `The answer is given until ${until} to leave.`,
  slept: (what: string, until: string) => `Waiting until ${until} (${what}).`,
  woke: (what: string) => `The wait is over (${what}).`,
  begun: 'Carrying out has begun.',
  phase: (step: string, counts: string) => `${step}: ${counts}.`,
  intended: (operations: number) =>
    `A call with ${count(operations, 'operation', 'operations')} was about to be made.`,
  submitted: 'Zendesk took the call on as a job.',
  settled: (counts: string) => `A call has ended: ${counts}.`,
  'not-applied': (n: number) => `${countIn('en', n)} to be tried again`,
  'open-tickets': (n: number) =>
    `Zendesk does not delete the user: requester of ${count(n, 'ticket that is', 'tickets that are')} not closed. Decide again: delete or close them, or let the request wait until their people have closed them.`,
  rejected: {
    'still-there':
      'Zendesk said yes, and what should go still stands there after several tries. Look at it in Zendesk, then decide again.',
    'chat-goes-on':
      'A chat cannot be blacked out: it still goes on, or is of before March 2020. End it in Zendesk, or delete its ticket, then decide again.',
    'user-refused':
      'Zendesk does not delete this user: the owner of the account, a placeholder of ticket sharing or a user of the old Chat. Look in Zendesk (an owner hands the ownership over first), then decide again.',
    'closing-refused':
      'Zendesk does not close a ticket: a field may be required, or a rule forbid it. Fill it in or close it in Zendesk, then decide again.',
    'address-refused':
      'Zendesk does not take an address from the user: it may be the primary one. Make another one primary in Zendesk, then decide again.',
    'zendesk-403':
      'Zendesk does not let our credentials do this: their role may not delete or redact, or Agent Workspace is off. Have an administrator give them the right, then decide again.',
    'job-refused':
      'A job of Zendesk’s refuses a change again and again. Look at the ticket or user in Zendesk, then decide again.',
  },
  refused: (code: string) =>
    `Zendesk has refused something (${code}). Look at it in Zendesk, then decide again.`,
  'read-back': 'Read back after its answer was lost.',
  stop: 'Stopped: nothing more is sent.',
  stopped: (why: string) => `Stopped: ${why}`,
  halted: (why: string) => `Halted: ${why}`,
  so: (done: string, of: string) => `${done} of ${of} operations were over by then.`,
  continued: 'Goes on.',
  'handed-over': 'The answer was given to the person by hand.',
  proved: (terms: string, scanned: string, explained: string) =>
    `Looked again for ${terms} terms in ${scanned} tickets: nothing is left that no decision explains (${explained} that one does).`,
  unproved: (n: number) =>
    `Looked again and found ${count(n, 'trace', 'traces')} that no decision explains. Back to the lead.`,
  'products-open': (n: number) =>
    `${count(n, 'person is', 'people are')} not deleted yet in every product of Zendesk’s.`,
  closed: (how: string) => `Closed: ${how}.`,
  sealed:
    'Sealed: the vault and its key are gone, nothing of the person is left here. The log stays.',
  stub: (date: string) =>
    `What recognises a later request of the same person is kept until ${date}.`,
  'still-gone': (days: number) =>
    `Looked again after ${count(days, 'day', 'days')}: nobody with an address of the person’s is there.`,
  returned: (days: number, users: number) =>
    `Looked again after ${count(days, 'day', 'days')}: ${count(users, 'user has', 'users have')} an address of the person’s. Who it is stands in the certificate: the person may have written again, or a program has brought the data back.`,
  restoring: (n: number) =>
    `${count(n, 'deleted ticket', 'deleted tickets')} shall be restored: Zendesk is asked for it.`,
  restored: (n: number, left: number) =>
    left === 0
      ? `${count(n, 'ticket is', 'tickets are')} restored.`
      : `${count(n, 'ticket is', 'tickets are')} restored; ${countIn('en', left)} cannot be: archived, or gone for good.`,
  'turned-away': (deed: string, why: string) => `Turned away from “${deed}”: ${why}`,
  posted: 'The card was posted.',
  paused: (who: string) =>
    `${who} has paused the desk: nothing is sent to Zendesk, for any request, until somebody types /rights resume.`,
  resumed: (who: string) => `${who} lets the desk go on.`,
  started: 'The desk was started.',
  ruled: 'The policy changed.',
  'tail-cut': 'Half a line that a crash left was cut off.',
} as const
