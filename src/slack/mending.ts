import type { Refusal } from './outbox-shapes.ts'

type MendingHands = {
  /** Whether Slack would take messages in this channel now. Rejects when nobody can say. */
  readonly isWell: (channel: string) => Promise<boolean>
  /** Somebody has mended it: what was not said can be said. */
  readonly mended: () => Promise<void>
  readonly rest: (ms: number, ending: AbortSignal) => Promise<void>
  /** Milliseconds between two looks. */
  readonly pause: number
  readonly trouble: (where: string, error: unknown) => void
}

/**
 * Looks every so often whether a channel that refused us takes us again: Slack tells nobody that he
 * has been let in, and whoever invites the bot expects no more of him.
 */
export class Mending {
  readonly #hands: MendingHands
  readonly #ending = new AbortController()
  readonly #watched = new Map<string, Promise<void>>()

  constructor(hands: MendingHands) {
    this.#hands = hands
  }

  /** Something was refused there, for a reason that somebody can mend. */
  refused({ channel }: Refusal): void {
    if (this.#watched.has(channel) || this.#ending.signal.aborted) return
    const watch = this.#watch(channel).finally(() => this.#watched.delete(channel))
    this.#watched.set(channel, watch)
  }

  /** Looks no more. */
  async end(): Promise<void> {
    this.#ending.abort()
    await Promise.all(this.#watched.values())
  }

  async #watch(channel: string): Promise<void> {
    const { isWell, mended, rest, pause, trouble } = this.#hands
    const { signal } = this.#ending
    try {
      do await rest(pause, signal).catch(() => undefined)
      while (!(signal.aborted || (await isWell(channel).catch(() => false))))
      if (!signal.aborted) await mended()
    } catch (error) {
      trouble('mending', error)
    }
  }
}
