import { countIn, plural } from '../../format.ts'

const count = (n: number, one: string, other: string): string =>
  `${countIn('en', n)} ${plural('en', n, { one, other })}`

/** What was found, by groups, and what the plan will be. */
export const review = {
  submit: 'Write the plan',
  'submit-again': 'Look once more',
  close: 'Finish later',
  due: (date: string) => `Due ${date}`,
  see: 'See',
  decide: 'Decide',
  change: 'Change',
  who: 'The person',
  terms: 'Looked for',
  'new-terms': (n: number) =>
    `${count(n, 'address', 'addresses')} the person wrote and that I have not looked for: are they the person’s too?`,
  accepted: (n: number) => `${count(n, 'new identifier', 'new identifiers')} to look for`,
  answer: 'The answer',
  plan: 'The plan will be',
  'plan-again': 'I look once more with what you added, then ask about what is left.',
  open: (n: number) =>
    `*${countIn('en', n)} still ${plural('en', n, { one: 'needs', other: 'need' })} your decision.*`,
  'nothing-open': 'Nothing is open. Nothing happens before somebody else approves the plan.',
  'plan-tickets': (n: number) => count(n, 'ticket deleted for good', 'tickets deleted for good'),
  'plan-redactions': (n: number) => count(n, 'ticket redacted', 'tickets redacted'),
  'plan-mails': (n: number) => count(n, 'suspended message deleted', 'suspended messages deleted'),
  'plan-single': (n: number) =>
    count(
      n,
      'address or number deleted, and its user stays',
      'addresses or numbers deleted, and their users stay',
    ),
  single: (n: number) =>
    count(
      n,
      'address or number goes alone, the user stays',
      'addresses or numbers go alone, the user stays',
    ),
  'plan-users': (n: number) => count(n, 'user deleted for good', 'users deleted for good'),
  'plan-kept': (n: number) => `${countIn('en', n)} kept as they are`,
  'no-user': 'Has no user in Zendesk: looked for by words alone.',
  'plan-answers': (replies: number, hand: number) =>
    `${countIn('en', replies)} answered by a reply, ${countIn('en', hand)} by you`,
  'plan-reply': 'the person answered',
  'plan-by-hand': 'the answer handed over by you',
  'user-stays': 'A legal hold keeps the user.',
  files: (n: number) => count(n, 'file', 'files'),
  recordings: (n: number) => count(n, 'recording', 'recordings'),
  'fall-with': (what: string) => `${what} go with them`,
  outdated:
    'What was found has changed since you looked. This is what stands now: look again before you decide.',
  returned: (who: string, why: string) => `${who} sent the plan back: ${why}. Decide again.`,
  declined: (who: string, why: string) => `${who} declined the plan: ${why}. Decide again.`,
  again: 'You have decided before. If you write the plan again, it must be approved again.',
  elsewhere: 'Somebody has decided meanwhile. This is how it stands now.',
} as const

/** The groups of what was found. */
export const group = {
  own: 'The person’s own tickets',
  others: 'Other people’s tickets that speak of the person',
  mails: 'Suspended messages',
  stay: 'What stays',
  namesake: 'In doubt: written by somebody of the same name',
  passages: 'In doubt: passages that may be about somebody else',
  unsure: 'In doubt: for you to judge one by one',
  deleted: (n: number) => `${countIn('en', n)} deleted for good`,
  redacted: (n: number) => `${countIn('en', n)} redacted`,
  spots: (n: number) => `in ${count(n, 'passage', 'passages')}`,
  kept: (n: number) => `${countIn('en', n)} kept`,
  open: (n: number) => `${countIn('en', n)} to decide`,
} as const

/** Where a request stands once nothing is asked of the lead. */
export const standing = {
  approve: 'The plan is written. Nothing happens before it is approved.',
  plan: 'The plan',
  stays: (n: number) =>
    `${countIn('en', n)} ${plural('en', n, { one: 'thing stays, with its reason', other: 'things stay, each with its reason' })}`,
  asked: 'Must approve',
  who: (of: string, role: string) => `${of} with the role ${role}`,
  given: (n: number) => `${count(n, 'approval', 'approvals')} so far`,
  review: 'Look at my decisions again',
  'review-hint':
    'Until the first call is out you can decide again. The plan must then be approved again.',
  mine: (roles: string) => `Deciding takes one of these roles: ${roles}.`,
  until: (when: string) => `Until ${when}`,
  done: (done: string, of: string) => `${done} of ${of} operations`,
  'hand-over': 'The bot cannot reach the person safely: hand the answer over from the card.',
  halted: 'It stands still until somebody lets it go on from the card.',
  over: 'This request is over. The card has its certificate.',
  card: 'Stop, Go on and everything else are on the card.',
} as const
