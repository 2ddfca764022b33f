import type { TraceIndex } from '../../records/finds.ts'
import type { Account } from '../hands.ts'
import { keyOf } from './terms.ts'
import type { Scan } from './tickets.ts'

type ProposedTerm = TraceIndex['proposedTerms'][number]

/**
 * What looks like a new identifier of the person, each once, with where it was seen first. Nothing
 * of the account's own is among them: addresses that mails came to, and those of its staff.
 */
export class ProposedTerms {
  readonly #found = new Map<string, ProposedTerm>()
  readonly #receivers = new Set<string>()

  add({ find, identifiers, receivers }: Scan): void {
    for (const receiver of receivers) this.#receivers.add(receiver)
    for (const one of identifiers) this.propose({ ...one, ticket: find.id })
  }

  propose(one: ProposedTerm): void {
    const key = keyOf(one.term)
    if (!this.#found.has(key)) this.#found.set(key, one)
  }

  async all({ search }: Pick<Account, 'search'>): Promise<ProposedTerm[]> {
    const found = [...this.#found.values()].filter(({ term }) => !this.#receivers.has(term.value))
    if (!found.some(({ term }) => term.kind === 'email')) return found
    const staff = new Set<string>()
    // A keyword that is repeated means OR.
    for await (const user of search.export('user', 'role:agent role:admin')) {
      if (user.role !== 'end-user' && user.email) staff.add(user.email.toLowerCase())
    }
    return found.filter(({ term }) => !staff.has(term.value))
  }
}
