import type { Commit } from '../../records/commitment.ts'
import type { TicketFind } from '../../records/finds.ts'
import type { Request } from '../../records/request.ts'
import type { Hands } from '../hands.ts'
import { note } from '../journal.ts'
import { type Parts, shelf } from '../vault.ts'
import { Cutter } from './cut.ts'

/** Pages that wait in memory; beyond them they go into the vault, before the entry that names them. */
const inHand = 4

/**
 * Keeps finds in the vault as they come, so that a look for 5,000 tickets holds no more of them at a
 * time than one for some hundreds. A look that is not finished writes the same parts again.
 */
export class PageKeeper {
  readonly #request: Request
  readonly #name: string
  readonly #hands: Hands
  readonly #cutter = new Cutter()
  readonly #commits: Commit[] = []
  #shelf

  constructor(request: Request, name: string, hands: Hands) {
    this.#request = request
    this.#name = name
    this.#hands = hands
    this.#shelf = shelf(hands)
  }

  async add(find: TicketFind): Promise<void> {
    const full = this.#cutter.add(find)
    if (full) await this.#keep(full)
  }

  /** All pages, and what of them is to be written with the entry. */
  async end(): Promise<{ pages: Commit[]; parts: Parts }> {
    const rest = this.#cutter.rest()
    if (rest.length > 0) await this.#keep(rest)
    return { pages: this.#commits, parts: this.#shelf.parts }
  }

  async #keep(page: readonly TicketFind[]): Promise<void> {
    const part = `${this.#name}-${this.#commits.length + 1}`
    this.#commits.push(await this.#shelf.keep(part, page))
    if (this.#shelf.parts.size < inHand) return
    await note(this.#request, [], this.#hands, { vault: this.#shelf.parts })
    this.#shelf = shelf(this.#hands)
  }
}
