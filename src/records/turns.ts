/** One piece of work at a time for each name, in the order of asking. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  async take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name) ?? Promise.resolve()
    const mine = before.then(work, work)
    this.#last.set(name, mine)
    try {
      return await mine
    } finally {
      if (this.#last.get(name) === mine) this.#last.delete(name)
    }
  }

  /** Resolves when everything asked for so far has ended, well or not. */
  async ended(): Promise<void> {
    await Promise.allSettled(this.#last.values())
  }
}
