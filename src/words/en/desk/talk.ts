import { countIn, plural } from '../../format.ts'

const count = (n: number, one: string, other: string): string =>
  `${countIn('en', n)} ${plural('en', n, { one, other })}`

/** What is said to one member when it is his turn. */
export const direct = {
  'confirm-people': 'Please say who the person is.',
  'decide-traces': 'Please decide what happens to what was found.',
  returned: (why: string) => `The plan came back (${why}). Please decide again.`,
  approve: 'Please read the plan, and approve it or send it back.',
  'hand-over': 'Please hand the answer over: I cannot send it myself.',
  halted: (why: string) => `It stands still. ${why}`,
  where: (channel: string) => `Everything about it stands in ${channel}.`,
  over: (who: string) => `Done by ${who}. Nothing more to do for you here.`,
  past: 'This is settled. Nothing more to do for you here.',
} as const

/** The command `/rights`. */
export const rights = {
  waiting: (n: number) => `*Waiting for you: ${countIn('en', n)}*`,
  mine: (n: number) => `*Opened by you: ${countIn('en', n)}*`,
  soon: (n: number) => `*Due within a week: ${countIn('en', n)}*`,
  all: (n: number) => `*Open: ${countIn('en', n)}*`,
  nothing: 'Nothing is waiting for you.',
  begin: 'To open a request, type /rights-erase 48213 with the number of the ticket it came by.',
  none: 'No request is open.',
  more: (n: number) =>
    `and ${countIn('en', n)} more: open my App Home, or type /rights status with a number.`,
  card: (channel: string) => `The buttons are on its card in ${channel}.`,
  cards: (channel: string) => `The buttons are on the cards in ${channel} and in my App Home.`,
  unknown: 'I know no such request. Type its number (R-2026-0042), its two words, or /rights list.',
  'which-one': 'Say which one: /rights status R-2026-0042, or its two words.',
  'not-understood': 'I did not understand this.',
  paused: 'The desk is paused. Nothing is sent to Zendesk until somebody types /rights resume.',
  resumed: 'The desk goes on.',
  verified: (entries: number) =>
    `The log verifies: ${count(entries, 'entry', 'entries')}, none missing, none changed.`,
  broken: (faults: number) =>
    `*The log does not verify: ${count(faults, 'fault', 'faults')}.* Type /rights pause, keep a copy of the data folder as it is, and let whoever runs me run “npm run verify” on it: it names each fault.`,
} as const

/** What `/rights help` says. */
export const help = {
  intro:
    'I carry out what people ask for under data protection law, in Zendesk: found by me, decided and approved by you, proven, then forgotten.',
  lines: [
    '*/rights* — what waits for you, what is yours, what is due soon',
    '*/rights list* — every open request: where it stands, whose turn it is, when it is due',
    '*/rights status R-2026-0042* — one request, by its number or its two words',
    '*/rights verify* — check that nobody has changed the log',
    '*/rights pause*, */rights resume* — stop all writes to Zendesk at once; let them go on',
    '*/rights help* — this',
    '*/rights-erase 48213* — open an erasure: a ticket number or address, an e-mail, a phone number, a name, or nothing for a form',
  ].join('\n'),
  who: (open: string, decide: string, stop: string) =>
    `*Who may:* open: ${open}. Decide and hand over: ${decide}. Stop, go on, pause: ${stop}. Approve: whom the policy names, never the opener. Everybody with a role may look.`,
  where: (channel: string) =>
    `*Where the buttons are:* each request has a card in ${channel} with all of them, and a thread that tells what happened. My App Home shows the same for all requests; I send you a message when it is your turn. Slack does not take commands inside threads: use the card.`,
  private:
    'No message of mine holds personal data. It is shown only in windows, to those with a role, and each opening is written down.',
} as const
