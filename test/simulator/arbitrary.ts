import { type Arbitrary, array, constantFrom, integer, oneof, record, tuple } from 'fast-check'
import {
  appendFaults,
  eventNames,
  jobFaults,
  places,
  readFaults,
  type ScenarioName,
  type Schedule,
  type Twist,
  writeFaults,
} from './schedule.ts'

const nth = (max: number): Arbitrary<number> => integer({ min: 1, max })

const write: Arbitrary<Twist> = tuple(
  nth(16),
  constantFrom(...writeFaults, ...jobFaults),
  integer({ min: 0, max: 113_000 }),
).map(([n, fault, ms]) => ({ at: 'write', nth: n, fault, ms }))

const append: Arbitrary<Twist> = tuple(nth(60), constantFrom(...appendFaults)).map(
  ([n, fault]) => ({ at: 'append', nth: n, fault }),
)

const read: Arbitrary<Twist> = tuple(nth(130), constantFrom(...readFaults)).map(([n, fault]) => ({
  at: 'read',
  nth: n,
  fault,
}))

const share = { write: 1 / 4, append: 1, read: 2, rest: 1 / 5 } as const

const event: Arbitrary<Twist> = tuple(
  constantFrom(...places),
  nth(60),
  constantFrom(...eventNames),
).map(([on, n, name]) => ({ at: 'event', on, nth: Math.ceil(n * share[on]), event: name }))

/** Any schedule of a few twists; shrinking takes twists away, and brings the rest forward. */
export const anySchedule = (
  scenarios: readonly ScenarioName[],
): Arbitrary<{
  scenario: ScenarioName
  schedule: Schedule
}> =>
  record({
    scenario: constantFrom(...scenarios),
    schedule: array(
      oneof(
        { arbitrary: write, weight: 4 },
        { arbitrary: append, weight: 2 },
        { arbitrary: read, weight: 1 },
        { arbitrary: event, weight: 3 },
      ),
      { minLength: 1, maxLength: 6 },
    ),
  })
