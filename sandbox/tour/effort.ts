/** What something costs a person: what he types, presses, chooses, and has to look at. */
export class Effort {
  #commands = 0
  #clicks = 0
  #choices = 0
  #pages = 0
  readonly #windows = new Set<string>()
  #isCounting = true

  typed(): void {
    if (this.#isCounting) this.#commands += 1
  }

  clicked(): void {
    if (this.#isCounting) this.#clicks += 1
  }

  chose(): void {
    if (this.#isCounting) this.#choices += 1
  }

  /** A window, by the id of its view. */
  saw(window: string): void {
    if (this.#isCounting) this.#windows.add(window)
  }

  /** What is done to see it refused is not what the way costs. */
  async aside<T>(work: () => Promise<T>): Promise<T> {
    this.#isCounting = false
    try {
      return await work()
    } finally {
      this.#isCounting = true
    }
  }

  /** A page of a plan, opened to be read, and closed. */
  read(): void {
    this.#pages += 1
  }

  /** So far. */
  get sum(): Readonly<
    Record<'commands' | 'clicks' | 'choices' | 'windows' | 'pages read', number>
  > {
    return {
      commands: this.#commands,
      clicks: this.#clicks,
      choices: this.#choices,
      windows: this.#windows.size,
      'pages read': this.#pages,
    }
  }
}
