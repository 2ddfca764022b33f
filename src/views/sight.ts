import type { Words } from '../words/index.ts'
import type { Mint } from './deed-id.ts'

/** For whose eyes a view is drawn. */
export type Sight = {
  readonly words: Words
  /** BCP 47, for dates and numbers: `fr-FR`. */
  readonly locale: string
  /** IANA name: `Europe/Paris`. */
  readonly tz: string
  readonly mint: Mint
}
