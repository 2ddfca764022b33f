import { failureOf } from './failure.ts'
import { backOff, type Clock, OutboxStopped, restOut } from './patience.ts'

/** What decides when a lane may go, in milliseconds since 1970. */
export type Gate = {
  readonly opensAt: () => number
  /** Slack has asked to wait until then. */
  readonly hold: (until: number) => void
}

type Job = {
  readonly priority: () => number
  /** Resolves when this is over, or in how many milliseconds to try again. */
  readonly attempt: () => Promise<number | undefined>
  readonly giveUp: () => void
  readyAt: number
  tries: number
}

/** Calls of one method in one channel, one at a time: the most urgent first, then the oldest. */
export class Lane {
  readonly #clock: Clock
  readonly #gate: Gate
  readonly #jobs: Job[] = []
  #waiting = new AbortController()
  #isRunning = false
  #isOver = false

  constructor(clock: Clock, gate: Gate) {
    this.#clock = clock
    this.#gate = gate
  }

  /**
   * Makes the call when its turn has come, again after a 429 and when Slack could not be reached;
   * every other error is thrown on. `priority`: the smaller, the sooner. Throws `OutboxStopped`.
   */
  async run<T>(priority: () => number, call: () => Promise<T>): Promise<T> {
    return await new Promise<T>((resolve, reject) => {
      const job: Job = {
        priority,
        readyAt: 0,
        tries: 0,
        giveUp: () => reject(new OutboxStopped('lane')),
        attempt: async () => {
          try {
            resolve(await call())
            return undefined
          } catch (error) {
            const again = this.#waitAfter(error, job)
            if (again === undefined) reject(error)
            return again
          }
        },
      }
      this.#jobs.push(job)
      this.wake()
      if (!this.#isRunning) void this.#work()
    })
  }

  /** Looks again at what may go: a time or a priority has changed. */
  wake(): void {
    this.#waiting.abort()
  }

  /** What can go at once still goes; nothing waits any more. */
  end(): void {
    this.#isOver = true
    this.wake()
  }

  async #work(): Promise<void> {
    this.#isRunning = true
    while (this.#jobs.length > 0) {
      const job = this.#next()
      if (job) await this.#try(job)
      else if (this.#isOver) for (const late of this.#jobs.splice(0)) late.giveUp()
      else await this.#rest()
    }
    this.#isRunning = false
  }

  async #try(job: Job): Promise<void> {
    this.#jobs.splice(this.#jobs.indexOf(job), 1)
    const again = await job.attempt()
    if (again === undefined) return
    job.tries += 1
    job.readyAt = this.#clock.now() + again
    // It keeps its place before what came later.
    this.#jobs.unshift(job)
  }

  #next(): Job | undefined {
    const now = this.#clock.now()
    if (this.#gate.opensAt() > now) return undefined
    let best: Job | undefined
    for (const job of this.#jobs)
      if (job.readyAt <= now && (!best || job.priority() < best.priority())) best = job
    return best
  }

  async #rest(): Promise<void> {
    this.#waiting = new AbortController()
    const ready = Math.min(...this.#jobs.map(({ readyAt }) => readyAt))
    const until = Math.max(ready, this.#gate.opensAt())
    await restOut(this.#clock, until - this.#clock.now(), this.#waiting.signal)
  }

  #waitAfter(error: unknown, job: Job): number | undefined {
    const failure = failureOf(error)
    if (failure.kind === 'unreachable') return backOff(job.tries)
    if (failure.kind !== 'limited') return undefined
    this.#gate.hold(this.#clock.now() + failure.retryAfterMs)
    return 0
  }
}

/** One lane for each channel, all of one method. */
export class Lanes {
  readonly #lanes = new Map<string, Lane>()
  readonly #make: (channel: string) => Lane
  #isOver = false

  constructor(make: (channel: string) => Lane) {
    this.#make = make
  }

  of(channel: string): Lane {
    const known = this.#lanes.get(channel)
    if (known) return known
    const lane = this.#make(channel)
    if (this.#isOver) lane.end()
    this.#lanes.set(channel, lane)
    return lane
  }

  /** Ends every lane, and those made from now on. */
  end(): void {
    this.#isOver = true
    for (const lane of this.#lanes.values()) lane.end()
  }
}
