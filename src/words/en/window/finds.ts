import { countIn, plural } from '../../format.ts'

const count = (n: number, one: string, other: string): string =>
  `${countIn('en', n)} ${plural('en', n, { one, other })}`

/** What is said of one find. */
export const find = {
  ticket: (id: string) => `Ticket ${id}`,
  mail: (id: string) => `Suspended message ${id}`,
  untitled: 'without a subject',
  by: (name: string) => `by ${name}`,
  unknown: 'somebody unknown',
  via: (ways: string) => `Found by: ${ways}`,
  delete: 'Deleted for good',
  redact: 'Blacked out',
  give: 'Given whole',
  excerpt: 'Only the passages are given',
  withhold: 'Not given',
  keep: 'Stays',
  open: 'Yours to decide',
  files: (n: number) => count(n, 'file', 'files'),
  recordings: (n: number) => count(n, 'recording', 'recordings'),
  falls: (what: string) => `with it: ${what}`,
  unopened: (what: string) => `nobody has opened: ${what}`,
  passages: (n: number) => count(n, 'passage names the person', 'passages name the person'),
  becomes: 'becomes',
  stays: 'stays',
  round: (n: number) => `Found in round ${countIn('en', n)}`,
  see: 'See it in Zendesk',
  fixed: 'stays: Zendesk lets nobody black this out',
  whole: 'the whole comment',
} as const

/** Why something is proposed or decided. */
export const reason = {
  'legal-hold': 'a legal hold stands on it',
  'person-held': 'a legal hold stands on the person',
  unreadable: 'Zendesk does not let us read it',
  'own-ticket': 'the person’s own ticket',
  'other-sender': 'sent from the person’s address under another name',
  'others-ticket': 'somebody else’s ticket that names the person',
  'no-trace': 'nothing in it names the person',
  'cannot-be-redacted': 'closed, and nothing in it can be blacked out on this account',
  'out-of-reach': 'what came with the text cannot be blacked out',
  'written-by-the-person': 'the person wrote a comment in it',
  namesake: 'somebody else of the same name',
  'weak-passages': 'only a name, or a part of a longer word',
  'text-stands-elsewhere': 'the same text stands there for something else, too',
  'changed-since-kept': 'it has changed since somebody kept it',
  'left-before': 'somebody left this standing before',
  'suspended-mail': 'a suspended message from the person or about them',
  'about-the-person': 'it is about the person',
  'others-rights': 'it would tell of others what is theirs (article 15(4))',
  'trade-secret': 'it is a trade secret (article 15(4))',
  'somebody-else': 'it is about somebody else',
  'only-about-the-person': 'all of it is about the person',
  'requester-asked': 'its requester wants it gone, too',
  'legal-obligation': 'the law obliges us to keep it (article 17(3)(b))',
  'legal-claims': 'it is needed for legal claims (article 17(3)(e))',
  expression: 'freedom of expression and information (article 17(3)(a))',
  archive: 'archiving or research in the public interest (article 17(3)(d))',
} as const

/** What led to a ticket. */
export const via = {
  requested: 'requested by the person',
  ccd: 'the person is in copy',
  followed: 'the person follows it',
  assigned: 'assigned to the person',
  commented: 'the person commented',
  asked: 'the ticket of the request',
  'seen-before': 'seen in an earlier look',
  rated: 'its rating names the person',
  'search-email': 'search for an e-mail address',
  'search-phone': 'search for a phone number',
  'search-name': 'search for a name',
  'search-handle': 'search for a user name',
  'search-external-id': 'search for the external id',
  'search-user-id': 'search for the user id',
  'search-other': 'search for a term of yours',
} as const

/** Zendesk's words for where a ticket stands. */
export const status = {
  new: 'new',
  open: 'open',
  pending: 'pending',
  hold: 'on hold',
  solved: 'solved',
  closed: 'closed',
  unknown: 'status unknown',
} as const

/** What kind of thing names the person. */
export const kind = {
  email: 'e-mail address',
  phone: 'phone number',
  name: 'name',
  handle: 'user name',
  'external-id': 'external id',
  'user-id': 'user id',
  other: 'something else',
} as const

/** Where a passage stands. */
export const where = {
  comment: 'in a comment',
  written: 'a comment by the person',
  envelope: 'came with the text',
  subject: 'in the subject',
  field: 'in a field',
  author: 'its sender',
  content: 'in the message',
  rating: 'in the comment of a rating',
  'side-conversation': 'in a side conversation',
  history: 'in the ticket’s history',
  transcript: 'in the transcript of a call',
  chat: 'in a message of a chat',
} as const
