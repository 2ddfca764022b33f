import type { Entry, EntryOf, Outcome } from '../../records/entry.ts'
import type { Phase } from '../../records/plan.ts'
import type { Id, Member, Sha } from '../../records/primitives.ts'

/** How many operations ended in which way. */
type Tally = Readonly<Partial<Record<Outcome, number>>>

/** What an entry means only with those before it. By the id of the entry. */
export type Told = {
  /** The how-manieth standing approval in its role, of how many. */
  readonly approvals: ReadonlyMap<Id, { readonly nth: number; readonly of: number }>
  /** Whose approval was revoked. */
  readonly revoked: ReadonlyMap<Id, Member>
  /** Entries at which the carrying out of a plan begins. */
  readonly begins: ReadonlySet<Id>
  /** Entries with which the last operation of a phase has ended. */
  readonly phases: ReadonlyMap<Id, { readonly phase: Phase; readonly tally: Tally }>
  /** How far the plan had come when it was stopped or halted. */
  readonly reached: ReadonlyMap<Id, { readonly done: number; readonly of: number }>
}

/** Reads a journal once, from its first entry to its last. */
export function toldBy(entries: readonly Entry[]): Told {
  const reader = new Reader()
  for (const entry of entries) reader.read(entry)
  return reader.told
}

type PhaseTold = { readonly phase: Phase; readonly last: number; left: number; tally: Counting }
type Counting = Partial<Record<Outcome, number>>
type Plan = {
  readonly size: number
  readonly phases: readonly PhaseTold[]
  readonly ended: Set<number>
  begun: boolean
}

class Reader {
  readonly #approved = new Map<Id, EntryOf<'approved'>>()
  readonly #plans = new Map<Sha, Plan>()
  #plan: Plan | undefined
  readonly told = {
    approvals: new Map<Id, { nth: number; of: number }>(),
    revoked: new Map<Id, Member>(),
    begins: new Set<Id>(),
    phases: new Map<Id, { phase: Phase; tally: Tally }>(),
    reached: new Map<Id, { done: number; of: number }>(),
  }

  read(entry: Entry): void {
    if (entry.kind === 'planned') this.#planned(entry)
    if (entry.kind === 'approved') this.#approve(entry)
    if (entry.kind === 'revoked') this.#revoke(entry)
    if (entry.kind === 'intended') this.#begin(entry)
    if (entry.kind === 'settled') this.#settle(entry)
    if (entry.kind === 'stopped' || entry.kind === 'halted') this.#reach(entry.id)
  }

  #planned({ digest, phases }: EntryOf<'planned'>): void {
    let size = 0
    const told = phases.map(([phase, left]): PhaseTold => {
      size += left
      return { phase, last: size, left, tally: {} }
    })
    this.#plan = { size, phases: told, ended: new Set(), begun: false }
    this.#plans.set(digest, this.#plan)
  }

  #approve(entry: EntryOf<'approved'>): void {
    this.#approved.set(entry.id, entry)
    const role = entry.role ?? entry.roles[0] ?? ''
    const asked = (entry.quorum ?? []).filter((rule) => rule.role === role).map(({ of }) => of)
    const same = [...this.#approved.values()].filter(
      ({ digest, roles }) => digest === entry.digest && roles.includes(role),
    )
    const members = new Set(same.map(({ by }) => (by === 'bot' ? by : by.user)))
    this.told.approvals.set(entry.id, { nth: members.size, of: Math.max(1, ...asked) })
  }

  #revoke({ id, approval }: EntryOf<'revoked'>): void {
    const by = this.#approved.get(approval)?.by
    if (by && by !== 'bot') this.told.revoked.set(id, by)
    this.#approved.delete(approval)
  }

  #begin({ id, digest }: EntryOf<'intended'>): void {
    const plan = this.#plans.get(digest)
    if (!plan || plan.begun) return
    plan.begun = true
    this.told.begins.add(id)
  }

  #settle({ id, digest, outcomes }: EntryOf<'settled'>): void {
    const plan = this.#plans.get(digest)
    if (!plan) return
    for (const [n, outcome] of outcomes) {
      const phase = plan.phases.find(({ last }) => n <= last)
      if (outcome === 'not-applied' || !phase || plan.ended.has(n)) continue
      plan.ended.add(n)
      phase.left -= 1
      phase.tally[outcome] = (phase.tally[outcome] ?? 0) + 1
      if (phase.left === 0) this.told.phases.set(id, { phase: phase.phase, tally: phase.tally })
    }
  }

  #reach(id: Id): void {
    if (this.#plan?.begun) {
      this.told.reached.set(id, { done: this.#plan.ended.size, of: this.#plan.size })
    }
  }
}
