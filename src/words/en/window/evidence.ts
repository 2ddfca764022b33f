import { countIn, plural } from '../../format.ts'

const count = (n: number, one: string, other: string): string =>
  `${countIn('en', n)} ${plural('en', n, { one, other })}`

/** What speaks for or against that a user is the person, or that a ticket is about them. */
export const evidence = {
  'same-email': 'the e-mail address is the same',
  'same-phone': 'the phone number is the same',
  'same-name': 'the name is the same',
  'same-organisation': 'the organisation is the same',
  'only-name': 'only the name is the same',
  'other-email': 'has another e-mail address',
  'other-phone': 'has another phone number',
  'other-organisation': 'belongs to another organisation',
  'strong-term': 'an address, a number or an id of the person stands in it',
  'written-by-the-person': 'the person wrote in it',
  'answers-his-ticket': 'it goes on from a ticket of the person’s',
  'namesake-requester': 'its requester has the same name',
  'other-address-beside': 'somebody else’s address stands beside the name',
  'other-sender-name': 'it was sent under another name',
  'other-locale': 'uses another language',
  'verified-address': 'the e-mail address is confirmed',
} as const

/** Places that were looked at. */
export const source = {
  requested: 'the person’s tickets',
  ccd: 'tickets with the person in copy',
  followed: 'tickets that the person follows',
  assigned: 'tickets assigned to the person',
  commented: 'tickets in which the person wrote',
  search: 'Zendesk’s search',
  suspended: 'suspended messages',
  ratings: 'comments of ratings',
  'side-conversations': 'side conversations',
  history: 'the history of tickets',
  transcripts: 'transcripts of calls',
  chats: 'messages of chats',
  'conversation-logs': 'conversation logs',
  rules: 'triggers and automations',
  webhooks: 'webhooks',
} as const

/** What the account does by itself, and what could not be looked at. */
export const around = {
  rules: (n: number) =>
    `${count(n, 'rule of the account reacts', 'rules of the account react')} to what the plan does:`,
  mail: 'sends a mail',
  push: 'tells another system',
  kind: { trigger: 'trigger', automation: 'automation', webhook: 'webhook' },
  more: (n: number) => `and ${count(n, 'more', 'more')}`,
  tagged: (tag: string) =>
    `Each ticket gets the tag “${tag}” before anything else: rules that leave out this tag stay silent.`,
  untagged:
    'They can be kept silent: name a tag in the policy (tag), and let these rules leave out tickets that have it.',
  unread: 'I may not read these, so nobody knows what they hold:',
  none: 'This account does not have:',
  unclosed: (n: number) =>
    `${count(n, 'ticket of the person’s stays and is not closed', 'tickets of the person’s stay and are not closed')}: Zendesk does not delete the user before they are.`,
  closes: 'They are closed by the plan.',
  waits: 'The request waits until the people who work on them have closed them.',
  mixed: (closing: number, waiting: number) =>
    `${countIn('en', closing)} closed by the plan, ${countIn('en', waiting)} waited for.`,
  'let-wait': 'Wait for them',
  'let-close': 'Close them',
  round: (n: number, more: number) =>
    more > 0
      ? `Round ${countIn('en', n)} found ${count(more, 'more ticket', 'more tickets')}.`
      : `Round ${countIn('en', n)} found no more tickets.`,
} as const

/** Files and recordings in tickets that stay. */
export const files = {
  title: 'Not yet looked at',
  group: 'Not yet looked at: files, images and recordings in tickets that stay',
  text: 'No search of texts sees what they show. Open them in Zendesk and say what you saw. What nobody has opened stays, and is named in the plan and in the certificate.',
  unopened: (n: number) =>
    `${countIn('en', n)} that nobody has opened: named in the plan and in the certificate`,
  redacted: (n: number) => `${countIn('en', n)} blacked out`,
  harmless: (n: number) => `${countIn('en', n)} without anything about the person`,
  look: 'Look',
  open: 'Open the ticket in Zendesk',
  in: (ticket: string) => `in ticket ${ticket}`,
  inline: 'inside the text',
  recording: 'Recording of a call',
  bytes: (n: number) =>
    n < 1000
      ? count(n, 'byte', 'bytes')
      : n < 1_000_000
        ? `${countIn('en', Math.round(n / 1000))} kB`
        : `${countIn('en', Math.round(n / 100_000) / 10)} MB`,
  malware: 'Zendesk found malware in it: do not open it.',
  label: 'What was seen',
  'nobody-opened': 'Nobody has opened it',
  redact: 'Black it out',
  'nothing-there': 'Nothing about the person',
  fixed: 'Nothing in this ticket can be blacked out here.',
  all: 'Black all of them out',
  none: 'Nobody opens these',
  'set-all': (n: number) => `${count(n, 'file is', 'files are')} blacked out.`,
  'set-none': 'They stay unopened, and are named in the plan and in the certificate.',
  cannot: (n: number) =>
    `${count(n, 'file is', 'files are')} left as they were: nothing in these tickets can be blacked out here.`,
  save: 'Save',
  'save-next': 'Save and go on',
  close: 'Back',
  empty: 'No file or recording is left in a ticket that stays.',
} as const

/** One decision for a whole group. */
export const whole = {
  title: 'Decide for all',
  label: (n: number) => `For all ${countIn('en', n)}`,
  delete: 'Delete all for good',
  redact: 'Black out all that is certain',
  keep: 'Keep all…',
  propose: 'All as proposed',
  all: (n: number) => `All ${countIn('en', n)} are about the person`,
  none: (n: number) => `None of the ${countIn('en', n)} is`,
  text: (n: number) =>
    `${count(n, 'find stays', 'finds stay')} as they are, for one reason. It stands in the plan beside each.`,
  reason: 'Why they stay',
  submit: 'Keep them',
  close: 'Leave it',
  done: (n: number) => `Decided: ${countIn('en', n)}.`,
  cannot: (n: number, why: string) => `${countIn('en', n)} left as they were: ${why}`,
} as const

/** The desk's own pages, for what is too long for a window. */
export const page = {
  title: 'On a page of mine',
  review: 'Open the review page',
  'review-text':
    'All of it on one page, with search. The link is yours alone and opens once; sign in with Slack there.',
  upload: 'Longer list: upload it',
  'upload-text':
    'Upload the list on a page of mine, never in Slack. The link is yours alone and opens once.',
  open: 'Open the page',
  close: 'Back',
  long: (n: number) =>
    `${countIn('en', n)} tickets: easier on a page. What is decided for a whole group works here, too.`,
  'no-pages':
    'This desk has no pages of its own: whoever runs me must set PUBLIC_URL. Decide here, a group at a time.',
} as const

/** How roles of the policy are called; a role of another name is called by it. */
export const role: Readonly<Record<string, string>> = {
  'support-lead': 'support lead',
  'privacy-officer': 'privacy officer',
  lead: 'lead',
  legal: 'legal',
}
