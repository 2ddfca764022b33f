export { compileMatcher } from './matcher.ts'
export { passages, passagesInHtml } from './passages.ts'
export { redactedText, redactHtml } from './redact.ts'
export { searchQueries } from './search-queries.ts'
export { seedTerms } from './seed-terms.ts'
export type {
  Hit,
  Matcher,
  MatchOptions,
  Passage,
  Profile,
  Span,
  Term,
  TermKind,
} from './types.ts'
export { wholeHtml } from './whole.ts'
