type Count = { since: number; wrong: number }

/** How many wrong links are looked at within the window, in milliseconds, from one address and from all. */
const limits = { window: 10 * 60_000, each: 20, all: 400 }
const mostAddresses = 5000

/**
 * Counts links and cookies that are none of ours. Nobody guesses 256 bits; whoever tries is sent away
 * before anything is looked at, and the others are let in all the same.
 */
export class Guesses {
  readonly #addresses = new Map<string, Count>()
  #all: Count = { since: 0, wrong: 0 }
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  /** Whether an address must wait. Under a flood from many, everybody waits who has guessed wrong once. */
  isTooMany(address: string): boolean {
    const wrong = this.#current(this.#addresses.get(address))?.wrong ?? 0
    const all = this.#current(this.#all)?.wrong ?? 0
    return wrong >= limits.each || (all >= limits.all && wrong > 0)
  }

  /** A link that was none of ours. */
  note(address: string): void {
    this.#all = this.#more(this.#all)
    const count = this.#more(this.#addresses.get(address))
    this.#addresses.delete(address)
    this.#addresses.set(address, count)
    for (const oldest of this.#addresses.keys()) {
      if (this.#addresses.size <= mostAddresses) break
      this.#addresses.delete(oldest)
    }
  }

  #current(count: Count | undefined): Count | undefined {
    return count && this.#now() - count.since < limits.window ? count : undefined
  }

  #more(count: Count | undefined): Count {
    const { since, wrong } = this.#current(count) ?? { since: this.#now(), wrong: 0 }
    return { since, wrong: wrong + 1 }
  }
}
