import type { Entry } from '../../src/records/entry.ts'
import { type Mutant, Simulation, type Snapshot } from './desk/simulation.ts'
import type { Violation } from './oracle/judge.ts'
import type { Place, ScenarioName, Schedule, Twist } from './schedule.ts'
import type { World } from './world/world.ts'

/** How one schedule went. */
export type Report = {
  readonly violations: readonly Violation[]
  readonly count: Readonly<Record<Place, number>>
  readonly hours: number
  readonly starts: number
  readonly world: World
  readonly journal: readonly Entry[]
}

type Setting = {
  readonly scenario?: ScenarioName
  readonly mutant?: Mutant
  /** Run from the start, although what lies before the first twist was run before. */
  readonly whole?: boolean
  /** End where the first invariant is broken. */
  readonly hasty?: boolean
}

/** More than any schedule needs that ends. */
const mostRests = 120
const rightEngine: Mutant = {}

/**
 * Runs one schedule from the opening of a request to its seal, through every crash. What lies before
 * its first twist is the same for all and was run before.
 */
export async function run(
  schedule: Schedule,
  { scenario = 'by-ticket', mutant = rightEngine, whole = false, hasty = false }: Setting = {},
): Promise<Report> {
  const before = whole ? [] : await untroubled(scenario, mutant)
  const from = before.findLast(({ count }) => schedule.every((twist) => isAhead(twist, count)))
  const simulation = new Simulation(schedule, { scenario, mutant }, from)
  const { violations } = simulation.around.judge
  return await toTheEnd(simulation, () => !(hasty && violations.length > 0))
}

/** Runs what is left of a simulation, as long as `rested` says so wherever it comes to rest. */
async function toTheEnd(simulation: Simulation, rested: () => boolean): Promise<Report> {
  const { clock, disk, judge, fate, world } = simulation.around
  const began = Date.parse('2026-11-23T09:00:00.000Z')
  for (let i = 0; i < mostRests; i += 1) {
    if (!rested() || (await simulation.go())) break
  }
  const { id = '', starts } = simulation.life
  if (rested()) judge.end(id)
  return {
    violations: judge.violations,
    count: fate.count,
    hours: (clock.ms - began) / 3_600_000,
    starts,
    world,
    journal: disk.journals.get(id) ?? [],
  }
}

const known = new WeakMap<Mutant, Map<ScenarioName, Snapshot[]>>()

/** Every resting place of the run in which nothing goes wrong. */
async function untroubled(scenario: ScenarioName, mutant: Mutant): Promise<readonly Snapshot[]> {
  const ofMutant = known.get(mutant) ?? new Map<ScenarioName, Snapshot[]>()
  known.set(mutant, ofMutant)
  const before = ofMutant.get(scenario)
  if (before) return before
  const snapshots: Snapshot[] = []
  ofMutant.set(scenario, snapshots)
  const simulation = new Simulation([], { scenario, mutant })
  await toTheEnd(simulation, () => {
    const snapshot = simulation.snapshot()
    if (snapshot) snapshots.push(snapshot)
    return snapshot !== undefined || !simulation.around.clock.idle
  })
  return snapshots
}

/** Whether this twist is still to come when so much has passed. */
function isAhead(twist: Twist, count: Snapshot['count']): boolean {
  const place = twist.at === 'event' ? twist.on : twist.at
  return twist.nth > count[place]
}
