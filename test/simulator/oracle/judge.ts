import type { Entry } from '../../../src/records/entry.ts'
import { Rules } from '../../../src/records/rules.ts'
import type { Authority } from '../desk/authority.ts'
import type { Clock } from '../desk/clock.ts'
import type { Disk } from '../desk/virtual-store.ts'
import type { ScenarioName } from '../schedule.ts'
import type { Write } from '../world/calls.ts'
import type { World } from '../world/world.ts'
import { checkEntries } from './at-append.ts'
import { checkEnd } from './at-end.ts'
import { checkWrite } from './at-write.ts'
import { type Known, plannedNow } from './plans.ts'

/** The invariants of design 6 that this simulator watches, and that every schedule ends. */
export type Invariant =
  | 'approved'
  | 'confirmed'
  | 'once'
  | 'recorded'
  | 'settled-first'
  | 'opener'
  | 'forgotten'
  | 'order'
  | 'answered'
  | 'drift'
  | 'hold'
  | 'halt'
  | 'paused'
  | 'erased'
  | 'rules'
  | 'terminates'
  | 'trouble'

export type Violation = { readonly invariant: Invariant; readonly detail: string }

/** What was counted of everybody else's changes, by object. */
type Seen = ReadonlyMap<string, number>

/** Everything that a check may look at. */
export type Case = {
  readonly scenario: ScenarioName
  readonly world: World
  readonly before: World
  readonly authority: Authority
  readonly disk: Disk
  readonly clock: Clock
  readonly plans: Map<string, readonly Known[]>
  readonly rules: Rules
  /** What had been changed by others when the finds were written down that decisions stand on. */
  decidedOn: { people: Seen; traces: Seen }
  /** The same when the engine last wrote anything but an intent: younger changes it may miss. */
  page: { seen: Seen; held: ReadonlySet<string>; at: number }
  /** What had been changed by others when it was last looked for traces: later ones nobody can see. */
  provedOn: Seen
  readonly blame: (invariant: Invariant, detail: string) => void
}

export type Memory = Pick<Case, 'before' | 'plans' | 'decidedOn' | 'page' | 'provedOn'>

/** Looks over the engine's shoulder, and shares no code with it but what reads a plan. */
export class Judge {
  readonly violations: Violation[] = []
  readonly #case: Case

  constructor(
    of: Pick<Case, 'scenario' | 'world' | 'authority' | 'disk' | 'clock'>,
    known?: Memory,
  ) {
    const memory = known ?? {
      before: structuredClone(of.world),
      plans: new Map(),
      decidedOn: { people: new Map(), traces: new Map() },
      page: { seen: new Map(), held: new Set(), at: of.clock.ms },
      provedOn: new Map(),
    }
    this.#case = {
      ...of,
      ...memory,
      plans: new Map(memory.plans),
      rules: new Rules(),
      blame: (invariant, detail) => this.blame(invariant, detail),
    }
    for (const [owner, entries] of of.disk.journals) {
      for (const entry of entries) this.#case.rules.follow(owner, entry)
    }
  }

  /** What it has to remember, for a judge who takes over. */
  get memory(): Memory {
    const { before, plans, decidedOn, page, provedOn } = this.#case
    return { before, plans: new Map(plans), decidedOn, page, provedOn }
  }

  blame(invariant: Invariant, detail: string): void {
    this.violations.push({ invariant, detail })
  }

  /** A write is on its way to the account. */
  sent(id: string, write: Write): void {
    checkWrite(this.#case, this.#case.disk.journals.get(id) ?? [], write)
  }

  /** Entries are on disk. */
  written(owner: string, entries: readonly Entry[]): void {
    for (const { kind, ...entry } of entries) {
      if (kind === 'planned' && 'digest' in entry) {
        this.#case.plans.set(entry.digest, plannedNow(this.#case.disk, owner))
      }
    }
    checkEntries(this.#case, owner, entries)
  }

  /** The request is over, or the schedule has no more steps. */
  end(id: string): void {
    checkEnd(this.#case, id)
  }
}
