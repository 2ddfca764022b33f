/** Springs at the n-th write, while the write's answer is held back. */
export class Trap {
  #left = 0
  #spring: (() => Promise<void>) | undefined

  /** A write took effect. */
  async count(): Promise<void> {
    this.#left -= 1
    if (this.#left === 0) await this.#spring?.()
  }

  /** Resolves when it has sprung. */
  async after(n: number, spring: () => Promise<void>): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#left = n
      this.#spring = async () => await spring().then(resolve, reject)
    })
  }
}
