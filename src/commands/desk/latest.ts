type Slot<T> = {
  wanted: { readonly value: T } | undefined
  isBusy: boolean
  /** What is being waited for: the work, or the space after it. */
  phase: Promise<unknown>
  running: Promise<void>
}

type Work<T> = {
  /** Resolves to how many milliseconds this key is left alone afterwards; to nothing for none. */
  readonly work: (key: string, value: T) => Promise<number | void>
  readonly failed: (key: string, error: unknown) => void
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
    const nothing = Promise.resolve()
    const slot: Slot<T> = { wanted: { value }, isBusy: true, phase: nothing, running: nothing }
    this.#slots.set(key, slot)
    slot.running = this.#run(key, slot)
  }

  /** Resolves when nothing is being worked on or waits. */
  async idle(): Promise<void> {
    for (;;) {
      const busy = [...this.#slots.values()].filter(({ isBusy, wanted }) => isBusy || wanted)
      if (busy.length === 0) return
      await Promise.all(busy.map(async ({ phase }) => await phase))
    }
  }

  /** Takes nothing more; what waits for its turn is dropped. Resolves when nothing is under way. */
  async end(): Promise<void> {
    this.#ending.abort()
    await Promise.all([...this.#slots.values()].map(async ({ running }) => await running))
  }

  async #run(key: string, slot: Slot<T>): Promise<void> {
    const { signal } = this.#ending
    for (let next = slot.wanted; next && !signal.aborted; next = slot.wanted) {
      slot.wanted = undefined
      slot.isBusy = true
      const work = this.#workOn(key, next.value)
      slot.phase = work
      const space = await work
      slot.isBusy = false
      if (space <= 0 || signal.aborted) continue
      slot.phase = this.#how.rest(space, signal).catch(() => {})
      await slot.phase
    }
    this.#slots.delete(key)
  }

  async #workOn(key: string, value: T): Promise<number> {
    try {
      return (await this.#how.work(key, value)) ?? 0
    } catch (error) {
      this.#how.failed(key, error)
      return 0
    }
  }
}
