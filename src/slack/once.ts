/** Tells of each cause once, until it is over. */
export class Once<T> {
  readonly #told = new Map<string, Set<string>>()
  readonly #tell: (trouble: T) => void

  constructor(tell: (trouble: T) => void) {
    this.#tell = tell
  }

  /** `where` is what later may be `over`; `what` tells causes of one place apart. */
  tell(where: string, what: string, trouble: T): void {
    const told = this.#told.get(where) ?? new Set()
    if (told.has(what)) return
    this.#told.set(where, told.add(what))
    this.#tell(trouble)
  }

  over(where: string): void {
    this.#told.delete(where)
  }
}
