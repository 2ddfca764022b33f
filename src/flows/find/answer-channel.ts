import type { OwnTicket, TraceIndex } from '../../records/finds.ts'
import type { Ticket } from '../../zendesk/index.ts'
import type { Account } from '../hands.ts'

/**
 * How the answer can reach the person and nobody else: as a reply on the request's own ticket if it
 * can still be answered, its requester is the person, nobody is in copy and no organisation shares
 * it. Otherwise the lead hands it over.
 */
export async function answerChannel(
  own: OwnTicket | undefined,
  users: ReadonlySet<number>,
  zendesk: Account,
): Promise<TraceIndex['answer']> {
  const [first] = users
  const language = first === undefined ? 'en' : await languageOf(first, zendesk)
  const code = own ? await obstacle(own.id, users, zendesk) : 'no-own-ticket'
  return code ? { how: 'by-hand', language, code } : { how: 'reply', language, code: 'own-ticket' }
}

/** Why a reply on this ticket is not for the person's eyes only, or does not reach him. */
export async function obstacle(
  id: number,
  users: ReadonlySet<number>,
  zendesk: Account,
): Promise<string | undefined> {
  const ticket = await zendesk.tickets.show(id)
  if (!ticket) return 'ticket-gone'
  // Zendesk sends nothing at all to somebody who is suspended.
  const suspended = (await zendesk.users.show(ticket.requester_id))?.suspended === true
  return inTheWay(ticket, users) ?? (suspended ? 'requester-suspended' : undefined)
}

/** What of the ticket itself stands between a reply on it and the person, and nobody else. */
export function inTheWay(ticket: Ticket, users: ReadonlySet<number>): string | undefined {
  if (ticket.status === 'closed') return 'ticket-closed'
  if (!users.has(ticket.requester_id)) return 'requester-changed'
  const copied = [...ticket.email_cc_ids, ...ticket.collaborator_ids, ...ticket.follower_ids]
  if (copied.some((user) => !users.has(user))) return 'others-in-copy'
  // Members of a sharing organisation may read each other's tickets, the answer included.
  return ticket.organization_id === null ? undefined : 'organisation'
}

async function languageOf(user: number, zendesk: Account): Promise<string> {
  return (await zendesk.users.show(user))?.locale.split('-')[0] ?? 'en'
}
