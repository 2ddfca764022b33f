import { sample } from 'fast-check'
import { anySchedule } from '../arbitrary.ts'
import type { Mutant } from '../desk/simulation.ts'
import { eachAppend, eachEvent, eachWrite, passes } from '../enumerate.ts'
import type { Invariant } from '../oracle/judge.ts'
import { run } from '../run.ts'
import type { ScenarioName, Schedule, Twist } from '../schedule.ts'

/** Where a wrong engine was caught. `after`: how many schedules it took. */
export type Catch = {
  readonly invariants: readonly Invariant[]
  readonly schedule: Schedule
  readonly after: number
  readonly by: 'a run without any trouble' | 'the enumeration' | 'a random schedule'
}

/** `where`: the part of the enumeration that is about what this engine does wrong; else all of it. */
export type Hunting = {
  readonly scenario?: ScenarioName
  readonly where?: readonly Twist[] | undefined
  readonly random?: number
}

/** Runs a wrong engine through the enumeration, then through random schedules, until it shows. */
export async function hunt(
  mutant: Mutant,
  { scenario = 'by-ticket', where, random = 200 }: Hunting = {},
): Promise<Catch | undefined> {
  let after = 0
  for await (const { schedule, by } of quarry(scenario, { where, random })) {
    after += 1
    const { violations } = await run(schedule, { scenario, mutant, hasty: true })
    if (violations.length > 0) {
      const invariants = [...new Set(violations.map(({ invariant }) => invariant))]
      return { invariants, schedule, after, by }
    }
  }
  return undefined
}

async function* quarry(
  scenario: ScenarioName,
  { where, random }: Required<Pick<Hunting, 'random'>> & Hunting,
): AsyncGenerator<{ schedule: Schedule; by: Catch['by'] }> {
  yield { schedule: [], by: 'a run without any trouble' }
  const count = await passes(scenario)
  const single = where ?? [
    ...eachWrite(count.write),
    ...eachEvent(count, ['rest']),
    ...eachAppend(count.append),
    ...eachEvent(count, ['write']),
  ]
  for (const twist of single) yield { schedule: [twist], by: 'the enumeration' }
  const schedules = sample(anySchedule([scenario]), { numRuns: random, seed: 2026 })
  for (const { schedule } of schedules) yield { schedule, by: 'a random schedule' }
}
