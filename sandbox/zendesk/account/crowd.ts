import type { Comment, Ticket } from './records.ts'

/**
 * Tickets by the ten thousand that are worked out from their number whenever they are asked for,
 * so that a large account starts at once and takes no memory. What is changed is kept instead.
 */
export type Crowd = {
  readonly ticket: (id: number) => Ticket | undefined
  /** The comments of a ticket, the first one first. */
  readonly comments: (ticket: number) => Comment[]
  /** The ticket that a comment with this id would stand in. */
  readonly ticketOf: (comment: number) => number
  readonly ids: () => readonly number[]
  /** Those that are not archived. */
  readonly recent: () => readonly number[]
  readonly requested: (user: number) => readonly number[]
  readonly assigned: (user: number) => readonly number[]
  /** Those that may have a word with each of these beginnings; never leaves one out. */
  readonly worded: (beginnings: readonly string[]) => readonly number[]
}

/** No such tickets. */
export const nobody: Crowd = {
  ticket: () => undefined,
  comments: () => [],
  ticketOf: () => 0,
  ids: () => [],
  recent: () => [],
  requested: () => [],
  assigned: () => [],
  worded: () => [],
}
