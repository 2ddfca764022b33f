import { expect, test } from 'vitest'
import { effectsOf } from './support/account.ts'
import { desk } from './support/desk.ts'
import { faultsOf, told } from './support/journal.ts'
import { approved, camilles, nadias, planned } from './support/way.ts'
import { wrapped } from './support/wrapped.ts'

class Killed extends Error {}

/** Goes on after every death, as a process that is started again does. */
async function throughDeaths(d: Awaited<ReturnType<typeof desk>>, id: string): Promise<number> {
  for (let deaths = 0; deaths < 200; deaths += 1) {
    try {
      await d.go(id)
      return deaths
    } catch (error) {
      if (!(error instanceof Killed)) throw error
      await d.restart()
    }
  }
  throw new Error('it never came through')
}

/** Throws dice that fall the same way in every run. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state % 3
  }
}

test.each([
  ['before', 20_417],
  ['before', 48_213],
  ['after', 23_117],
  ['after', 31_482],
] as const)(
  'killed %s every third line or so that it writes (%i), it comes through',
  async (when, seed) => {
    const d = await desk()
    const id = await planned(d, nadias)
    await approved(d, id)
    const thrown = dice(seed)
    d.wrap = (store) =>
      wrapped(store, async (owner, version, entries, options) => {
        if (thrown() !== 0) return
        if (when === 'after') await store.append(owner, version, entries, options)
        throw new Killed()
      })

    expect(await throughDeaths(d, id)).toBeGreaterThan(3)

    const effects = effectsOf(d)
    expect(effects).toEqual([...new Set(effects)])
    expect(effects.filter((effect) => effect.startsWith('comment.created'))).toHaveLength(1)
    expect(await told(d, id)).toContain('closed done')
    expect(await faultsOf(d)).toEqual([])
  },
)

test('killed between a write and its answer, the desk reads back and does not repeat', async () => {
  const d = await desk()
  const id = await planned(d, camilles)
  await approved(d, id)
  let armed = false
  d.onWrite = () => {
    armed = true
  }
  d.wrap = (store) =>
    wrapped(store, () => {
      if (!armed) return
      armed = false
      throw new Killed()
    })

  const deaths = await throughDeaths(d, id)

  expect(deaths).toBeGreaterThan(20)
  const effects = effectsOf(d)
  expect(effects).toEqual([...new Set(effects)])
  expect(await told(d, id)).toContain('closed done')
  expect(await faultsOf(d)).toEqual([])
})

test('started anew at every rest, the desk goes on from where it was', async () => {
  const d = await desk()
  const id = await planned(d)
  await d.restart()
  await approved(d, id)
  const rests: string[] = []
  for (let resting = await d.step(id); resting.on !== 'nothing'; resting = await d.step(id)) {
    rests.push('step' in resting ? resting.step : resting.on)
    if (resting.on === 'time') d.clock.ms = Math.max(d.clock.ms, Date.parse(resting.until))
    await d.restart()
    expect(rests.length).toBeLessThan(20)
  }

  expect(new Set(rests)).toEqual(new Set(['pause', 'answer-leaves', 'prove']))
  expect(await told(d, id)).toContain('closed done')
  expect(await faultsOf(d)).toEqual([])
})
