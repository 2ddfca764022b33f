import { countIn, plural } from '../../format.ts'

const count = (n: number, one: string, other: string): string =>
  `${countIn('en', n)} ${plural('en', n, { one, other })}`

/** The App Home. */
export const home = {
  title: 'Rights Desk',
  waiting: 'Waiting for you',
  mine: 'Opened by you',
  soon: 'Due within a week',
  all: 'All open requests',
  'nothing-waits': 'Nothing is waiting for you.',
  'nothing-mine':
    'None that you opened is still open. Type /rights-erase 48213 with the number of the ticket that a request came by.',
  'nothing-soon': 'Nothing is due within a week.',
  'nothing-open':
    'No request is open. A lead opens one with /rights-erase 48213, the number of the ticket it came by.',
  more: (n: number) =>
    `and ${countIn('en', n)} more: type /rights list, or look in the requests channel.`,
  'no-role':
    'You have no role at this desk, so there is nothing to see. Whoever keeps the policy can give you one. /rights help says what I do.',
} as const

/** The window that cancels a request. */
export const cancelling = {
  title: 'Cancel the request',
  text: (name: string) =>
    `${name} ends here. Nothing has been carried out; what was found is forgotten, the log stays.`,
  reason: 'Why?',
  choose: 'Choose a reason',
  submit: 'Cancel it',
  close: 'Leave it open',
} as const

/** The window with the answer that a lead hands over. */
export const answering = {
  title: 'The answer',
  text: (name: string) =>
    `The answer of ${name}. Give it to the person exactly as it is: by mail, letter or phone. The last line is the receipt by which the request can be proved later.`,
  each: (name: string, people: number) =>
    `The answers of ${name}: ${count(people, 'person is', 'people are')} told by hand, each alone. Give each person exactly the text under their name, and nobody else’s: its last line is their own receipt, by which their request can be proved later.`,
  page: (page: string, of: string) => `Page ${page} of ${of}`,
  'not-all': 'Once every page has been opened, you can say here that all have theirs.',
  submit: 'I have given it',
  'submit-all': 'I have given them all',
  close: 'Not yet',
} as const

/** The history of a request. */
export const history = {
  title: 'History',
  page: (page: string, of: string) => `Page ${page} of ${of}, the latest first`,
  newer: 'Newer',
  older: 'Older',
  bot: 'Rights Desk',
} as const

/** What is said at the end, from the log alone. */
export const certificate = {
  title: 'Certificate',
  heading: (number: string) => `Certificate of ${number}`,
  was: (right_: string, how: string) => `*${right_}* — *${how}*`,
  rehearsal: 'This was a rehearsal: nothing was written to Zendesk.',
  dates: (received: string, opened: string, closed: string) =>
    `Received on ${received}, opened ${opened}, closed ${closed}.`,
  inTime: (date: string) => `In time: it was due on ${date}.`,
  late: (date: string) => `Late: it was due on ${date}.`,
  people: 'Who did what',
  done: 'What was done',
  nothing: 'Nothing was carried out.',
  plan: (digest: string, named: string, ended: string) =>
    `Plan ${digest}, as approved: ${named}. Of its operations: ${ended}.`,
  proof: 'How it was proved',
  'not-proved': 'The result was not proved: it ended before.',
  scanned: (terms: string, scanned: string) =>
    `Searched for ${terms} terms; ${scanned} tickets read from the first to the last comment.`,
  searched: (places: string, mails: string) =>
    `Looked for in ${places} lists and searches, and in ${mails} mails that Zendesk holds back.`,
  'mails-refused': (places: string) =>
    `Looked for in ${places} lists and searches. The mails that Zendesk holds back could not be looked at: our account may not read them, so nothing is proved of them.`,
  files: (seen: string, unopened: string) =>
    `Files and recordings in tickets that stay: ${seen} seen by people, ${unopened} that nobody has opened. No search sees what a picture shows or a voice says.`,
  again: 'Looked at again later',
  returned: 'Who is there with such an address:',
  hits: (explained: string, unexplained: string) =>
    `Places where one of them still stands: ${explained} that a human decision explains, ${unexplained} that no decision explains.`,
  products: (n: number) => `Products of Zendesk’s still deleting at the end: ${countIn('en', n)}.`,
  stays: 'What stays by design',
  'stays-log':
    'The log: who did what and when, counts, codes and digests. No name, address or text of the person.',
  'stays-stub': (date: string) =>
    `Until ${date}: what recognises a later request of the same person, under a key of its own.`,
  'stays-kept': (n: number) =>
    `In Zendesk: ${count(n, 'object', 'objects')} that the plan leaves as they are, each with its reason.`,
  'stays-copies': 'Mails that had already left, and backups, which run out by themselves.',
  evidence: 'How to check it',
  digests: 'Digests of the plans that were agreed to:',
  head: (entries: number, hash: string) =>
    `The log has ${count(entries, 'entry', 'entries')}; its head is ${hash}`,
  verify:
    'On the machine that keeps the log: `npm run verify -- <data folder> --anchors <export of the audit channel>`. It needs neither the bot nor a key, and names every fault. The heads posted in that channel are the witness outside.',
  open: 'The request is not sealed yet: this is how far it has come.',
} as const
