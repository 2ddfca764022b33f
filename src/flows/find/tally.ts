import type { TicketFind } from '../../records/finds.ts'
import type { Places } from './places.ts'

/** Counts what a look has found, find by find. */
export class Tally {
  readonly #counts = { tickets: 0, own: 0, others: 0, passages: 0, ask: 0 }
  #transcripts = 0

  add({ relation, passages, proposal }: TicketFind): void {
    this.#counts.tickets += 1
    if (relation === 'own') this.#counts.own += 1
    else this.#counts.others += 1
    this.#counts.passages += passages.length
    if (proposal.action === 'ask') this.#counts.ask += 1
    this.#transcripts += passages.filter(({ where }) => where === 'transcript').length
  }

  /** For the journal: counts and nothing else. */
  get counts(): Readonly<Record<string, number>> {
    return this.#counts
  }

  /** Says of what comes with each ticket that it was looked at, and what it gave. */
  tell(places: Places): void {
    places.add('transcripts', this.#transcripts)
  }
}
