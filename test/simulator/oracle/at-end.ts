import type { Entry } from '../../../src/records/entry.ts'
import { ids, person, textsOf } from '../world/world.ts'
import type { Case } from './judge.ts'
import { ofKind, openCalls, outcomesOf } from './plans.ts'

/** What must hold of the account, the journal and the disk when it is over. */
export function checkEnd(of: Case, id: string): void {
  const entries = of.disk.journals.get(id) ?? []
  if (!entries.some(({ kind }) => kind === 'sealed')) {
    of.blame('terminates', 'the request was never sealed')
    return
  }
  const code = ofKind(entries, 'closed').at(-1)?.code
  if (code !== 'done') of.blame('erased', `it ended as ${code}`)
  if ((of.disk.vaults.get(id)?.size ?? 0) > 0) of.blame('forgotten', 'the vault is still there')
  if (!of.disk.forgotten.has(id)) of.blame('forgotten', 'the vault can still be read')
  checkCalls(of, entries)
  checkEffects(of, entries)
  checkWorld(of)
}

function checkCalls(of: Case, entries: readonly Entry[]): void {
  if (openCalls(entries).length > 0) of.blame('recorded', 'a call that was never settled')
  const settled = ofKind(entries, 'settled').map(({ call }) => call)
  if (new Set(settled).size < settled.length) of.blame('recorded', 'a call that was settled twice')
}

/** What the journal says was done is what was done, once. */
function checkEffects(of: Case, entries: readonly Entry[]): void {
  const outcomes = outcomesOf(entries)
  const byCall = new Map(ofKind(entries, 'intended').map((entry) => [entry.call as string, entry]))
  const applied = new Map<string, number>()
  for (const { what, object, changed, by, call } of of.world.effects) {
    if (by === 'outsider') continue
    const intent = byCall.get(call ?? '')
    const known = (of.plans.get(intent?.digest ?? '') ?? []).find(
      ({ n, kind, object: on }) => intent?.operations.includes(n) && kind === what && on === object,
    )
    if (!intent || !known) of.blame('recorded', `${what} of ${object} belongs to no intent`)
    else if (changed) {
      const key = `${intent.digest}#${known.n}`
      applied.set(key, (applied.get(key) ?? 0) + 1)
    }
  }
  for (const [digest, operations] of of.plans) {
    for (const { n, kind, object } of operations) {
      const key = `${digest}#${n}`
      const times = applied.get(key) ?? 0
      const said = outcomes.get(key)
      if (times > 1) of.blame('once', `${kind} of ${object} took effect ${times} times`)
      const purged = said === 'already' && kind === 'ticket.purge'
      const overwritten = said !== undefined && isOverwritten(of, kind, object)
      if (times > 0 && said !== 'done' && !purged && !overwritten) {
        of.blame('recorded', `${kind} of ${object} was done and is recorded as ${said}`)
      }
      if (times === 0 && said === 'done' && !explained(of, kind, object)) {
        of.blame('recorded', `${kind} of ${object} is recorded as done and was not`)
      }
    }
  }
  checkRepeats(of)
}

/** Somebody else changed the object after our effect on it, which nobody can see any more. */
function isOverwritten({ world }: Case, kind: string, object: string): boolean {
  const ours = world.effects.findIndex((e) => e.object === object && e.what === kind && e.changed)
  return world.effects.slice(ours + 1).some((e) => e.object === object && e.by === 'outsider')
}

/** Somebody else did it, or it changed nothing because it stood so already. */
const explained = ({ world }: Case, kind: string, object: string): boolean =>
  world.effects.some((e) => e.object === object && (e.by === 'outsider' || e.what === kind))

/** The same thing done twice to one object, with nobody undoing it in between. */
function checkRepeats({ world, blame }: Case): void {
  const last = new Set<string>()
  for (const { what, object, changed, by } of world.effects) {
    const key = `${what} ${object}`
    if (by === 'outsider') {
      for (const known of last) {
        if (known.endsWith(` ${object}`) && !known.startsWith('answer')) last.delete(known)
      }
      continue
    }
    if (!changed || what.startsWith('comment.') || what === 'ticket.edit') continue
    if (last.has(key)) blame(what === 'answer.send' ? 'answered' : 'once', `${key} twice`)
    last.add(key)
  }
}

/** She is gone, nobody else is. */
function checkWorld(of: Case): void {
  const { world, before, scenario, blame } = of
  if (!world.purgedUsers.has(ids.ana)) blame('erased', 'her user is still there')
  for (const [id, ticket] of world.tickets) {
    if (ticket.status === 'deleted') blame('erased', 'a ticket is only softly deleted')
    const kept = world.everHeld.has(id) || (scenario === 'classic' && ticket.status === 'closed')
    if (kept || isTooLate(of, id)) continue
    if (ticket.requester_id === ids.ana) blame('erased', 'a ticket of hers is still there')
    const text = textsOf(world, ticket).join(' ')
    const named = [person.email, person.second].some((term) => text.includes(term))
    if (named) blame('erased', `ticket ${id} still names her`)
  }
  const untouched = ({ users, tickets, comments }: typeof world) => [
    users.get(ids.namesake),
    tickets.get(ids.namesakes),
    comments.get(ids.namesakes),
    users.get(ids.bob),
  ]
  if (JSON.stringify(untouched(world)) !== JSON.stringify(untouched(before))) {
    blame('confirmed', 'something of the namesake or a bystander was changed')
  }
}

/** Somebody wrote there after the last look for traces. */
function isTooLate({ world, provedOn }: Case, id: number): boolean {
  const comments = (world.comments.get(id) ?? []).map((comment) => `comment ${comment.id}`)
  return [`ticket ${id}`, `texts ${id}`, ...comments].some(
    (key) => (world.outside.get(key) ?? 0) > (provedOn.get(key) ?? 0),
  )
}
