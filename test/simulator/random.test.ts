import { assert, asyncProperty } from 'fast-check'
import { expect, test } from 'vitest'
import { anySchedule } from './arbitrary.ts'
import { isFull } from './enumerate.ts'
import { run } from './run.ts'

const { SIMULATE_RUNS, SIMULATE_SEED } = process.env
const numRuns = Number(SIMULATE_RUNS ?? (isFull ? 20_000 : 250))
const seed = Number(SIMULATE_SEED ?? 20_261_123)

test('whatever goes wrong together, everything is done once, as approved, and then forgotten', async () => {
  const began = performance.now()
  let hours = 0
  const property = asyncProperty(anySchedule(['by-ticket', 'by-name']), async (one) => {
    const report = await run(one.schedule, { scenario: one.scenario })
    hours += report.hours
    expect(report.violations).toEqual([])
  })

  await assert(property, { numRuns, seed })

  const took = Math.round(performance.now() - began)
  const line = `random: ${numRuns} schedules of seed ${seed}, ${Math.round(hours)} simulated hours, ${took} ms`
  process.stdout.write(`${line}\n`)
}, 3_600_000)
