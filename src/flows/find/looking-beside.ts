import type { FileFind, Passage } from '../../records/finds.ts'
import type { Matcher } from '../matching/index.ts'
import type { Places } from './places.ts'

/** What lies beside a ticket's comments. */
export type Beside = {
  readonly passages: Passage[]
  readonly messages: Record<string, string>
  /** Files of chats: they hang on no comment, so they are said to be of the ticket's first. */
  readonly files: FileFind[]
}

/** By what it is looked for, and where it is told what was read. */
export type LookingBeside = {
  readonly matcher: Matcher
  readonly users: ReadonlySet<number>
  readonly own: boolean
  /** Without it no message of a chat can be redacted. */
  readonly agentWorkspace: boolean
  /** The ticket's first comment; 0 where none is known. */
  readonly first: number
  readonly places: Places
}
