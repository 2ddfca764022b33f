import { expect, test } from 'vitest'
import { flows, Keeper, type Resting } from '../../src/flows/index.ts'
import { effectsOf } from './support/account.ts'
import { officer, second } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { faultsOf, told } from './support/journal.ts'
import { quorumOf } from './support/rules.ts'
import { approved, planned } from './support/way.ts'

type Kept = { keeper: Keeper; rests: Resting[]; troubles: unknown[]; ring: () => void }

/** A keeper whose alarms ring when a test says so. */
function kept(d: Desk, onRest: (id: string, keeper: Keeper) => void = () => {}): Kept {
  const rests: Resting[] = []
  const troubles: unknown[] = []
  let alarms: { ms: number; ring: () => void }[] = []
  const hands = {
    alarm: (ms: number, ring: () => void) => {
      const alarm = { ms, ring }
      alarms.push(alarm)
      return () => {
        alarms = alarms.filter((one) => one !== alarm)
      }
    },
    rested: (id: string, resting: Resting) => {
      rests.push(resting)
      onRest(id, keeper)
    },
    trouble: (_: string, error: unknown) => void troubles.push(error),
  }
  const all = Object.defineProperties({ ...hands }, Object.getOwnPropertyDescriptors(d.hands))
  const keeper: Keeper = new Keeper(flows, { ...d.hands, ...all, ...hands })
  const ring = (): void => {
    const due = alarms
    alarms = []
    d.clock.pass(Math.max(0, ...due.map(({ ms }) => ms)))
    for (const one of due) one.ring()
  }
  return { keeper, rests, troubles, ring }
}

test('woken many times at once, a request runs once', async () => {
  const d = await desk({ policy: { pauseSeconds: 0, answerLeavesSeconds: 0 } })
  const id = await planned(d)
  const { keeper, troubles } = kept(d)
  await approved(d, id)

  await Promise.all([keeper.wake(id), keeper.wake(id), keeper.takeUp(), keeper.wake(id)])

  expect(effectsOf(d)).toEqual([...new Set(effectsOf(d))])
  expect(troubles).toEqual([])
  expect(await faultsOf(d)).toEqual([])
})

test('what happens at the very moment in which a request comes to rest is not slept through', async () => {
  const d = await desk({ policy: quorumOf(2) })
  const id = await planned(d)
  await approved(d, id, officer)
  let woken: Promise<Resting> | undefined
  const { keeper } = kept(d, (resting, it) => {
    woken ??= approved(d, resting, second).then(async () => await it.wake(resting))
  })

  await keeper.wake(id)
  expect(await woken).toMatchObject({ on: 'time', step: 'pause' })
})

test('waking a request from within its own rest wakes it', async () => {
  const d = await desk()
  const id = await planned(d)
  let wakes = 0
  const { keeper, rests } = kept(d, (resting, it) => {
    wakes += 1
    if (wakes < 3) void it.wake(resting)
  })

  await keeper.wake(id)
  await keeper.stop()

  expect(rests.length).toBeGreaterThan(1)
})

test('stopped in the middle, the desk writes down the call in hand and starts no other', async () => {
  const d = await desk({ policy: { pauseSeconds: 0 } })
  const id = await planned(d)
  await approved(d, id)
  const first = kept(d)
  let stopped: Promise<void> | undefined
  d.onWrite = () => {
    stopped ??= first.keeper.stop()
  }

  expect(await first.keeper.wake(id)).toEqual({ on: 'shutdown' })
  await stopped
  expect((await told(d, id)).filter((line) => line === 'intended')).toHaveLength(1)

  await d.restart()
  const again = kept(d)
  await again.keeper.takeUp()
  for (let rings = 0; rings < 10; rings += 1) {
    again.ring()
    await again.keeper.wake(id)
  }
  expect(await told(d, id)).toContain('closed done')
  expect(await faultsOf(d)).toEqual([])
})
