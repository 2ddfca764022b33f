/** What can be seen on a screen, of all that the workspace tells. */
const seen = /"kind":"(?:message|view|ephemeral|home)"/

/** Tells whenever something in the workspace has changed, as its page hears it. */
export class Changes {
  readonly #ending = new AbortController()
  #count = 0
  #wake: (() => void)[] = []

  /** Follows a workspace; resolves when it is listened to. */
  static async follow(workspace: string): Promise<Changes> {
    const changes = new Changes()
    const { body } = await fetch(`${workspace}/_events`, { signal: changes.#ending.signal })
    if (!body) throw new TypeError('The workspace tells nothing.')
    void changes.#hear(body).catch(() => undefined)
    return changes
  }

  /** How many there have been. */
  get count(): number {
    return this.#count
  }

  /** Resolves at once if there were any after that count, else at the next one, or after so long. */
  async after(count: number, ms: number): Promise<void> {
    if (this.#count > count) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#wake.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  close(): void {
    this.#ending.abort()
  }

  async #hear(body: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const chunk of body) {
      if (!seen.test(Buffer.from(chunk).toString())) continue
      this.#count += 1
      const woken = this.#wake
      this.#wake = []
      for (const wake of woken) wake()
    }
  }
}
