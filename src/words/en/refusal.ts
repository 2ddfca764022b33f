/** Why a deed is not done. */
export const refusal = {
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
  'subjects-faulty': (lines: string) =>
    `I cannot read everybody on this list, so nothing was opened. Look at line ${lines}.`,
  'one-person-only': () => 'An export is for one person: open a request for each of them.',
  'subjects-too-many': (most: string) =>
    `These are too many people for one request. Give at most ${most}.`,
  'view-unknown': () =>
    'There is no such view in Zendesk, or it is not shared with the user that I sign in as.',
  'view-empty': () => 'There is no ticket in this view now, so nobody is meant.',
  'received-unclear': () =>
    'This is not a date of receipt. Give a moment that has passed, such as 2026-11-20T09:00:00.000Z.',
  'role-missing': (roles: string) =>
    roles ? `This needs one of these roles: ${roles}.` : 'You have no role for this in the policy.',
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
  'less-of-many': () =>
    'A plan about several people is approved as a whole. Send it back, and say what must be left out.',
  'not-waiting': () => 'Nobody is being asked for this at the moment.',
  'nobody-found': () =>
    'Nobody was found under this. Check the spelling, or open the request by ticket number or e-mail address.',
  'not-among-found': () => 'This user is not among those that were found.',
  'person-is-staff': () =>
    'This user is staff, and only an administrator may delete staff. Make them an end user first (Admin Center › People), or let me sign in to Zendesk as an administrator.',
  'person-is-admin': () =>
    'This user is an administrator, and may be the owner of the account, whom nobody can delete: Zendesk does not tell which one is. The owner must hand ownership over first (Admin Center › Account › Billing). Make this user an agent (Admin Center › People), then confirm again.',
  'person-is-ourselves': () =>
    'I sign in to Zendesk as this user. Give me another one’s credentials first, or I would lock myself out.',
  'term-unclear': () =>
    'One of the terms to look for is too short or too long. Give between 2 and 320 characters each.',
  'still-undecided': (count: string) =>
    `Still to decide: ${count}. Press Decide beside each group in doubt.`,
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
  'call-under-way': () =>
    'A call is still under way. Wait until the card says that it has ended, then try again.',
  'nothing-to-restore': () =>
    'Nothing of this request lies in Zendesk’s bin: there is nothing to take back.',
  paused: () =>
    'The desk is paused: nothing is sent to Zendesk until somebody types /rights resume.',
  'already-halted': () => 'This request is stopped already.',
  'already-paused': () => 'The desk is paused already. Nothing is sent to Zendesk.',
  'not-paused': () => 'The desk is not paused.',
} as const
