import type { Granted } from './links.ts'
import { hashOf, isSame, newPlace, newSecret } from './secrets.ts'

/** Somebody who has opened a link, and may do there what it was for. */
export type Session = {
  /** Part of every address of this session; no secret. */
  readonly place: string
  readonly granted: Granted
}

type Kept = Session & { readonly hash: string; readonly ends: number; idleAt: number }

const idle = 30 * 60_000
const longest = 8 * 3_600_000
const most = 500

/** Who is signed in to the desk's own pages. In memory: a restart signs everybody out. */
export class Sessions {
  readonly #sessions = new Map<string, Kept>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  /** Signs somebody in. `secret` is for his cookie: nothing of it is kept but its hash. */
  begin(granted: Granted): { readonly place: string; readonly secret: string } {
    this.sweep()
    const [place, secret] = [newPlace(), newSecret()]
    const now = this.#now()
    const kept = { place, granted, hash: hashOf(secret), ends: now + longest, idleAt: now + idle }
    this.#sessions.set(place, kept)
    for (const oldest of this.#sessions.keys()) {
      if (this.#sessions.size <= most) break
      this.#sessions.delete(oldest)
    }
    return { place, secret }
  }

  /** Who is at this place with this secret; `undefined` for everybody else, and when it is too late. */
  find(place: string, secret: string): Session | undefined {
    const kept = this.#sessions.get(place)
    if (!kept || !isSame(kept.hash, hashOf(secret))) return undefined
    const now = this.#now()
    if (now >= kept.ends || now >= kept.idleAt) {
      this.end(place)
      return undefined
    }
    kept.idleAt = now + idle
    return kept
  }

  end(place: string): void {
    this.#sessions.delete(place)
  }

  /** The requests that somebody is signed in for. */
  requests(): Set<string> {
    return new Set(
      [...this.#sessions.values()].flatMap(({ granted }) =>
        granted.purpose === 'review' ? [granted.request] : [],
      ),
    )
  }

  /** Ends what is too old. */
  sweep(): void {
    const now = this.#now()
    for (const [place, { ends, idleAt }] of this.#sessions) {
      if (now >= ends || now >= idleAt) this.#sessions.delete(place)
    }
  }
}
