import { expect, test } from 'vitest'
import { Replays } from '../../src/commands/replay.ts'

const start = Date.parse('2026-11-23T09:00:00Z')

function at() {
  const clock = { now: start }
  const replays = new Replays(() => clock.now)
  const deliver = (signature: string, seconds: number) =>
    replays.judge({ signature, stamp: start / 1000 + seconds })
  return { clock, deliver }
}

test('the same signed bytes count once, however often they come', () => {
  const { deliver, clock } = at()
  expect(deliver('a', 0)).toBeUndefined()
  expect(deliver('a', 0)).toBe('replayed')
  clock.now += 299_000
  expect(deliver('a', 0)).toBe('replayed')
  expect(deliver('b', 299)).toBeUndefined()
})

test('a stamp from the future is not taken, nor the same bytes when its time has come', () => {
  const { deliver, clock } = at()
  expect(deliver('a', 3600)).toBe('stamp-ahead')
  clock.now += 3_600_000
  expect(deliver('a', 3600)).toBe('replayed')
})

test('a clock that is a few minutes slow does no harm', () => {
  const { deliver } = at()
  expect(deliver('a', 290)).toBeUndefined()
})

test('what was signed before this process started may have been handled by the one before', () => {
  const { deliver } = at()
  expect(deliver('a', -1)).toBe('restarted')
})

test('what is forgotten is too old to be taken by anybody', () => {
  const { deliver, clock } = at()
  expect(deliver('a', 0)).toBeUndefined()
  clock.now += 601_000
  // Bolt refuses whatever is older than five minutes before it gets here.
  expect(deliver('b', 601)).toBeUndefined()
})

test('of the second in which this process started, what is no longer under way is not taken', () => {
  const { deliver, clock } = at()
  clock.now += 3_000
  expect(deliver('a', 0)).toBeUndefined()
  clock.now += 1_000
  expect(deliver('b', 0)).toBe('restarted')
  expect(deliver('c', 1)).toBeUndefined()
})

test('what is hung on to a signature makes no new one', () => {
  const { deliver } = at()
  expect(deliver('v0=a', 0)).toBeUndefined()
  expect(deliver('v0=a=b', 0)).toBe('replayed')
  expect(deliver('v0=b', 0)).toBeUndefined()
})
