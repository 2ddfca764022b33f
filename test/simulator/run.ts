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

type Setting = { readonly scenario?: ScenarioName; readonly mutant?: Mutant }

/** More than any schedule needs that ends. */
const mostRests = 300
const rightEngine: Mutant = {}

/**
 * Runs one schedule from the opening of a request to its seal, through every crash. What lies before
 * its first twist is the same for all and was run before. `whole`: run it nevertheless.
 */
export async function run(
  schedule: Schedule,
  { scenario = 'by-ticket', mutant = rightEngine, whole = false }: Setting & { whole?: boolean } = {},
): Promise<Report> {
  const before = whole ? [] : await untroubled(scenario, mutant)
  const from = before.findLast(({ count }) => schedule.every((twist) => isAhead(twist, count)))
  return await toTheEnd(new Simulation(schedule, { scenario, mutant }, from))
}

/** Runs what is left of a simulation. `rested` is called wherever it comes to rest. */
async function toTheEnd(simulation: Simulation, rested = (): void => {}): Promise<Report> {
  const { clock, disk, judge, fate, world } = simulation.around
  const began = Date.parse('2026-11-23T09:00:00.000Z')
  for (let i = 0; i < mostRests; i += 1) {
    rested()
    if (await simulation.go()) break
  }
  const { id = '', starts } = simulation.life
  judge.end(id)
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
  })
  return snapshots
}

/** Whether this twist is still to come when so much has passed. */
function isAhead(twist: Twist, count: Snapshot['count']): boolean {
  const place = twist.at === 'event' ? twist.on : twist.at
  return twist.nth > count[place]
}
