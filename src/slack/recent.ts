/** The last so many things that were looked at or put in. */
export class Recent<T> {
  readonly #kept = new Map<string, T>()
  readonly #limit: number
  readonly #dropped: (value: T) => void

  /** `dropped` is told what had to go. */
  constructor(limit: number, dropped: (value: T) => void = () => {}) {
    this.#limit = limit
    this.#dropped = dropped
  }

  get(key: string): T | undefined {
    const value = this.#kept.get(key)
    if (value === undefined) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, value)
    return value
  }

  set(key: string, value: T): void {
    this.#kept.delete(key)
    this.#kept.set(key, value)
    for (const [oldest, old] of this.#kept) {
      if (this.#kept.size <= this.#limit) return
      this.#kept.delete(oldest)
      this.#dropped(old)
    }
  }

  delete(key: string): void {
    this.#kept.delete(key)
  }

  clear(): void {
    this.#kept.clear()
  }
}
