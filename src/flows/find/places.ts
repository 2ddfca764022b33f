import type { TraceIndex } from '../../records/finds.ts'
import type { Instant } from '../../records/primitives.ts'
import { ZendeskRefused, ZendeskUnauthorised } from '../../zendesk/index.ts'

type Source = TraceIndex['sources'][number]

/** Every place that one look has looked at, with what it gave. */
export class Places {
  readonly #sources = new Map<string, Source>()
  readonly #now: () => Instant

  constructor(now: () => Instant) {
    this.#now = now
  }

  /** Something was read, and gave so much. */
  add(code: string, found: number): void {
    const before = this.#sources.get(code) ?? { code, found: 0, at: this.#now() }
    this.#sources.set(code, { ...before, found: before.found + found })
  }

  /** Whether there is any use in asking again. */
  isClosed(code: string): boolean {
    return this.#sources.get(code)?.refused !== undefined
  }

  /**
   * Reads a place that not every account has, or lets us read. What Zendesk refuses is said, and never
   * hidden; it is not asked for again in this look.
   */
  async read(code: string, reading: () => Promise<number>): Promise<void> {
    if (this.isClosed(code)) return
    try {
      this.add(code, await reading())
    } catch (error) {
      const refused = refusalOf(error)
      if (!refused) throw error
      this.add(code, 0)
      const said = this.#sources.get(code)
      if (said && refused !== 'gone') this.#sources.set(code, { ...said, refused })
    }
  }

  get all(): Source[] {
    return [...this.#sources.values()]
  }
}

/**
 * Zendesk's no to a read, by its number: 403 our role or scope may not, 404 the account has no such
 * thing. `gone`: only this one record is not there any more.
 */
function refusalOf(error: unknown): '403' | '404' | 'gone' | undefined {
  if (error instanceof ZendeskUnauthorised) return error.status === 403 ? '403' : undefined
  if (!(error instanceof ZendeskRefused)) return undefined
  if (error.status === 403) return '403'
  if (error.status !== 404) return undefined
  return error.code === 'RecordNotFound' ? 'gone' : '404'
}
