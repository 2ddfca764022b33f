/** Sends what is typed after a pause, in order, and at once when asked. */
export type Filler = {
  /** Replaces what waits under this key; without `ms` it waits until `flush`. */
  later: (key: string, run: () => Promise<void>, ms?: number) => void
  /** Sends everything that waits and resolves when all of it is taken. */
  flush: () => Promise<void>
}

type Waiting = {
  readonly run: () => Promise<void>
  readonly timer: ReturnType<typeof setTimeout> | undefined
}

/** A new one, with nothing waiting. */
export function newFiller(): Filler {
  const waiting = new Map<string, Waiting>()
  let last: Promise<void> = Promise.resolve()
  const send = (key: string): void => {
    const one = waiting.get(key)
    if (!one) return
    clearTimeout(one.timer)
    waiting.delete(key)
    last = last.then(one.run).catch(() => undefined)
  }
  return {
    later: (key, run, ms) => {
      clearTimeout(waiting.get(key)?.timer)
      const timer = ms === undefined ? undefined : setTimeout(() => send(key), ms)
      waiting.set(key, { run, timer })
    },
    flush: async () => {
      for (const key of waiting.keys()) send(key)
      await last
    },
  }
}
