import { countIn, plural } from '../../format.ts'

const count = (n: number, one: string, other: string): string =>
  `${countIn('en', n)} ${plural('en', n, { one, other })}`

/** The form by which a request is opened. */
export const intake = {
  title: 'Erase a person',
  submit: 'Look for the person',
  close: 'Cancel',
  subject: 'Whom is it about?',
  placeholder: '48213 or name@example.com',
  hint: 'The number or address of the ticket that the request came by is best: the answer goes there. Or an e-mail address, a phone number, a name, external:… or user:… Several people: one on each line, or the address of a Zendesk view.',
  received: 'When did the request arrive?',
  'received-hint':
    'Without a date, today. The answer is due one calendar month after this (GDPR article 12(3)).',
  'from-message': 'This is what I found in the message. Check it before you go on.',
  'nothing-in-message':
    'I found no ticket number, address or e-mail in this message. Say whom it is about.',
  again: (number: string) =>
    `Nobody was found for ${number}. With other words a new request is opened, and this one is cancelled.`,
  line: (line: number, why: string) => `Line ${countIn('en', line)}: ${why}`,
  'more-lines': (n: number) => `and ${count(n, 'more line', 'more lines')}`,
  twice: (n: number) =>
    `${count(n, 'line names', 'lines name')} somebody once more, and ${plural('en', n, { one: 'counts', other: 'count' })} once.`,
  future: 'This day is still to come.',
} as const

/** While the desk is looking. */
export const looking = {
  people: 'Looking for the person…',
  traces: 'Looking for every trace…',
  plan: 'Writing the plan…',
  places: (done: string, of: string) => `${done} of ${of} places`,
  conversations: (done: string, of: string) => `${done} of ${of} conversations read`,
  text: 'This window changes by itself as soon as there is something to decide. You can close it: the card in the channel opens it again.',
  again: 'Look again',
  close: 'Finish later',
  waits: {
    'zendesk-silent': 'Zendesk does not answer at the moment.',
    'zendesk-limited': 'Zendesk asks us to wait.',
    'disk-full': 'My disk is full: whoever runs me must make room.',
    'people-unknown': 'I cannot look up who has which role at the moment.',
    'policy-unreadable': 'The policy file cannot be read: whoever runs me must mend it.',
    other: 'I could not go on.',
  },
  retry: (time: string) => `I try again by myself at ${time}.`,
} as const

/** Who the person is. */
export const people = {
  submit: 'Look for every trace',
  question: 'Is this the person?',
  questions: 'Who of these is the person?',
  text: 'Whoever is ticked is erased later, if somebody else approves. Whoever is not counts as somebody else.',
  leave: 'Leave it as it was',
  label: 'This is the person',
  also: 'This is the person, too',
  nobody: 'Nobody was found.',
  'nobody-text': (number: string) =>
    `Zendesk has no user under these words. Request ${number} is open all the same: try other words for the person, go on with what others wrote about somebody who has no user, or cancel it from its card.`,
  before: (states: string) => `There are other requests about the same person: ${states}.`,
  state: { open: 'still open', closed: 'over', sealed: 'over and sealed' },
  namesake: 'Somebody else of the same name?',
  many: (n: number) =>
    `${count(n, 'person was', 'people were')} found exactly, with one confirmed address each`,
  'many-more': (n: number) => `and ${count(n, 'more', 'more')}`,
  'many-all': (n: number) => `Confirm all ${countIn('en', n)}`,
  'many-label': 'Found exactly',
  'many-sample': 'The first of them:',
  'many-doubt': (n: number) => `${count(n, 'is', 'are')} in doubt: say for each`,
  'many-none': 'Nobody was found: left out of the request.',
  'many-same': (n: number) =>
    `${count(n, 'is', 'are')} named twice in the list, and ${plural('en', n, { one: 'counts', other: 'count' })} once.`,
  'many-left': 'Nobody ticked: left out of the request, and named in the plan.',
  'many-choose': 'Tick at least one person, or cancel the request from its card.',
  other: 'Try other words',
  back: 'Back to those who were found',
  'none-of-them': 'None of them is the person',
  'none-text':
    'Then nobody who was found is touched. Others may have written about the person all the same.',
  'no-user': 'The person has no user: look in all texts for',
  'no-user-hint':
    'One on each line: an e-mail address, a phone number, a name. The answer must then be handed over by you.',
  'too-short': 'This is too short to look for: it would be found everywhere.',
  choose: 'Tick who is the person. If it is none of them, cancel the request from its card.',
  staff: 'is staff',
  'staff-text':
    'Staff can be erased only under a higher quorum: more people must approve. Their own sign-in ends, and tickets that are assigned to them lose their assignee. An administrator must be made an agent first; the owner of the account must hand ownership over before that (Admin Center › Account › Billing).',
  page: (from: string, to: string, of: string) => `${from} to ${to} of ${of}`,
  gone: (n: number) =>
    `${countIn('en', n)} ${plural('en', n, { one: 'user', other: 'users' })} confirmed earlier and deleted by now: part of the person all the same.`,
  line: (name: string, value: string) => `${name}: ${value}`,
  email: 'E-mail',
  phone: 'Phone',
  identities: 'Identities',
  organisation: 'Organisation',
  external: 'External id',
  alias: 'Alias',
  role: 'Role',
  roles: { 'end-user': 'end user', agent: 'agent', admin: 'administrator' },
  suspended: 'suspended: Zendesk sends them nothing',
  deleted: 'deleted',
  for: 'For it',
  against: 'Against it',
  exact: 'what you gave is theirs, to the letter',
  wrote: 'wrote the ticket you gave',
  'same-identity': 'has an address of the person by now',
  'name-only': 'only the name is the same',
  'not-exact': 'what you gave is not, to the letter, an address of theirs',
  namesakes: (n: number) =>
    `${countIn('en', n)} ${plural('en', n, { one: 'other here has', other: 'others here have' })} the same name`,
} as const
