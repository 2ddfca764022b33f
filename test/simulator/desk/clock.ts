import type { Instant } from '../../../src/records/primitives.ts'

type Due = { readonly at: number; readonly run: () => void }

/** Time that moves only when somebody waits. What is due on the way happens on the way, in order. */
export class Clock {
  #ms: number
  #due: Due[] = []

  constructor(ms = Date.parse('2026-11-23T09:00:00.000Z')) {
    this.#ms = ms
  }

  /** Whether nothing is on its way. */
  get idle(): boolean {
    return this.#due.length === 0
  }

  get ms(): number {
    return this.#ms
  }

  now(): Instant {
    return new Date(this.#ms).toISOString()
  }

  /** Something happens after so many milliseconds, whoever is alive by then. */
  after(ms: number, run: () => void): void {
    this.#due = [...this.#due, { at: this.#ms + ms, run }].toSorted((a, b) => a.at - b.at)
  }

  /** Waits. */
  pass(ms: number): void {
    const until = this.#ms + Math.max(0, ms)
    for (;;) {
      const [next] = this.#due
      if (!next || next.at > until) break
      this.#due = this.#due.slice(1)
      this.#ms = Math.max(this.#ms, next.at)
      next.run()
    }
    this.#ms = until
  }

  passUntil(instant: Instant): void {
    this.pass(Date.parse(instant) - this.#ms)
  }
}
