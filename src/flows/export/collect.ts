import type { CollectedIndex, CollectedUser } from '../../records/collected.ts'
import type { Draft } from '../../records/entry.ts'
import { PeopleDecision, type TicketDecision, TraceDecision } from '../../records/finds.ts'
import type { Id } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
import { ZendeskRefused } from '../../zendesk/index.ts'
import { gather } from '../gather.ts'
import { Ending, type Hands } from '../hands.ts'
import { note } from '../journal.ts'
import { decidedTickets } from '../pages.ts'
import { recall } from '../vault.ts'
import { exportsOf } from './hands.ts'
import { PERSON_ERASED } from './others.ts'
import { jsonOf, Pieces, textOf } from './pieces.ts'
import { collectTicket } from './ticket-piece.ts'

/** Whether what was read is what was decided last. */
export const isCollected = ({ collected, looks }: Request): boolean =>
  collected !== undefined && collected.decided === looks.traces?.decided?.entry

/**
 * Reads what is given, piece by piece, onto the shelf. What lies there of the same decision is not
 * read again; of another decision nothing is left lying. Only reads.
 */
export async function collect(request: Request, hands: Hands): Promise<undefined> {
  const { people, traces } = request.looks
  if (!people?.decided || !traces?.decided) throw new Error(`${request.number}: not decided yet`)
  const { users } = await recall(request.id, people.decided.on, PeopleDecision, hands)
  const decision = await recall(request.id, traces.decided.on, TraceDecision, hands)
  const tickets = (await decidedTickets(request.id, decision, hands)).filter(isGiven)
  const pieces = await Pieces.of(request.id, traces.decided.entry, exportsOf(hands).shelf)
  const ids = users.map(({ id }) => id)
  if (!(await collectUsers(ids, pieces, hands))) {
    await note(request, [{ by: 'bot', kind: 'halted', code: PERSON_ERASED }], hands)
    return
  }
  const unread = await collectTickets({ id: request.id, tickets, users: ids }, pieces, hands)
  const mails = await collectMails(decision, pieces, hands)
  const index: CollectedIndex = {
    collected: hands.now(),
    users: ids,
    tickets: tickets.map(({ find }) => find.id).filter((id) => !unread.has(id)),
    suspended: mails,
    fields: await fieldNames(hands),
    unread: unread.size > 0 ? { tickets: unread.size } : {},
    before: [],
  }
  await pieces.put('index', index)
  const counts = {
    tickets: index.tickets.length,
    mails: mails.length,
    files: pieces.files,
    unread: unread.size,
  }
  const collected: Draft = { by: 'bot', kind: 'collected', decided: traces.decided.entry, counts }
  await note(request, [collected], hands)
}

const isGiven = ({ action }: TicketDecision): boolean => action === 'give' || action === 'excerpt'

/** `false` where one of them was deleted meanwhile. */
async function collectUsers(
  users: readonly number[],
  pieces: Pieces,
  { zendesk }: Hands,
): Promise<boolean> {
  for (const id of users) {
    // A user is read each time: whether he is still there matters.
    const user = await zendesk.holdings.user(id)
    if (user['active'] === false) return false
    if (await pieces.has(`user-${id}`)) continue
    const piece = {
      kind: 'user',
      user,
      identities: await gather(zendesk.holdings.identities(id)),
      organizations: await gather(zendesk.holdings.organizations(id)),
    } satisfies CollectedUser
    await pieces.put(`user-${id}`, piece)
  }
  return true
}

/** Ids of those that are no longer there, or that we may no longer read. */
async function collectTickets(
  { id, tickets, users }: { id: Id; tickets: readonly TicketDecision[]; users: readonly number[] },
  pieces: Pieces,
  hands: Hands,
): Promise<ReadonlySet<number>> {
  const unread = new Set<number>()
  for (const [done, decision] of tickets.entries()) {
    if (hands.stopping?.()) throw new Ending()
    hands.progress?.(id, 'collect', done, tickets.length)
    const name = `ticket-${decision.find.id}`
    if (await pieces.has(name)) continue
    const isThere = await unlessHidden(
      async () => await collectTicket(decision, users, pieces, hands),
    )
    if (!isThere) unread.add(decision.find.id)
  }
  hands.progress?.(id, 'collect', tickets.length, tickets.length)
  return unread
}

/** `false` for what is no longer there, or no longer to be read by us. */
async function unlessHidden(read: () => Promise<void>): Promise<boolean> {
  try {
    await read()
    return true
  } catch (error) {
    if (error instanceof ZendeskRefused && [403, 404].includes(error.status ?? 0)) return false
    throw error
  }
}

async function collectMails(
  { suspended }: TraceDecision,
  pieces: Pieces,
  { zendesk }: Hands,
): Promise<number[]> {
  const given = new Set(
    suspended.filter(({ action }) => action === 'give').map(({ find }) => find.id),
  )
  const read: number[] = []
  if (given.size === 0) return read
  for await (const record of zendesk.suspended.list()) {
    if (!given.has(record.id)) continue
    await pieces.put(`suspended-${record.id}`, { kind: 'suspended', record: jsonOf(record) })
    read.push(record.id)
  }
  return read
}

/** Titles of the account's own fields, by how they stand in records. */
async function fieldNames({ zendesk }: Hands): Promise<Record<string, string>> {
  const names: Record<string, string> = {}
  for await (const field of zendesk.holdings.userFields()) {
    names[`user:${textOf(field['key'])}`] = textOf(field['title'])
  }
  for await (const field of zendesk.holdings.ticketFields()) {
    names[`ticket:${String(field.id)}`] = textOf(field['title'])
  }
  return names
}
