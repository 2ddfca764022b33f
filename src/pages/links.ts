import type { Id, Member } from '../records/primitives.ts'
import { hashOf, isSame, newSecret } from './secrets.ts'

/** What a link opens, and for whom. */
export type Granted =
  | { readonly member: Member; readonly purpose: 'upload' }
  | { readonly member: Member; readonly purpose: 'review'; readonly request: Id }

type Link = { readonly hash: string; readonly granted: Granted; readonly until: number }

/** How long a link waits to be opened, in milliseconds. */
const lifetime = 15 * 60_000

/** More than this wait for nobody: whoever made them makes them in a loop. */
const most = 1000

/** Links that open once. They live in memory: a restart forgets them, and a new one is a click away. */
export class Links {
  readonly #links = new Map<string, Link>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  /** A new link's secret. Nothing of it is kept but its hash. */
  mint(granted: Granted): string {
    this.sweep()
    const secret = newSecret()
    const hash = hashOf(secret)
    this.#links.set(hash, { hash, granted, until: this.#now() + lifetime })
    for (const oldest of this.#links.keys()) {
      if (this.#links.size <= most) break
      this.#links.delete(oldest)
    }
    return secret
  }

  /** What a link would open; `undefined` when it is none of ours, used or too old. */
  look(secret: string): Granted | undefined {
    const hash = hashOf(secret)
    const link = this.#links.get(hash)
    if (!link || !isSame(link.hash, hash) || link.until <= this.#now()) return undefined
    return link.granted
  }

  /** Opens a link: nobody opens it a second time. */
  use(secret: string): Granted | undefined {
    const granted = this.look(secret)
    this.#links.delete(hashOf(secret))
    return granted
  }

  /** Forgets what nobody can open any more. */
  sweep(): void {
    for (const [hash, { until }] of this.#links) {
      if (until <= this.#now()) this.#links.delete(hash)
    }
  }
}
