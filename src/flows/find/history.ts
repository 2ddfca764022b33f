import type { Passage } from '../../records/finds.ts'
import type { Audit, Ticket } from '../../zendesk/index.ts'
import type { Account } from '../hands.ts'
import { textsIn } from './envelope.ts'
import type { LookingBeside } from './looking-beside.ts'
import { inTexts, textFields } from './scan.ts'

type Event = Audit['events'][number]

/** Kinds of events that repeat what stands in the comments and chats themselves. */
const told = /^(?:Comment|Voice|Chat|Messaging|Notification|Attachment)/

/** Fields of a ticket that name who is or was in copy of it. */
const copies = /(?:collaborator|follower|email_?cc|^cc)/i

/**
 * What a ticket once was and is no more, as far as it names the person: subjects and fields of long
 * ago, who was in copy. It goes with the ticket, and with nothing less
 * (https://developer.zendesk.com/documentation/ticketing/reference-guides/ticket-audit-events-reference).
 */
export async function history(
  ticket: Ticket,
  { matcher, users }: Pick<LookingBeside, 'matcher' | 'users'>,
  { tickets }: Account,
): Promise<Passage[]> {
  const now = new Set([ticket.subject ?? '', ...Object.values(textFields(ticket))])
  const texts = new Set<string>()
  const copied = new Set<number>()
  for await (const { events } of tickets.audits(ticket.id)) {
    for (const event of events.filter(({ type }) => !told.test(type))) {
      for (const text of textsOf(event)) if (!now.has(text)) texts.add(text)
      for (const id of inCopy(event)) if (users.has(id)) copied.add(id)
    }
  }
  const present = new Set([...ticket.collaborator_ids, ...ticket.email_cc_ids])
  const once = [...copied].filter((id) => !present.has(id)).map(onceInCopy)
  return [...inTexts('history', 'h', [...texts], matcher), ...once]
}

const textsOf = ({ value, previous_value: before, subject }: Event): string[] =>
  textsIn([value, before, subject])

const inCopy = (event: Event): number[] =>
  copies.test(`${event.type} ${event.field_name ?? ''}`) ? textsOf(event).map(Number) : []

const onceInCopy = (user: number): Passage => ({
  key: `h-copy-${user}`,
  where: 'history',
  kind: 'user-id',
  strength: 'strong',
  doubtful: false,
  before: 'CC',
  hit: String(user),
  after: '',
  spans: [],
})
