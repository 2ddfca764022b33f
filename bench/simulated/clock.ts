/** Time that passes only when everybody waits: it then jumps to the first one to wake. */
export type Clock = {
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
}

type Sleeper = { readonly at: number; readonly wake: () => void }

/** For work that never waits for anything but this clock: hours pass in the time that it computes. */
export function virtualClock(start = Date.UTC(2026, 10, 23, 9)): Clock {
  let time = start
  let asleep: Sleeper[] = []
  let waking = false

  const wakeNext = (): void => {
    waking = false
    const at = asleep.reduce((first, sleeper) => Math.min(first, sleeper.at), Infinity)
    const due = asleep.filter((sleeper) => sleeper.at === at)
    asleep = asleep.filter((sleeper) => sleeper.at !== at)
    time = Math.max(time, at)
    for (const { wake } of due) wake()
    schedule()
  }
  const schedule = (): void => {
    if (waking || asleep.length === 0) return
    waking = true
    // A turn later: whatever goes on without waiting goes first.
    setImmediate(wakeNext)
  }
  return {
    now: () => time,
    sleep: async (ms) => {
      await new Promise<void>((wake) => {
        asleep.push({ at: time + Math.max(0, ms), wake })
        schedule()
      })
    },
  }
}
