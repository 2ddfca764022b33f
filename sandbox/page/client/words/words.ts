import { en } from './en.ts'
import { fr } from './fr.ts'

/** Every word of the page; a language that lacks one doesn't compile. */
export type Words = typeof en

/** The page speaks the language of whoever is signed in. */
export const wordsFor = (locale: string): Words => (locale.startsWith('fr') ? fr : en)
