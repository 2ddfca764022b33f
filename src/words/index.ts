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

/** Why a deed is not done, in words. The detail is a count or a code. */
export function refusalWords(words: Words, code: keyof Words['refusal'], detail: string): string {
  const say: (about: string) => string = words.refusal[code]
  return say(detail)
}
