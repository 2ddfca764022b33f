import type { Choices, TicketDecision, TraceDecision, TraceIndex } from '../../records/finds.ts'

/** What the rules could not propose, by what is asked of a human. */
const doubts = ['namesake', 'passages', 'unsure'] as const
export type Doubt = (typeof doubts)[number]

/** The groups in which finds are shown: one block each, however many there are. */
export const groups = ['own', 'others', 'mails', ...doubts, 'stay'] as const
export type Group = (typeof groups)[number]

/** Whether a name that came back from a button is one of ours. */
export const isGroup = (name: string): name is Group => groups.some((group) => group === name)
export const isDoubt = (name: string): name is Doubt => doubts.some((doubt) => doubt === name)

export type MailDecision = TraceDecision['suspended'][number]

/** A ticket or a held-back mail, with what is decided or proposed for it so far. */
export type Item =
  | { readonly kind: 'ticket'; readonly key: string; readonly said: TicketDecision }
  | { readonly kind: 'mail'; readonly key: string; readonly said: MailDecision }

/** What was found, and what follows from the draft of the human's choices. */
export type Found = {
  readonly index: TraceIndex
  readonly tickets: readonly TicketDecision[]
  readonly mails: readonly MailDecision[]
  readonly choices: Choices
  /** Where the account is, for links to its tickets. */
  readonly host?: string
}

const byPassages: ReadonlySet<string> = new Set([
  'weak-passages',
  'written-by-the-person',
  'changed-since-kept',
])

/** What decides in which group a ticket stands. */
type Grouped = Pick<TicketDecision, 'action'> & {
  readonly find: Pick<TicketDecision['find'], 'proposal' | 'relation'>
}

/** Where a ticket is shown. What was asked stays among what was asked, also once it is decided. */
export function groupOf({ find, action }: Grouped): Exclude<Group, 'mails'> {
  const { proposal } = find
  if (proposal.action === 'ask') {
    if (proposal.code === 'namesake') return 'namesake'
    return byPassages.has(proposal.code) ? 'passages' : 'unsure'
  }
  if (action === 'keep') return 'stay'
  return find.relation === 'own' ? 'own' : 'others'
}

/** The items of one group, in the order they were found. */
export function itemsOf(group: Group, { tickets, mails }: Found): Item[] {
  if (group === 'mails') return mails.map(mailItem)
  return tickets.filter((said) => groupOf(said) === group).map(ticketItem)
}

/** One item by its key; `undefined` when it is not among what was found. */
export function itemAt(key: string, { tickets, mails }: Found): Item | undefined {
  return [...tickets.map(ticketItem), ...mails.map(mailItem)].find((item) => item.key === key)
}

const ticketItem = (said: TicketDecision): Item => ({
  kind: 'ticket',
  key: `t${said.find.id}`,
  said,
})

const mailItem = (said: MailDecision): Item => ({ kind: 'mail', key: `m${said.find.id}`, said })

/** What a group comes to. */
export type Tally = {
  readonly all: number
  readonly deleted: number
  readonly redacted: number
  readonly kept: number
  readonly open: number
  readonly passages: number
  readonly files: number
  readonly recordings: number
}

/** Counts what is decided so far. Files and recordings: of what is deleted. */
export function tallyOf(items: readonly Item[]): Tally {
  const tally = { all: items.length, deleted: 0, redacted: 0, kept: 0, open: 0 }
  const more = { passages: 0, files: 0, recordings: 0 }
  for (const { kind, said } of items) {
    if (said.open) tally.open += 1
    else if (said.action === 'delete') tally.deleted += 1
    else if (said.action === 'redact') tally.redacted += 1
    else tally.kept += 1
    if (kind !== 'ticket') continue
    if (said.action === 'redact') more.passages += said.passages.length
    if (said.action !== 'delete') continue
    more.files += said.find.files
    more.recordings += said.find.recordings
  }
  return { ...tally, ...more }
}

/** How many finds still need a human's word. */
export const openIn = ({ tickets, mails }: Found): number =>
  [...tickets, ...mails].filter(({ open }) => open).length

/** A ticket of the person that stays without being closed: Zendesk deletes no user who has one. */
export const isUnclosed = (
  { find, action }: TicketDecision,
  { ownTicket }: Pick<TraceIndex, 'ownTicket'>,
): boolean =>
  find.relation === 'own' &&
  action !== 'delete' &&
  find.status !== 'closed' &&
  find.status !== 'deleted' &&
  find.id !== ownTicket?.id
