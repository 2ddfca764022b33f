import type { Entry, EntryOf } from '../../../src/records/entry.ts'
import type { Effect } from '../world/world.ts'
import type { Case } from './judge.ts'
import { type Known, ofKind, outcomesOf } from './plans.ts'

/** What the journal says was done is what was done, once. */
export function checkEffects(of: Case, entries: readonly Entry[]): void {
  const outcomes = outcomesOf(entries)
  const applied = appliedTimes(of, entries)
  for (const [digest, operations] of of.plans) {
    for (const operation of operations) {
      const key = `${digest}#${operation.n}`
      checkOperation(of, operation, { times: applied.get(key) ?? 0, told: outcomes.get(key) })
    }
  }
}

function checkOperation(
  of: Case,
  { kind, object }: Known,
  { times, told }: { times: number; told: string | undefined },
): void {
  if (times > 1) of.blame('once', `${kind} of ${object} took effect ${times} times`)
  if (times > 0 && told !== 'done' && !isExcused(of, { kind, object }, told)) {
    of.blame('recorded', `${kind} of ${object} was done and is recorded as ${told}`)
  }
  if (times === 0 && told === 'done' && !isExplained(of, kind, object)) {
    of.blame('recorded', `${kind} of ${object} is recorded as done and was not`)
  }
}

/** How often each operation changed something, by `<digest>#<n>`. */
function appliedTimes(of: Case, entries: readonly Entry[]): Map<string, number> {
  const intents = new Map(ofKind(entries, 'intended').map((entry) => [entry.call, entry]))
  const applied = new Map<string, number>()
  for (const effect of of.world.effects.filter(({ by }) => by === 'bot')) {
    const key = keyOf(of, effect, intents.get(effect.call ?? ''))
    if (!key) of.blame('recorded', `${effect.what} of ${effect.object} belongs to no intent`)
    else if (effect.changed) applied.set(key, (applied.get(key) ?? 0) + 1)
  }
  return applied
}

/** The operation that an effect belongs to, by the intent that it was sent for. */
function keyOf(
  { plans }: Case,
  { what, object, text }: Effect,
  intent: EntryOf<'intended'> | undefined,
): string | undefined {
  if (!intent) return undefined
  const { digest, operations } = intent
  const known = plans
    .get(digest)
    ?.find(
      (o) => operations.includes(o.n) && o.kind === what && o.object === object && o.text === text,
    )
  return known && `${digest}#${known.n}`
}

/** A purge that is asked for again finds nothing; and what was overwritten nobody can see any more. */
function isExcused(
  { world }: Case,
  { kind, object }: Pick<Known, 'kind' | 'object'>,
  told: string | undefined,
): boolean {
  if (told === 'already' && kind === 'ticket.purge') return true
  const ours = world.effects.findIndex((e) => e.object === object && e.what === kind && e.changed)
  const after = world.effects.slice(ours + 1)
  return told !== undefined && after.some((e) => e.object === object && e.by === 'outsider')
}

/** Somebody else did it, or it changed nothing because it stood so already. */
const isExplained = ({ world }: Case, kind: string, object: string): boolean =>
  world.effects.some((e) => e.object === object && (e.by === 'outsider' || e.what === kind))

/** What may be done to one object more than once: other texts each time. */
const repeatable: ReadonlySet<string> = new Set([
  'comment.redact',
  'comment.redact-text',
  'ticket.edit',
])

/** The same thing done twice to one object, with nobody undoing it in between. */
export function checkRepeats({ world, blame }: Case): void {
  const done = new Set<string>()
  for (const { what, object, changed, by } of world.effects) {
    const key = `${what} ${object}`
    if (by === 'outsider') undo(done, object)
    else if (changed && !repeatable.has(what)) {
      if (done.has(key)) blame(what === 'answer.send' ? 'answered' : 'once', `${key} twice`)
      done.add(key)
    }
  }
}

/** Whoever restores a ticket undoes its deletion. Nobody undoes an answer. */
function undo(done: Set<string>, object: string): void {
  for (const known of done) {
    if (known.endsWith(` ${object}`) && !known.startsWith('answer')) done.delete(known)
  }
}
