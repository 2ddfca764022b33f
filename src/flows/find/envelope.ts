import type { Comment, SuspendedTicket, Ticket } from '../../zendesk/index.ts'

/**
 * What comes with a comment besides its text: from and to whom it was sent, the names of its files,
 * and what a call says of itself
 * (https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/).
 */
export const aroundComment = ({ via, attachments, data }: Comment): string[] => [
  ...textsIn(via?.source),
  ...attachments.map(({ file_name: name }) => name),
  ...textsIn(without(data, TRANSCRIPT)),
]

/** What was said in a call, as a machine has written it down. */
export const transcriptOf = ({ data }: Comment): string[] => textsIn(data?.[TRANSCRIPT])

const TRANSCRIPT = 'transcription_text'

const without = (data: Comment['data'], key: string): unknown =>
  data && Object.fromEntries(Object.entries(data).filter(([name]) => name !== key))

/** What the person who rated a ticket wrote about it: nothing redacts it. */
export const ratingOf = ({ satisfaction_rating: rating }: Ticket): string[] =>
  textsIn(rating?.comment)

/** What a ticket holds besides its texts: its way here, its tags, fields that are no texts. */
export const aroundTicket = (ticket: Ticket): string[] => [
  ...textsIn([ticket.via.source, ticket.recipient, ticket.external_id, ticket.tags]),
  ...ticket.custom_fields.flatMap(({ value }) => (typeof value === 'string' ? [] : textsIn(value))),
]

/** To which address a held-back mail came, and the names of its files. */
export const aroundMail = ({ recipient, attachments, via }: SuspendedTicket): string[] => [
  ...textsIn([recipient, via?.source]),
  ...(attachments ?? []).map(({ file_name: name }) => name),
]

/** Every text and number in a value, however deep. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
