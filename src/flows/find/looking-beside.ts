import type { Passage } from '../../records/finds.ts'
import type { Matcher } from '../matching/index.ts'
import type { Places } from './places.ts'

/** What lies beside a ticket's comments. */
export type Beside = {
  readonly passages: Passage[]
  readonly messages: Record<string, string>
}

/** By what it is looked for, and where it is told what was read. */
export type LookingBeside = {
  readonly matcher: Matcher
  readonly users: ReadonlySet<number>
  readonly own: boolean
  readonly places: Places
}
