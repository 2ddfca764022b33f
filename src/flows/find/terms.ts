import type { PeopleDecision, TermRecord } from '../../records/finds.ts'
import { seedTerms, type Term } from '../matching/index.ts'

/** The terms that the confirmed users' profiles and identities give. */
export const termsOf = (users: PeopleDecision['users'], country: string): Term[] =>
  mergedTerms(users.flatMap((user) => seedTerms(user, { country })))

/** Terms without repetition: the same kind with the same value, in any case, is one term. */
export function mergedTerms(terms: readonly TermRecord[]): Term[] {
  const byKey = new Map<string, Term>()
  for (const term of terms) {
    const key = `${term.kind} ${term.value.normalize('NFKC').toLowerCase()}`
    if (!byKey.has(key)) byKey.set(key, term)
  }
  return [...byKey.values()]
}
