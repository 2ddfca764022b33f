/**
 * Everything that a member of the organisation reads, in English. No personal data passes through
 * here: counts, codes and dates only. `fr.ts` has the same shape, or does not compile.
 */
export const en = {
  refusal: {
    'unknown-request': () => 'There is no request of this number.',
    'subject-missing': () =>
      'Say whom it is about: a ticket number, an e-mail address, a phone number, a name, external:… or user:…',
    'subject-email': () =>
      'This is not an e-mail address. Write it as in name@example.com, or give the ticket number.',
    'subject-unclear': () =>
      'I cannot tell whom you mean. Give a ticket number, an e-mail address, a phone number or a name.',
    'subject-number': () => 'This number cannot be a Zendesk id. Check it and write it again.',
    'subject-elsewhere': (host: string) =>
      `This address is of another account. Give one of ${host}, or the ticket number alone.`,
    'received-unclear': () =>
      'This is not a date of receipt. Give a moment that has passed, such as 2026-11-20T09:00:00.000Z.',
    'role-missing': (roles: string) =>
      roles
        ? `This needs one of these roles: ${roles}.`
        : 'You have no role for this in the policy.',
    'not-a-member': () =>
      'Only active full members of this workspace may do this: no guests, bots or deactivated users.',
    'people-unknown': () =>
      'I cannot look up who has which role right now, so nothing is done. Try again in a minute.',
    'policy-unreadable': () =>
      'The policy file cannot be read, so nothing is done. Mend it (npm run policy -- <file> names the fault) and try again.',
    'own-request': () => 'You opened this request. Somebody else must approve it.',
    excluded: () => 'The policy excludes you from approving.',
    'already-approved': () => 'You have approved this plan already. It counts once.',
    'digest-outdated': () =>
      'The plan has changed since you opened it. Read the new one before you decide.',
    'finds-outdated': () =>
      'What was found has changed since you looked. Look again before you decide.',
    'count-wrong': () =>
      'This is not how many tickets will be deleted. Read the plan and type the number that it says.',
    'not-waiting': () => 'Nobody is being asked for this at the moment.',
    'nobody-found': () =>
      'Nobody was found under this. Check the spelling, or open the request by ticket number or e-mail address.',
    'not-among-found': () => 'This user is not among those that were found.',
    'person-is-staff': () =>
      'This user is staff. Make them an end user first; the account owner must hand ownership over before that (Admin Center › Account › Billing).',
    'still-undecided': (count: string) => `${count} still need your decision.`,
    'reason-missing': () =>
      'Say why: what stays in spite of a trace, and somebody else’s ticket that goes, need a reason.',
    'unknown-item': () => 'This is not among what was found. Look at the list again.',
    'action-impossible': (why: string) => `This cannot be done here (${why}). Choose another way.`,
    closed: () => 'This request is over.',
    'already-begun': () => 'The plan is being carried out. Use Stop first.',
    'not-begun': () => 'Nothing of this request has been carried out: cancel it instead.',
    'answer-missing': () =>
      'The person has not been answered yet. Hand the answer over first, then end the request.',
    'not-halted': () => 'This request is not stopped.',
    'already-halted': () => 'This request is stopped already.',
  },
  halt: {
    stopped: 'Stopped by a member.',
    'legal-hold': 'A legal hold stands on something in the plan. Nothing more is sent.',
    credentials:
      'Zendesk no longer accepts our credentials. Renew them and let the request go on; nothing was lost.',
    'unreadable-answer':
      'Zendesk answered in a way we cannot read. Nothing more is sent until somebody has looked.',
    'vault-altered':
      'What lies in the vault is not what was approved. Nothing is sent. Restore the folder.',
    'job-stuck': 'A job of Zendesk’s does not end. Let the request go on to look again.',
    'outcome-unknown':
      'What a call did cannot be found out yet. Let the request go on to look again.',
    'not-getting-through':
      'The same call has failed many times. Somebody must look at the account.',
    rehearsal:
      'This desk only rehearses: nothing is written to Zendesk. Set REHEARSAL=off, start again and let the request go on.',
    'zendesk-refused':
      'Zendesk refused a call that the request cannot do without. Somebody must look at the account, then let the request go on.',
    'no-flow': 'This right cannot be carried out by this version yet.',
  },
  step: {
    'find-people': 'Look for the person',
    'confirm-people': 'Confirm who the person is',
    'find-traces': 'Look for every trace',
    'decide-traces': 'Decide what happens to each trace',
    plan: 'Write the plan',
    approve: 'Approve the exact plan',
    rehearse: 'Rehearse without writing',
    pause: 'Pause, in which Stop still saves everything',
    tickets: 'Redact and delete tickets',
    answer: 'Answer the person',
    'hand-over': 'Hand the answer over',
    'answer-leaves': 'Let the answer leave',
    'own-ticket': 'Delete the request’s own ticket',
    user: 'Delete the user, then for good',
    prove: 'Prove the result',
    close: 'Close',
    seal: 'Forget the person',
  },
  operation: {
    'comment.redact': 'black out passages in a comment',
    'comment.redact-text': 'black out a text in a comment',
    'ticket.edit': 'take the person out of a ticket’s subject or fields',
    'ticket.delete': 'delete a ticket',
    'ticket.purge': 'delete it for good',
    'ticket.close': 'close a ticket',
    'suspended.delete': 'delete a suspended message',
    'answer.send': 'answer the person',
    'user.delete': 'delete the user',
    'user.purge': 'delete the user for good',
  },
  start: {
    credentials:
      'Zendesk does not know these credentials. Check ZENDESK_CLIENT_ID and ZENDESK_CLIENT_SECRET (Admin Center › Apps and integrations › OAuth clients) and their scopes: read write.',
    unreachable: 'Zendesk does not answer. Check ZENDESK_URL and the network, and start again.',
    unexpected:
      'Zendesk answers, but not as its API does. Check that ZENDESK_URL is the account’s own address.',
    role: 'These credentials belong to an end user. Use those of an agent or an administrator.',
  },
} as const

/** The shape that every language has. */
export type Words = Wide<typeof en>

type Wide<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (detail: string) => string
      ? (detail: string) => string
      : Wide<T[K]>
}
