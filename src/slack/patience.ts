import { failureOf, SlackRefused } from './failure.ts'

/** The clock. `rest` ends early, in whatever way, when `ending` does. */
export type Clock = {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly rest: (ms: number, ending?: AbortSignal) => Promise<void>
}

/** The desk is closing: this was not sent. After a restart the same key may be asked for again. */
export class OutboxStopped extends Error {
  override readonly name = 'OutboxStopped'
}

/** When each kind of call may go again: Slack limits a method, or a method in a channel. */
export class Holds {
  readonly #until = new Map<string, number>()

  /** Milliseconds since 1970; 0 when nothing holds it. */
  until(name: string): number {
    return this.#until.get(name) ?? 0
  }

  hold(name: string, until: number): void {
    this.#until.set(name, Math.max(until, this.until(name)))
  }
}

/** Milliseconds before the try after `tries` failures: 1 s, 2 s, 4 s … 30 s. */
export const backOff = (tries: number): number => Math.min(30_000, 1000 * 2 ** Math.min(tries, 5))

/** Waits without caring how the wait ends. */
export const restOut = async (clock: Clock, ms: number, ending: AbortSignal): Promise<void> => {
  if (ms > 0 && !ending.aborted) await clock.rest(ms, ending).catch(() => {})
}

/** What a patient call stands in. */
export type Patience = {
  readonly clock: Clock
  readonly holds: Holds
  readonly ending: AbortSignal
}

/**
 * Calls until Slack answers: only for calls that may be made twice. Throws `SlackRefused`, and
 * `OutboxStopped` when `ending` comes first.
 */
export async function persistently<T>(
  { clock, holds, ending }: Patience,
  method: string,
  call: () => Promise<T>,
): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    await restOut(clock, holds.until(method) - clock.now(), ending)
    if (ending.aborted) throw new OutboxStopped(method)
    try {
      return await call()
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind === 'refused') throw new SlackRefused(method, failure.code)
      if (failure.kind === 'limited') holds.hold(method, clock.now() + failure.retryAfterMs)
      else await restOut(clock, backOff(tries), ending)
    }
  }
}
