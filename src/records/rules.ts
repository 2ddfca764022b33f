import { DeskRules } from './desk-rules.ts'
import type { Entry, EntryOf, Outcome } from './entry.ts'
import { judgeLinks, type LinksTold, noLinks } from './link-rules.ts'
import { type Id, type Member, samePerson } from './primitives.ts'
import type { Owner } from './store.ts'

type Approval = { readonly digest: string; readonly by: Member | 'bot'; revoked: boolean }
type Call = { readonly digest: string; readonly left: Set<number> }

/** What a journal has said so far, as far as it matters to the rules. */
type Told = LinksTold & {
  number: string
  sealed: boolean
  /** Stopped or halted, and not let go on since. */
  halted: boolean
  opener: Member | 'bot' | undefined
  readonly plans: Map<string, number>
  readonly approvals: Map<Id, Approval>
  /** The plans on which the quorum holds. */
  readonly agreed: Set<string>
  readonly calls: Map<Id, Call>
  /** `<digest>#<operation>` of what was intended and is not settled. */
  readonly open: Set<string>
  /** The same of what has taken effect. */
  readonly done: Set<string>
}

/**
 * What may still be said of a request that is sealed: that a click came too late, what a later look
 * found, where its card stands now, that somebody tried a link that leads nowhere any more.
 */
const afterSeal = new Set<Entry['kind']>(['turned-away', 'looked-again', 'posted', 'visited'])

/** After these a plan must be agreed on (again) before anything is sent. */
const withdraws = new Set<Entry['kind']>([
  'planned',
  'lapsed',
  'sent-back',
  'declined',
  'found',
  'decided',
])

const inEffect = new Set<Outcome>(['done', 'already'])

/**
 * Whether the desk kept its own rules, judged from the log alone. It shares no code with the fold
 * and the engine: their mistakes must show here.
 */
export class Rules {
  readonly #told = new Map<Owner, Told>()
  readonly #ids = new Set<Id>()
  readonly #desk = new DeskRules()

  /** The request's number, as far as its journal has said one. */
  numberOf(owner: Owner): string | undefined {
    return this.#told.get(owner)?.number
  }

