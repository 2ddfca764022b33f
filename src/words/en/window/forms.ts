import { countIn, plural } from '../../format.ts'

const count = (n: number, one: string, other: string): string =>
  `${countIn('en', n)} ${plural('en', n, { one, other })}`

/** A group of finds, a page at a time. */
export const list = {
  title: 'What was found',
  page: (from: string, to: string, of: string) => `${from} to ${to} of ${of}`,
  previous: 'Back',
  next: 'Further',
  empty: 'Nothing is in this group any more.',
  change: 'Change',
  close: 'Back',
  more: (n: number) => `and ${count(n, 'more passage', 'more passages')}: Change shows all`,
  'all-kept': 'They all stay',
  'all-kept-hint':
    'Each with the reason that stands beside it. What you have decided is left alone.',
} as const

/** One ticket or message, decided otherwise. */
export const change = {
  title: 'Decide otherwise',
  submit: 'Set',
  close: 'Leave it',
  action: 'What happens to it',
  delete: 'Delete it for good',
  redact: 'Black out the ticked passages',
  give: 'Give it whole',
  excerpt: 'Give only the ticked passages',
  withhold: 'Do not give it',
  keep: 'Keep it as it is',
  reason: 'Why',
  'reason-hint':
    'Needed for what stays in spite of a trace, and for somebody else’s ticket that goes.',
  choose: 'Choose a reason',
  passages: 'What goes',
  more: 'What goes, continued',
  'too-many': (n: number) =>
    `${count(n, 'passage', 'passages')}: too many to tick. Blacking out takes all that certainly name the person.`,
  unclosed: {
    label: 'It is not closed, and stays: then',
    close: 'The plan closes it',
    wait: 'The request waits until somebody has closed it',
  },
  'none-ticked': 'Tick what goes, or keep it with a reason.',
} as const

/** What the rules cannot know. */
export const doubtful = {
  title: 'In doubt',
  text: 'Tick what is about the person. What you leave unticked stays, as about somebody else.',
  all: 'All of these are about the person',
  none: 'None of these is',
  'set-all': 'Ticked: everything on this page. Save to go on.',
  'set-none': 'Unticked: everything on this page. Save to go on.',
  save: 'Save',
  'save-next': 'Save and go on',
  close: 'Back',
  label: 'About the person',
  sure: (n: number) =>
    `${count(n, 'passage', 'passages')} that certainly ${plural('en', n, { one: 'names', other: 'name' })} the person ${plural('en', n, { one: 'goes', other: 'go' })} in any case`,
  every: (n: number) => `All ${countIn('en', n)} passages`,
  nothing: 'Nothing that could be blacked out: see it in the list.',
} as const

/** What is looked for. */
export const terms = {
  title: 'What to look for',
  submit: 'Set',
  close: 'Leave it',
  now: 'Looked for so far',
  proposed: 'Also the person’s? Tick only what you are sure of',
  continued: 'Also the person’s? Continued',
  from: (kind: string, strength: string, ticket: string) =>
    `${kind}, ${strength}, in ticket ${ticket}`,
  seen: (what: string, ticket: string) => `${what}, in ticket ${ticket}:`,
  strong: 'certain',
  weak: 'only a hint',
  add: 'Something else to look for',
  'add-hint':
    'One on each line: an e-mail address, a phone number, a name. I look for it everywhere and then ask you again.',
  short: 'This is too short to look for: it would be found everywhere.',
} as const

/** The answer to the person. */
export const answer = {
  title: 'The answer',
  submit: 'Set',
  close: 'Leave it',
  how: 'How it reaches the person',
  reply: 'A reply on the request’s own ticket',
  'by-hand': 'You hand it over',
  language: 'Language of the text',
  languages: { en: 'English', fr: 'French' },
  text: 'Your own words instead of the text below',
  'text-hint': 'The number of the request and the receipt are added.',
  preview: 'The text, in this language',
  in: (how: string, language: string) => `${how}, in ${language}`,
  own: 'with your own words',
  why: {
    'own-ticket': 'The request’s own ticket is open and only the person reads it.',
    'no-own-ticket': 'The request did not come by a ticket.',
    'each-alone':
      'Each person is answered on their own ticket; where that cannot be, you hand the answer over.',
    'ticket-gone': 'The request’s own ticket is gone.',
    'ticket-closed': 'The request’s own ticket is closed.',
    'requester-changed': 'The request’s own ticket has another requester.',
    'requester-suspended': 'The person is suspended: Zendesk sends them nothing.',
    'others-in-copy': 'Others are in copy on the request’s own ticket.',
    organisation: 'Members of the person’s organisation may read that ticket.',
  },
} as const

/** Single addresses and numbers that go while their user stays. */
export const identities = {
  offer: 'Only single addresses go',
  title: 'Single addresses',
  text: 'Tick what goes alone: the user stays then. A user of whom nothing is ticked is deleted.',
  submit: 'Set',
  close: 'Leave it',
  of: (name: string) => `What goes of ${name}`,
  hint: 'The main e-mail address is not offered: it goes with the user alone.',
  none: (name: string) => `${name} has nothing that could go alone.`,
  many: 'There are no users, or too many to keep one by one.',
  types: {
    email: 'e-mail address',
    phone_number: 'phone number',
    messaging: 'messaging account',
  },
} as const
