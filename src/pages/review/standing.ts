import { choiceByFacts } from '../../flows/index.ts'
import type { Action } from '../../records/finds.ts'
import type { Unfinished } from '../../records/unfinished.ts'
import { type Group, groupOf } from '../../views/window/groups.ts'
import type { Row } from './finds-index.ts'

/** Where a ticket stands with what was chosen so far. */
export type Standing = {
  readonly row: Row
  readonly action: Action
  /** Nobody has said anything of it, and no rule could. */
  readonly open: boolean
  readonly group: Exclude<Group, 'mails'>
  /** Files of it that nobody has opened, where it stays. */
  readonly unopened: number
}

/** Where a ticket stands, from what is remembered of it. */
export function standingOf(row: Row, draft: Unfinished): Standing {
  const { facts } = row
  const { tickets = {}, classes = [] } = draft
  const said = (tickets[row.id] ?? choiceByFacts(facts, classes))?.action
  const { action, open } = standingFor(said ?? facts.proposed)
  const proposal = { action: facts.proposed, code: facts.why }
  return {
    row,
    action,
    open,
    group: groupOf({ find: { proposal, relation: facts.relation }, action }),
    unopened: action === 'delete' ? 0 : unopenedIn(row, draft),
  }
}

/** What was only asked stays for as long as nobody has said anything. */
const standingFor = (what: Action | 'ask'): Pick<Standing, 'action' | 'open'> =>
  what === 'ask' ? { action: 'keep', open: true } : { action: what, open: false }

function unopenedIn({ id, files }: Row, draft: Unfinished): number {
  if (files.length === 0) return 0
  const seen = { ...draft.tickets?.[id]?.files, ...draft.files?.[id] }
  return files.filter((file) => !Object.hasOwn(seen, file)).length
}

/** What a number of tickets come to. */
export type Tally = {
  all: number
  delete: number
  redact: number
  give: number
  excerpt: number
  withhold: number
  keep: number
  open: number
  unopened: number
}

export const emptyTally = (): Tally => ({
  all: 0,
  delete: 0,
  redact: 0,
  give: 0,
  excerpt: 0,
  withhold: 0,
  keep: 0,
  open: 0,
  unopened: 0,
})

/** Counts a ticket in. */
export function count(tally: Tally, { open, action, unopened }: Standing): void {
  tally.all += 1
  if (open) tally.open += 1
  else tally[action] += 1
  tally.unopened += unopened
}
