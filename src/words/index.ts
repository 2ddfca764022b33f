import { en, type Words } from './en/index.ts'
import { fr } from './fr/index.ts'

export type { Words } from './en/index.ts'

const languages: ReadonlyMap<string, Words> = new Map([
  ['en', en],
  ['fr', fr],
])

/** The words of a locale (`fr-FR`); English where we don't speak it. */
export const wordsFor = (locale: string): Words => languages.get(locale.split('-')[0] ?? '') ?? en

/** Why a request stands still: the halt's own words, or those for Zendesk's many ways to say no. */
export function haltWords(words: Words, code: string): string {
  const known = Object.entries(words.halt).find(([name]) => name === code)
  return known?.[1] ?? `${words.halt['zendesk-refused']} (${code})`
}

/**
 * How a role of the policy is called. The organisation names its roles as it likes: one that we have
 * no words for is called by its name, with spaces for its hyphens.
 */
export const roleWords = ({ window: { role: known } }: Words, role: string): string =>
  (Object.hasOwn(known, role) ? known[role] : undefined) ?? role.replaceAll('-', ' ')

const rolesIn = (words: Words, listed: string): string =>
  listed
    .split(', ')
    .map((role) => roleWords(words, role))
    .join(', ')

/** Why a deed is not done, in words. The detail is a count, a code, or names of roles. */
export function refusalWords(words: Words, code: keyof Words['refusal'], detail: string): string {
  const say: (about: string) => string = words.refusal[code]
  return say(code === 'role-missing' ? rolesIn(words, detail) : detail)
}
