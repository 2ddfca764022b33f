/**
 * A clock that moves only when everybody sleeps: it then jumps to the first one to wake. Hours pass
 * in milliseconds, and always in the same order.
 */
export function virtualClock(start = Date.UTC(2026, 10, 23)) {
  let time = start
  const sleepers: { at: number; wake: () => void }[] = []
  const slept: number[] = []

  const wakeFirst = (): void => {
    sleepers.sort((one, other) => one.at - other.at)
    const first = sleepers.shift()
    if (!first) return
    time = Math.max(time, first.at)
    first.wake()
  }
  return {
    slept,
    now: () => time,
    sleep: async (ms: number): Promise<void> => {
      slept.push(ms)
      await new Promise<void>((wake) => {
        sleepers.push({ at: time + ms, wake })
        setImmediate(wakeFirst)
      })
    },
    pass: (ms: number): void => {
      time += ms
    },
  }
}