  /** What is wrong with the next entry of the log, in words. */
  follow(owner: Owner, entry: Entry): readonly string[] {
    const told = this.#told.get(owner) ?? untold(owner)
    this.#told.set(owner, told)
    const ofDesk = this.#desk.follow(owner, entry)
    return [...this.#once(entry.id), ...inTime(told, entry), ...judge(told, entry), ...ofDesk]
  }

  *#once(id: Id): Generator<string> {
    if (this.#ids.has(id)) yield `its id ${id} was used before`
    this.#ids.add(id)
  }
}

const untold = (owner: Owner): Told => ({
  number: owner,
  sealed: false,
  halted: false,
  opener: undefined,
  plans: new Map(),
  approvals: new Map(),
  agreed: new Set(),
  calls: new Map(),
  open: new Set(),
  done: new Set(),
  ...noLinks(),
})

function* inTime(told: Told, { kind }: Entry): Generator<string> {
  if (told.sealed && !afterSeal.has(kind)) yield 'the request was sealed before it'
}

function* judge(told: Told, entry: Entry): Generator<string> {
  if (entry.kind === 'opened') yield* opened(told, entry)
  if (entry.kind === 'planned') planned(told, entry)
  if (entry.kind === 'intended') yield* intended(told, entry)
  if (entry.kind === 'submitted') yield* submitted(told, entry)
  if (entry.kind === 'settled') yield* settled(told, entry)
  if (entry.kind === 'sealed') sealed(told)
  yield* judgeConsent(told, entry)
  yield* judgeLinks(told, entry)
}

function* judgeConsent(told: Told, entry: Entry): Generator<string> {
  if (entry.kind === 'approved') yield* approved(told, entry)
  if (entry.kind === 'revoked') yield* revoked(told, entry)
  if (entry.kind === 'agreed') yield* agreed(told, entry)
  if (withdraws.has(entry.kind) || isUnexplained(entry)) told.agreed.clear()
  told.halted = isHalted(told, entry)
}

function isHalted({ halted }: Told, { kind }: Entry): boolean {
  return kind === 'stopped' || kind === 'halted' || (halted && kind !== 'continued')
}

const isUnexplained = (entry: Entry): boolean =>
  entry.kind === 'proved' && entry.code === 'unexplained'

function* opened(told: Told, { number, by }: EntryOf<'opened'>): Generator<string> {
  if (told.opener) yield 'the request was opened before'
  told.number = number
  told.opener = by
}

/** A plan replaces the one before it, and what was agreed on that. */
function planned(told: Told, { digest, operations }: EntryOf<'planned'>): void {
  told.plans.set(digest, operations)
}

function* approved(told: Told, { id, digest, by }: EntryOf<'approved'>): Generator<string> {
  if (by === 'bot') yield 'a bot has approved it'
  if (!told.plans.has(digest)) yield 'it approves a plan that was not made before it'
  told.approvals.set(id, { digest, by, revoked: false })
}

function* revoked(told: Told, { approval }: EntryOf<'revoked'>): Generator<string> {
  const found = told.approvals.get(approval)
  if (found) found.revoked = true
  else yield `it revokes ${approval}, which was no approval before it`
}

function* agreed(told: Told, { digest, approvals }: EntryOf<'agreed'>): Generator<string> {
  yield* standsOn(told, approvals, digest)
  told.agreed.add(digest)
}

function* intended(told: Told, entry: EntryOf<'intended'>): Generator<string> {
  const { call, digest, operations, approvals } = entry
  if (approvals.length === 0) yield 'an effect that nobody approved'
  if (!told.agreed.has(digest)) yield 'its plan was not agreed on, or no longer'
  if (told.halted) yield 'the request was stopped, and nobody had let it go on'
  yield* standsOn(told, approvals, digest)
  yield* inPlan(told, entry)
  for (const n of operations) {
    if (told.done.has(`${digest}#${n}`)) yield `operation ${n} had taken effect before it`
    if (told.open.has(`${digest}#${n}`)) yield `operation ${n} was intended before and not settled`
    told.open.add(`${digest}#${n}`)
  }
  if (told.calls.has(call)) yield `its call ${call} was intended before`
  told.calls.set(call, { digest, left: new Set(operations) })
}

/** Every approval one of this request, on this plan, in force, and by somebody else. */
function* standsOn(told: Told, approvals: readonly Id[], digest: string): Generator<string> {
  for (const id of approvals) yield* approvedBy(told, id, digest)
  yield* byDifferent(told, approvals)
}

function* approvedBy(told: Told, id: Id, digest: string): Generator<string> {
  const found = told.approvals.get(id)
  if (!found) {
    yield `it stands on ${id}, which was no approval of this request before it`
    return
  }
  if (found.digest !== digest) yield `its approval ${id} is on another plan`
  if (found.revoked) yield `its approval ${id} was revoked before it`
  if (isOpener(told, found.by)) yield `its approval ${id} is the opener's own`
}

const isOpener = ({ opener }: Told, by: Member | 'bot'): boolean =>
  opener !== undefined && opener !== 'bot' && by !== 'bot' && samePerson(opener, by)

function* byDifferent(told: Told, approvals: readonly Id[]): Generator<string> {
  const members = approvals.flatMap((id) => {
    const by = told.approvals.get(id)?.by
    return by && by !== 'bot' ? [`${by.team}/${by.user}`] : []
  })
  if (new Set(members).size < members.length) yield 'two of its approvals are by one member'
}

function* inPlan(told: Told, { digest, operations }: EntryOf<'intended'>): Generator<string> {
  const size = told.plans.get(digest)
  if (size === undefined) yield 'it acts on a plan that was not made before it'
  else if (operations.some((n) => n > size)) yield 'it has an operation that the plan has not'
}

function* submitted(told: Told, { call }: EntryOf<'submitted'>): Generator<string> {
  if (!told.calls.has(call)) yield `its call ${call} was not intended before it`
}

function* settled(told: Told, entry: EntryOf<'settled'>): Generator<string> {
  const found = told.calls.get(entry.call)
  // What the look before the write has settled was never sent.
  if (entry.how !== 'look') yield* wasOpen(entry, found)
  for (const [n] of entry.outcomes) {
    found?.left.delete(n)
    if (found) told.open.delete(`${found.digest}#${n}`)
  }
  yield* onlyOnce(told, entry)
}

function* wasOpen({ call, digest, outcomes }: EntryOf<'settled'>, found: Call | undefined) {
  if (!found) yield `its call ${call} was not intended before it`
  else if (found.digest !== digest) yield 'its call was intended on another plan'
  for (const [n] of outcomes) {
    if (found && !found.left.has(n)) yield `operation ${n} was not open in its call`
  }
}

function* onlyOnce(told: Told, { digest, outcomes }: EntryOf<'settled'>): Generator<string> {
  for (const [n, outcome] of outcomes) {
    if (!inEffect.has(outcome)) continue
    if (told.done.has(`${digest}#${n}`)) yield `operation ${n} took effect before it, too`
    told.done.add(`${digest}#${n}`)
  }
}

/** Nothing of a sealed request matters any more but that it is sealed. */
function sealed(told: Told): void {
  told.sealed = true
  for (const memory of [told.plans, told.approvals, told.agreed, told.calls]) memory.clear()
  for (const memory of [told.open, told.done]) memory.clear()
}
