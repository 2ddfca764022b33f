import type { Words } from './en.ts'

/** Words may use one another. */
export type Clean = Words
