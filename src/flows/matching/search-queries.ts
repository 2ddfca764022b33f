import type { MatchOptions, Term } from './types.ts'

/** Values for Zendesk's search, quoted where needed; the caller joins them (facts 5). */
export function searchQueries(_terms: readonly Term[], _options: MatchOptions): string[] {
  throw new Error('searchQueries is not written yet')
}
