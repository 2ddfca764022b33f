import type { MatchOptions, Profile, Term } from './types.ts'

/** The terms that a profile gives by itself, without repetition, strong ones first. */
export function seedTerms(_profile: Profile, _options: MatchOptions): Term[] {
  throw new Error('seedTerms is not written yet')
}
