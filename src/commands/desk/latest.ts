type Slot<T> = { wanted: { readonly value: T } | undefined; running: Promise<void> }

type Work<T> = {
  readonly work: (key: string, value: T) => Promise<void>
  readonly failed: (key: string, error: unknown) => void
  /** Milliseconds to leave between two runs of one key, given how long the last one took. */
  readonly spacing: (took: number) => number
  readonly rest: (ms: number, ending: AbortSignal) => Promise<void>
}

/**
 * Works on the latest of each key: what is asked for while it is being worked on is done once more
 * afterwards, however often it was asked for. Never two runs of one key at once.
 */
export class Latest<T> {
  readonly #how: Work<T>
  readonly #slots = new Map<string, Slot<T>>()
  readonly #ending = new AbortController()

  constructor(how: Work<T>) {
    this.#how = how
  }

  /** Has this worked on, now or after what is being worked on. Never throws. */
  put(key: string, value: T): void {
    if (this.#ending.signal.aborted) return
    const before = this.#slots.get(key)
    if (before) {
      before.wanted = { value }
      return
    }
    const slot: Slot<T> = { wanted: { value }, running: Promise.resolve() }
    this.#slots.set(key, slot)
    slot.running = this.#run(key, slot)
  }

  /** Resolves when nothing is being worked on or waits. */
  async idle(): Promise<void> {
    while (this.#slots.size > 0) {
      await Promise.all([...this.#slots.values()].map(async ({ running }) => await running))
    }
  }

  /** Takes nothing more; what waits for its turn is dropped. Resolves when nothing is under way. */
  async end(): Promise<void> {
    this.#ending.abort()
    await this.idle()
  }

  async #run(key: string, slot: Slot<T>): Promise<void> {
    const { signal } = this.#ending
    for (let next = slot.wanted; next && !signal.aborted; next = slot.wanted) {
      slot.wanted = undefined
      const began = performance.now()
      try {
        await this.#how.work(key, next.value)
      } catch (error) {
        this.#how.failed(key, error)
      }
      await this.#rest(this.#how.spacing(performance.now() - began), slot)
    }
    this.#slots.delete(key)
  }

  async #rest(ms: number, slot: Slot<T>): Promise<void> {
    // Nothing waits: there is nothing to keep apart yet, but what comes next must be.
    if (ms <= 0 || (slot.wanted === undefined && ms < longEnough)) return
    await this.#how.rest(ms, this.#ending.signal).catch(() => {})
  }
}

/** Shorter spaces are only kept where something waits already. */
const longEnough = 1_000
