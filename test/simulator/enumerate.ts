import { run } from './run.ts'
import {
  appendFaults,
  eventNames,
  jobFaults,
  type Place,
  type ScenarioName,
  type Schedule,
  type Twist,
  writeFaults,
} from './schedule.ts'

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1)

/** How often a run in which nothing goes wrong passes each place. */
export const passes = async (scenario: ScenarioName): Promise<Readonly<Record<Place, number>>> =>
  (await run([], { scenario })).count

/** Each write with each fault that it can have. */
export const eachWrite = (writes: number): Twist[] =>
  upTo(writes).flatMap((nth) =>
    [...writeFaults, ...jobFaults].map((fault): Twist => ({ at: 'write', nth, fault })),
  )

/** Each append with each crash, and with a full disk. */
export const eachAppend = (appends: number): Twist[] =>
  upTo(appends).flatMap((nth) => appendFaults.map((fault): Twist => ({ at: 'append', nth, fault })))

/** Reads are many and alike: each is silent, limited or the last one in turn. */
export const eachRead = (reads: number): Twist[] =>
  upTo(reads).map((nth): Twist => {
    const fault = (['silent', 'limited', 'crash'] as const)[nth % 3] ?? 'silent'
    return { at: 'read', nth, fault }
  })

/** Each event at each write, append and rest. */
export const eachEvent = (
  count: Readonly<Record<Place, number>>,
  places: readonly Place[],
): Twist[] =>
  places.flatMap((on) =>
    upTo(count[on]).flatMap((nth) =>
      eventNames.map((event): Twist => ({ at: 'event', on, nth, event })),
    ),
  )

/** The faults of a write that leave it unknown what happened, each followed by a second twist. */
export const pairs = (firsts: readonly Twist[], seconds: readonly Twist[]): Schedule[] =>
  firsts.flatMap((first) => seconds.map((second) => [first, second]))

/** What goes wrong in any of these schedules, the schedule beside it. */
export async function explore(
  schedules: Iterable<Schedule>,
  setting: Parameters<typeof run>[1] = {},
): Promise<{ explored: number; hours: number; bad: { schedule: Schedule; said: string[] }[] }> {
  let explored = 0
  let hours = 0
  const bad: { schedule: Schedule; said: string[] }[] = []
  for (const schedule of schedules) {
    const report = await run(schedule, setting)
    explored += 1
    hours += report.hours
    const said = report.violations.map(({ invariant, detail }) => `${invariant}: ${detail}`)
    if (said.length > 0) bad.push({ schedule, said: [...new Set(said)] })
  }
  return { explored, hours, bad }
}
