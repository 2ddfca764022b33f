/** What Slack's headers say of a delivery (facts 1.3). */
export type Delivery = {
  /** Seconds since the epoch, as signed. */
  readonly stamp: number
  readonly signature: string
}

/** Why a delivery is not taken. */
export type Untimely = 'replayed' | 'stamp-ahead' | 'restarted'

const window = 300
/** Slack waits no longer for an acknowledgement (facts 1.4): what is older is not under way any more. */
const underWay = 3

/**
 * Bolt verifies the signature and refuses stamps older than five minutes; it takes the same bytes
 * twice, and stamps from the future (facts 1.3, measured). What it lets through is judged here.
 * What came before this process started may have been handled by the one before: that is refused
 * too, so that nothing has to be remembered on disk.
 */
export class Replays {
  readonly #now: () => number
  readonly #started: number
  /** Signatures in the order of their coming, each with the second at which it can be forgotten. */
  readonly #seen = new Map<string, number>()

  /** `now`: milliseconds since the epoch. */
  constructor(now: () => number) {
    this.#now = now
    this.#started = Math.floor(now() / 1000)
  }

  /** Says what is wrong with a delivery, and remembers it. */
  judge({ stamp, signature }: Delivery): Untimely | undefined {
    const now = Math.floor(this.#now() / 1000)
    const proof = proven(signature)
    this.#forget(now)
    if (this.#seen.has(proof)) return 'replayed'
    // Longer than the stamp is good for, or the same bytes would be new again.
    this.#seen.set(proof, Math.max(now, stamp) + 2 * window)
    if (stamp > now + window) return 'stamp-ahead'
    return this.#isOld(stamp, now) ? 'restarted' : undefined
  }

  /** A stamp is a whole second: of the one in which this process started, what comes late is old. */
  #isOld(stamp: number, now: number): boolean {
    return stamp < this.#started || (stamp === this.#started && now > stamp + underWay)
  }

  #forget(now: number): void {
    for (const [signature, until] of this.#seen) {
      if (until > now) return
      this.#seen.delete(signature)
    }
  }
}

/** What Bolt verifies of a signature: it takes anything after a second `=` (measured). */
const proven = (signature: string): string => signature.split('=').slice(0, 2).join('=')
