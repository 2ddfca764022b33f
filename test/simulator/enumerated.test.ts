import { expect, test } from 'vitest'
import {
  alone,
  eachAppend,
  eachPair,
  eachRead,
  eachWrite,
  explore,
  isFull,
  oneOf,
  passes,
} from './enumerate.ts'
import { run } from './run.ts'
import { scenarioNames } from './schedule.ts'

const patience = 300_000
const scenarios = isFull ? scenarioNames : (['by-ticket'] as const)

test('an erasure in which nothing goes wrong ends with the person gone and nobody else', async () => {
  for (const scenario of scenarioNames) {
    expect((await run([], { scenario })).violations).toEqual([])
  }
})

test('a run that is taken up in its middle is the run from its start', async () => {
  const schedule = [{ at: 'write', nth: 9, fault: 'crash-late' }] as const

  const [short, whole] = [await run(schedule), await run(schedule, { whole: true })]

  expect(short.journal).toEqual(whole.journal)
  expect(short.world).toEqual(whole.world)
})

test.each(scenarioNames)(
  'whatever happens to one write, everything is done once and said truly (%s)',
  async (scenario) => {
    const writes = eachWrite((await passes(scenario)).write)
    const some = scenario === 'by-ticket' ? writes : oneOf(3, writes)

    const bad = await explore(`one write, ${scenario}`, alone(some), { scenario })

    expect(bad).toEqual({})
  },
  patience,
)

test.each(scenarios)(
  'whatever happens to one append, nothing is forgotten and nothing is done twice (%s)',
  async (scenario) => {
    const { append } = await passes(scenario)

    const bad = await explore(`one append, ${scenario}`, alone(eachAppend(append)), {
      scenario,
    })

    expect(bad).toEqual({})
  },
  patience,
)

test.each(scenarios)(
  'whatever happens to one read, it is read again (%s)',
  async (scenario) => {
    const { read } = await passes(scenario)
    const reads = oneOf(3, eachRead(read))

    const bad = await explore(`one read, ${scenario}`, alone(reads), { scenario })

    expect(bad).toEqual({})
  },
  patience,
)

test.each(scenarios)(
  'what comes on top of a lost answer changes nothing about it (%s)',
  async (scenario) => {
    const { write } = await passes(scenario)

    const bad = await explore(`two twists, ${scenario}`, oneOf(2, eachPair(write)), { scenario })

    expect(bad).toEqual({})
  },
  patience,
)
