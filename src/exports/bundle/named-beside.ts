import type { CollectedTicket, Party } from '../../records/collected.ts'

/**
 * Who is named with an address beside a ticket's conversation and is no user of it: recipients of side
 * conversations, senders and receivers of mails. What names them is masked like any other's.
 */
export function namedBeside(ticket: CollectedTicket, own: readonly string[]): Party[] {
  const values = [...own, ...ticket.parties.flatMap(({ identifiers }) => identifiers)]
  const known = new Set(values.map((value) => value.toLowerCase()))
  const found: Party[] = []
  for (const { name, address } of namedIn(recordsOf(ticket))) {
    if (known.has(address.toLowerCase())) continue
    known.add(address.toLowerCase())
    // A number that no user of an account has.
    found.push({ id: -1 - found.length, name, identifiers: [address], is: 'other' })
  }
  return found
}

const recordsOf = (ticket: CollectedTicket): unknown =>
  ticket.gives === 'whole'
    ? [ticket.ticket, ticket.comments, ticket.audits, ticket.sideConversations]
    : ticket.written

function* namedIn(value: unknown): Generator<{ name: string; address: string }> {
  if (typeof value !== 'object' || value === null) return
  const record = new Map<string, unknown>(Object.entries(value))
  const name = record.get('name')
  const address = record.get('email') ?? record.get('address')
  if (typeof name === 'string' && typeof address === 'string' && address !== '') {
    yield { name, address }
  }
  for (const inner of record.values()) yield* namedIn(inner)
}
