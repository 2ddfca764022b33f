import { type ClassFacts, classFacts, type PagedTraces } from '../../flows/index.ts'
import type { TicketFind, TraceIndex } from '../../records/finds.ts'

/** What is remembered of one ticket, so that 70,000 can be counted, sorted and chosen from. */
export type Row = {
  readonly id: number
  /** Where its find lies: the vault page, and its place there. */
  readonly page: number
  readonly place: number
  readonly facts: ClassFacts
  readonly requester: string
  /** What a search looks into, in small letters without accents. */
  readonly text: string
  readonly passages: number
  /** Files and recordings that somebody would have to open, by id. */
  readonly files: readonly string[]
  readonly held: boolean
}

/** The tickets of one look, read in the background page by page. Personal data, in memory alone. */
export class FindsIndex {
  readonly traces: PagedTraces
  readonly rows: Row[] = []
  /** Members of whom it is written down that they have seen these finds. */
  readonly viewers = new Set<string>()
  readonly #byId = new Map<number, Row>()
  #pagesRead = 0
  #isDropped = false
  readonly #done: Promise<void>

  constructor(traces: PagedTraces, trouble: (error: unknown) => void) {
    this.traces = traces
    this.#done = this.#read().catch(trouble)
  }

  /** How many vault pages are read, of how many. */
  get progress(): { readonly done: number; readonly of: number } {
    return { done: this.#pagesRead, of: this.traces.pages }
  }

  get isWhole(): boolean {
    return this.#pagesRead === this.traces.pages
  }

  /** Waits until everything is read, but no longer than so many milliseconds. */
  async ready(patience: number): Promise<void> {
    if (this.isWhole) return
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience)
    })
    await Promise.race([this.#done, late])
    clearTimeout(timer)
  }

  /** One ticket; waits until it is read, if it must. */
  async find(id: number): Promise<Row | undefined> {
    if (!this.#byId.has(id)) await this.#done
    return this.#byId.get(id)
  }

  /** The finds of these rows, in their order. */
  async findsOf(rows: readonly Row[]): Promise<TicketFind[]> {
    const pages = new Map<number, readonly TicketFind[]>()
    for (const { page } of rows) {
      if (!pages.has(page)) pages.set(page, await this.traces.page(page))
    }
    return rows.flatMap(({ page, place }) => pages.get(page)?.[place] ?? [])
  }

  /** Nobody looks any more. */
  drop(): void {
    this.#isDropped = true
    this.rows.length = 0
    this.#byId.clear()
  }

  async #read(): Promise<void> {
    for (let page = 0; page < this.traces.pages && !this.#isDropped; page += 1) {
      const finds = await this.traces.page(page)
      if (this.#isDropped) return
      finds.forEach((find, place) => {
        const row = rowOf(find, { page, place }, this.traces.index)
        this.rows.push(row)
        this.#byId.set(find.id, row)
      })
      this.#pagesRead = page + 1
    }
  }
}

const rowOf = (find: TicketFind, at: Pick<Row, 'page' | 'place'>, index: TraceIndex): Row => ({
  id: find.id,
  ...at,
  facts: classFacts(find, index),
  requester: find.requesterName,
  text: folded(`${find.id} ${find.subject} ${find.requesterName}`),
  passages: find.passages.length,
  files: [...find.attachments, ...find.calls].map(({ id }) => String(id)),
  held: find.held,
})

/** A text as a search sees it. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
