import type { DataCategory } from '../../records/register.ts'
import type { Entry } from './manifest.ts'

/** How much of each category there is. */
export type Held = Readonly<Partial<Record<DataCategory, number>>>

/** Counts what goes into a bundle, and tells how far its making has come. */
export class Tally {
  entries = 0
  readonly #counts: Record<string, number> = {}
  readonly #held: Partial<Record<DataCategory, number>> = {}
  readonly #of: number
  readonly #progress: ((done: number, of: number) => void) | undefined
  #done = 0

  constructor(of: number, progress?: (done: number, of: number) => void) {
    this.#of = of
    this.#progress = progress
  }

  get counts(): Readonly<Record<string, number>> {
    return { ...this.#counts }
  }

  add(what: string, n = 1): void {
    if (n > 0) this.#counts[what] = (this.#counts[what] ?? 0) + n
  }

  get held(): Held {
    return { ...this.#held }
  }

  /** So much more of a category is held. */
  hold(category: DataCategory, n = 1): void {
    if (n > 0) this.#held[category] = (this.#held[category] ?? 0) + n
  }

  /** One more conversation is in the bundle. */
  advance(): void {
    this.#done += 1
    this.#progress?.(this.#done, this.#of)
  }

  /** Passes entries on, and counts them. */
  async *counting(entries: AsyncIterable<Entry>): AsyncGenerator<Entry> {
    for await (const entry of entries) {
      this.entries += 1
      yield entry
    }
  }
}
