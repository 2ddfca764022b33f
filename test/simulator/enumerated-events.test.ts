import { expect, test } from 'vitest'
import { alone, eachEvent, explore, isFull, oneOf, passes } from './enumerate.ts'

const patience = 600_000
const scenarios = isFull ? (['by-ticket', 'by-name'] as const) : (['by-ticket'] as const)

test.each(scenarios)(
  'whatever others do while the request rests, only what was approved is done (%s)',
  async (scenario) => {
    const events = oneOf(2, eachEvent(await passes(scenario), ['rest']))

    expect(await explore(`one event at a rest, ${scenario}`, alone(events), { scenario })).toEqual(
      {},
    )
  },
  patience,
)

test.each(scenarios)(
  'whatever others do just before a write, only what was approved is done (%s)',
  async (scenario) => {
    const events = oneOf(3, eachEvent(await passes(scenario), ['write']))

    expect(await explore(`one event at a write, ${scenario}`, alone(events), { scenario })).toEqual(
      {},
    )
  },
  patience,
)

test.each(scenarios)(
  'whatever others do or write just before an entry is written, only what was approved is done (%s)',
  async (scenario) => {
    const events = oneOf(8, eachEvent(await passes(scenario), ['append']))

    expect(
      await explore(`one event at an append, ${scenario}`, alone(events), { scenario }),
    ).toEqual({})
  },
  patience,
)
