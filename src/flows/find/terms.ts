import type { Candidate, TermRecord } from '../../records/finds.ts'
import type { Policy } from '../../records/policy.ts'
import { seedTerms, type Term } from '../matching/index.ts'

/**
 * The terms that the confirmed users' profiles and identities give. Where it is given, the policy's
 * word on personal data decides which kinds count at all, and which may be decided by class.
 */
export const termsOf = (
  users: readonly Candidate[],
  country: string,
  personalData?: Policy['personalData'],
): Term[] => {
  const terms = mergedTerms(users.flatMap((user) => seedTerms(user, { country })))
  return personalData ? terms.flatMap((term) => weighed(term, personalData)) : terms
}

/** An id of a few signs stands in every text: no policy makes it strong. */
function weighed(term: Term, { strong, weak }: Policy['personalData']): Term[] {
  if (weak.includes(term.kind)) return [{ ...term, strength: 'weak' }]
  if (!strong.includes(term.kind)) return []
  return [term.kind === 'name' ? { ...term, strength: 'strong' } : term]
}

/** Terms without repetition: the same kind with the same value, in any case, is one term. */
export function mergedTerms(terms: readonly TermRecord[]): Term[] {
  const byKey = new Map<string, Term>()
  for (const term of terms) if (!byKey.has(keyOf(term))) byKey.set(keyOf(term), term)
  return [...byKey.values()]
}

/** By what a term is known again. */
export const keyOf = ({ kind, value }: Pick<TermRecord, 'kind' | 'value'>): string =>
  `${kind} ${value.normalize('NFKC').toLowerCase()}`
