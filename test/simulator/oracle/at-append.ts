import type { Entry, EntryOf } from '../../../src/records/entry.ts'
import { canaries, type World } from '../world/world.ts'
import type { Case } from './judge.ts'
import { ofKind, openCalls, outcomesOf } from './plans.ts'

/** What must hold of entries the moment they are durable. */
export function checkEntries(of: Case, owner: string, entries: readonly Entry[]): void {
  const journal = of.disk.journals.get(owner) ?? []
  const before = journal.slice(0, journal.length - entries.length)
  for (const [i, entry] of entries.entries()) {
    const sofar = [...before, ...entries.slice(0, i)]
    for (const fault of of.rules.follow(owner, entry)) of.blame('rules', `${entry.kind}: ${fault}`)
    checkEntry(of, sofar, entry)
    remember(of, entry)
  }
  const text = JSON.stringify(entries).toLowerCase()
  for (const canary of canaries) {
    if (text.includes(canary)) of.blame('forgotten', `the journal says ${canary}`)
  }
  // Between an intent and its settlement only what was seen before it counts.
  if (openCalls(journal).length === 0) turnPage(of)
}

function checkEntry(of: Case, sofar: readonly Entry[], entry: Entry): void {
  if (entry.kind === 'approved') checkApproval(of, sofar, entry)
  if (entry.kind === 'settled') checkSettled(of, entry)
  if (entry.kind === 'intended') checkIntended(of, sofar)
  const ends = entry.kind === 'sealed' || entry.kind === 'closed'
  if (ends && !isAnswered(of, sofar)) of.blame('answered', `${entry.kind} without an answer`)
}

function checkIntended({ blame }: Case, sofar: readonly Entry[]): void {
  if (openCalls(sofar).length > 0) blame('settled-first', 'a call before the last was settled')
  if (isHalted(sofar)) blame('halt', 'a call while the request was halted')
}

function checkApproval(
  of: Case,
  sofar: readonly Entry[],
  { by, digest }: EntryOf<'approved'>,
): void {
  const [opened] = ofKind(sofar, 'opened')
  if (JSON.stringify(opened?.by) === JSON.stringify(by))
    of.blame('opener', 'the opener has approved')
  const plan = ofKind(sofar, 'planned').at(-1)
  if (plan?.digest !== digest) of.blame('approved', 'an approval on an outdated plan')
}

/** What is written down as done has happened by then, whatever mends it later. */
function checkSettled(
  { plans, world, blame }: Case,
  { digest, outcomes }: EntryOf<'settled'>,
): void {
  for (const [n, outcome] of outcomes) {
    const known = plans.get(digest)?.find((operation) => operation.n === n)
    if (!known || outcome !== 'done') continue
    const { kind, object } = known
    const happened = world.effects.some(
      (effect) => effect.object === object && (effect.by === 'outsider' || effect.what === kind),
    )
    if (!happened) blame('recorded', `${kind} of ${object} is recorded as done before it was`)
  }
}

function isHalted(entries: readonly Entry[]): boolean {
  const last = entries.findLast(({ kind }) => ['halted', 'stopped', 'continued'].includes(kind))
  return last !== undefined && last.kind !== 'continued'
}

/** The answer was sent, by what the journal says, or a human has handed it over. */
export function isAnswered({ plans }: Case, entries: readonly Entry[]): boolean {
  if (entries.some(({ kind }) => kind === 'handed-over')) return true
  const outcomes = outcomesOf(entries)
  return [...plans].some(([digest, operations]) =>
    operations.some(
      ({ kind, n }) =>
        kind === 'answer.send' &&
        ['done', 'already'].includes(outcomes.get(`${digest}#${n}`) ?? ''),
    ),
  )
}

function remember(of: Case, entry: Entry): void {
  if (entry.kind === 'proved') of.provedOn = of.page.seen
  if (entry.kind !== 'found') return
  of.decidedOn = { ...of.decidedOn, [entry.look]: new Map(of.world.outside) }
}

function turnPage(of: Case): void {
  of.authority.turnPage()
  of.page = { seen: new Map(of.world.outside), held: heldIn(of.world), at: of.clock.ms }
}

/** What carries the tag that says hands off: tickets with their comments, and users. */
export const heldIn = (world: World): ReadonlySet<string> =>
  new Set([
    ...[...world.tickets.values()]
      .filter(({ tags }) => tags.includes('legal_hold'))
      .flatMap(({ id }) => [
        `ticket ${id}`,
        ...(world.comments.get(id) ?? []).map((comment) => `comment ${comment.id}`),
      ]),
    ...[...world.users.values()]
      .filter(({ tags }) => tags.includes('legal_hold'))
      .map(({ id }) => `user ${id}`),
  ])
