import { run } from './run.ts'
import {
  appendFaults,
  eventNames,
  jobFaults,
  type Place,
  type ScenarioName,
  type Schedule,
  said,
  type Twist,
  writeFaults,
} from './schedule.ts'

/** Everything, and not only what `npm test` has the time for: set `SIMULATE=full`. */
export const isFull = process.env['SIMULATE'] === 'full'

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

/** Each one alone, as a schedule of its own. */
export const alone = (twists: readonly Twist[]): Schedule[] => twists.map((twist) => [twist])

/** One of so many when there is not the time for all: another one for each fault and event. */
export const oneOf = <T>(so: number, all: readonly T[]): readonly T[] =>
  isFull ? all : all.filter((_, i) => (i + Math.floor(i / so)) % so === 0)

/** Each event at each of these places. */
export const eachEvent = (
  count: Readonly<Record<Place, number>>,
  places: readonly Place[],
): Twist[] =>
  places.flatMap((on) =>
    upTo(count[on]).flatMap((nth) =>
      eventNames.map((event): Twist => ({ at: 'event', on, nth, event })),
    ),
  )

/** Each write that leaves it open what happened, and what may come on top of it. */
export const eachPair = (writes: number): Schedule[] =>
  upTo(writes).flatMap((nth) =>
    (['lost', 'lost-done', 'crash-late'] as const).flatMap((fault) => {
      const first: Twist = { at: 'write', nth, fault }
      return [
        [first, { at: 'write', nth: nth + 1, fault: 'crash-after' }],
        [first, { at: 'write', nth: nth + 1, fault: '500' }],
        [first, { at: 'event', on: 'write', nth, event: 'stop' }],
        [first, { at: 'event', on: 'write', nth, event: 'approver-loses-role' }],
        [first, { at: 'event', on: 'write', nth: nth + 1, event: 'policy-raised' }],
      ] satisfies Schedule[]
    }),
  )

/** What goes wrong in these schedules, by schedule: nothing, one hopes. Says how many there were. */
export async function explore(
  what: string,
  schedules: readonly Schedule[],
  setting: Parameters<typeof run>[1] = {},
): Promise<Record<string, readonly string[]>> {
  const began = performance.now()
  let hours = 0
  const bad: Record<string, readonly string[]> = {}
  for (const schedule of schedules) {
    const report = await run(schedule, setting)
    hours += report.hours
    const told = report.violations.map(({ invariant, detail }) => `${invariant}: ${detail}`)
    if (told.length > 0) bad[said(schedule)] = [...new Set(told)]
  }
  const took = Math.round(performance.now() - began)
  const line = `${what}: ${schedules.length} schedules, ${Math.round(hours)} simulated hours, ${took} ms`
  process.stdout.write(`${line}\n`)
  return bad
}
