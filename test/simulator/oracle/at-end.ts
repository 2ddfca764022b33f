import type { Entry } from '../../../src/records/entry.ts'
import type { Ticket } from '../../../src/zendesk/index.ts'
import { ids, person, textsOf, type World } from '../world/world.ts'
import { checkEffects, checkRepeats } from './effects.ts'
import type { Case } from './judge.ts'
import { ofKind, openCalls } from './plans.ts'

/** What must hold of the account, the journal and the disk when it is over. */
export function checkEnd(of: Case, id: string): void {
  const entries = of.disk.journals.get(id) ?? []
  if (ofKind(entries, 'sealed').length === 0) {
    of.blame('terminates', 'the request was never sealed')
    return
  }
  const code = ofKind(entries, 'closed').at(-1)?.code
  const stays = staysForHold(of, entries)
  if (code !== (stays ? 'partly-done' : 'done')) of.blame('erased', `it ended as ${code}`)
  checkVault(of, id)
  if (openCalls(entries).length > 0) of.blame('recorded', 'a call that was never settled')
  checkEffects(of, entries)
  checkRepeats(of)
  checkWorld(of, stays)
}

/** She is kept for a hold on her or on a ticket of hers, and the proof says so. */
const staysForHold = ({ world: { everHeld } }: Case, entries: readonly Entry[]): boolean =>
  ofKind(entries, 'proved').at(-1)?.code === 'legal-hold' &&
  (everHeld.has(ids.ana) || everHeld.has(ids.solved))

function checkVault({ disk, blame }: Case, id: string): void {
  const values = disk.vaults.get(id)
  if (values && values.size > 0) blame('forgotten', 'the vault is still there')
  if (!disk.forgotten.has(id)) blame('forgotten', 'the vault can still be read')
}

/** She is gone, nobody else is. */
function checkWorld(of: Case, stays: boolean): void {
  const { world, before, blame } = of
  if (!stays && !world.purgedUsers.has(ids.ana)) blame('erased', 'her user is still there')
  for (const ticket of world.tickets.values()) checkTicket(of, ticket)
  if (untouched(world) !== untouched(before)) {
    blame('confirmed', 'something of the namesake or a bystander was changed')
  }
}

function checkTicket(of: Case, ticket: Ticket): void {
  const { world, blame } = of
  if (ticket.status === 'deleted') blame('erased', 'a ticket is only softly deleted')
  if (mayStay(of, ticket)) return
  if (ticket.requester_id === ids.ana) blame('erased', 'a ticket of hers is still there')
  const text = textsOf(world, ticket).join(' ')
  const named = [person.email, person.second].some((term) => text.includes(term))
  if (named) blame('erased', `ticket ${ticket.id} still names her`)
}

/** What was kept for a hold on it or on her, what such an account cannot redact, what came after the last look. */
const mayStay = (of: Case, { id, requester_id: requester, status }: Ticket): boolean =>
  of.world.everHeld.has(id) ||
  of.world.everHeld.has(ids.ana) ||
  (of.scenario === 'classic' && (status === 'closed' || requester === ids.ana)) ||
  isTooLate(of, id)

/** Somebody wrote there after the last look for traces. */
function isTooLate({ world, provedOn }: Case, id: number): boolean {
  const comments = (world.comments.get(id) ?? []).map((comment) => `comment ${comment.id}`)
  return [`ticket ${id}`, `texts ${id}`, ...comments].some(
    (key) => (world.outside.get(key) ?? 0) > (provedOn.get(key) ?? 0),
  )
}

const untouched = ({ users, tickets, comments }: World): string =>
  JSON.stringify([
    users.get(ids.namesake),
    tickets.get(ids.namesakes),
    comments.get(ids.namesakes),
    users.get(ids.bob),
  ])
