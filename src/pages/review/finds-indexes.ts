import { type Hands, pagedTraces } from '../../flows/index.ts'
import type { Id } from '../../records/primitives.ts'
import { FindsIndex } from './finds-index.ts'

/** How many requests are remembered at once. */
const most = 4

/** What is remembered of requests while somebody looks at them: of each only what stands now. */
export class FindsIndexes {
  readonly #kept = new Map<Id, { readonly basis: string; readonly index: FindsIndex }>()
  readonly #trouble: (where: string, error: unknown) => void

  constructor(trouble: (where: string, error: unknown) => void) {
    this.#trouble = trouble
  }

  /** What stands now; reading it goes on in the background. Throws `Refusal`. */
  async of(id: Id, hands: Hands): Promise<FindsIndex> {
    const traces = await pagedTraces(id, hands)
    const known = this.#kept.get(id)
    if (known?.basis === traces.basis) return known.index
    this.forget(id)
    const index = new FindsIndex(traces, (error) => {
      this.forget(id)
      this.#trouble('pages', error)
    })
    this.#kept.set(id, { basis: traces.basis, index })
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= most) break
      this.forget(oldest)
    }
    return index
  }

  forget(id: Id): void {
    this.#kept.get(id)?.index.drop()
    this.#kept.delete(id)
  }

  /** Forgets all requests but these. */
  keepOnly(ids: ReadonlySet<Id>): void {
    for (const id of this.#kept.keys()) {
      if (!ids.has(id)) this.forget(id)
    }
  }
}
