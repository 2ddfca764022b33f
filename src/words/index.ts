import { en, type Words } from './en.ts'
import { fr } from './fr.ts'

export type { Words } from './en.ts'

const languages: Readonly<Record<string, Words>> = { en, fr }

/** The words of a locale (`fr-FR`); English where we don't speak it. */
export const wordsFor = (locale: string): Words => languages[locale.split('-')[0] ?? ''] ?? en
