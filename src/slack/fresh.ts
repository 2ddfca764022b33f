import { Recent } from './recent.ts'

type Answer<T> = { readonly askedAt: number; readonly value: Promise<T> }

/** Part of the age that answers are kept: the rest is for what is still asked beside them. */
const usable = 11 / 12

const remembered = 5000

/** Answers that are never older than an age; whoever asks at the same time shares one call. */
export class Fresh<T> {
  readonly #now: () => number
  readonly #maxAge: number
  readonly #ask: (about: string) => Promise<T>
  readonly #answers = new Recent<Answer<T>>(remembered)

  constructor(now: () => number, maxAgeMs: number, ask: (about: string) => Promise<T>) {
    this.#now = now
    this.#maxAge = maxAgeMs * usable
    this.#ask = ask
  }

  /** Throws what asking throws; a failure is not kept. */
  async get(about: string): Promise<T> {
    const known = this.#answers.get(about)
    if (known && this.#now() - known.askedAt < this.#maxAge) return await known.value
    const answer = { askedAt: this.#now(), value: this.#ask(about) }
    this.#answers.set(about, answer)
    try {
      return await answer.value
    } catch (error) {
      if (this.#answers.get(about) === answer) this.#answers.delete(about)
      throw error
    }
  }
}
