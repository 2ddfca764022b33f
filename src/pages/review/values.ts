import { isCertain, isOutOfReach, isRedactable, uncertain } from '../../flows/index.ts'
import {
  Action,
  type Choice,
  FileVerdict,
  type Passage,
  type TicketDecision,
  type TicketFind,
  type TraceIndex,
  Unclosed,
} from '../../records/finds.ts'
import { reasonsFor } from '../../views/window/change.ts'
import type { Form } from '../form.ts'
import { hashOf } from '../secrets.ts'

/** What the fields of one ticket say. Empty: nothing is chosen in that field. */
export type Values = {
  readonly action: string
  readonly reason: string
  /** Keys of the ticked passages. */
  readonly ticks: readonly string[]
  readonly unclosed: string
  /** Verdicts by file. */
  readonly files: Readonly<Record<string, string>>
}

/** The passages that a redaction can take out. */
const reachable = (find: TicketFind): Passage[] =>
  find.passages.filter((passage) => !isOutOfReach(passage, find))

/** What can be done with a ticket here. */
export function actionsFor(find: TicketFind, { agentWorkspace }: TraceIndex): Action[] {
  if (find.held || find.unread) return ['keep']
  return isRedactable(find, agentWorkspace) ? ['delete', 'redact', 'keep'] : ['delete', 'keep']
}

/** The reasons that somebody may choose from. */
export const reasonsOf = ({ relation }: TicketFind): string[] => [
  ...reasonsFor.keep,
  ...(relation === 'other' ? reasonsFor.delete : []),
]

/** Files and recordings of a ticket, by id. */
const fileIdsOf = ({ attachments, calls }: TicketFind): string[] =>
  [...attachments, ...calls].map(({ id }) => String(id))

/** Whether a ticket goes with all that is in it. */
export const goesWhole = ({ action, open }: TicketDecision): boolean =>
  action === 'delete' && open !== true

/** Whether it must be said what becomes of a ticket that is not closed and stays. */
export const isUnclosed = (said: TicketDecision): boolean =>
  said.find.relation === 'own' && said.find.status !== 'closed' && !goesWhole(said)

/** Whether all its passages stand where there is room for so many, with their boxes. */
export const hasBoxes = ({ passages }: TicketFind, most: number): boolean => passages.length <= most

/** What the fields say before anybody has touched them. */
export function shownValues(said: TicketDecision, mostTicks: number): Values {
  const { find, open, action, code, unclosed } = said
  const within = reachable(find)
  const going = new Set(open ? within.filter(isSure(find)).map(({ key }) => key) : said.passages)
  return {
    action: open ? '' : action,
    reason: !open && reasonsOf(find).includes(code) ? code : '',
    ticks: hasBoxes(find, mostTicks)
      ? within.filter(({ key }) => going.has(key)).map(({ key }) => key)
      : [],
    unclosed: isUnclosed(said) ? unclosed : '',
    files: goesWhole(said)
      ? {}
      : Object.fromEntries(fileIdsOf(find).map((file) => [file, said.files[file]?.verdict ?? ''])),
  }
}

/** What goes in any case if a ticket in doubt is blacked out; what was kept once is asked anew. */
const isSure =
  ({ proposal }: TicketFind) =>
  (passage: Passage): boolean =>
    proposal.code !== 'changed-since-kept' && isCertain(passage)

/** What somebody has sent of one ticket. */
export const sentValues = (form: Form, find: TicketFind): Values => ({
  action: form.one(`a.${find.id}`),
  reason: form.one(`r.${find.id}`),
  ticks: reachable(find)
    .map(({ key }) => key)
    .filter((key) => form.all(`p.${find.id}`).includes(key)),
  unclosed: form.one(`u.${find.id}`),
  files: Object.fromEntries(
    fileIdsOf(find).flatMap((file) => {
      const [verdict] = form.all(`f.${find.id}.${file}`)
      return verdict === undefined ? [] : [[file, verdict]]
    }),
  ),
})

/** Tells two sets of values apart, and says nothing of what is in them. */
export const signOf = ({ action, reason, ticks, unclosed, files }: Values): string =>
  hashOf(JSON.stringify([action, reason, ticks, unclosed, files])).slice(0, 16)

/**
 * What somebody has chosen for a ticket; `undefined` when he has chosen nothing. `hasTicks`: its
 * passages stood there to be ticked; otherwise all go that certainly name the person.
 */
export function choiceFrom(
  values: Values,
  find: TicketFind,
  hasTicks: boolean,
): Choice | undefined {
  const action = actionIn(values, find)
  if (!action) return undefined
  const { data: unclosed } = Unclosed.safeParse(values.unclosed)
  const more = unclosed ? { unclosed } : {}
  if (action === 'redact') {
    const passages = hasTicks ? { passages: [...values.ticks] } : {}
    return { action, code: 'about-the-person', ...passages, ...more }
  }
  const code = reasonIn(values, find, action)
  return { action, ...(code ? { code } : {}), ...more }
}

/** Who ticks something in doubt wants it out. */
function actionIn({ action, ticks }: Values, find: TicketFind): Action | undefined {
  const { data } = Action.safeParse(action)
  if (data) return data
  const asked = new Set(uncertain(reachable(find)).map(({ key }) => key))
  return ticks.some((key) => asked.has(key)) ? 'redact' : undefined
}

/** A reason that goes with the action; without one, the proposal's own. */
function reasonIn(
  { reason }: Values,
  { proposal, relation }: TicketFind,
  action: Exclude<Action, 'redact'>,
): string | undefined {
  if (reasonsFor[action].includes(reason)) return reason
  const isProposed = proposal.action === action || (proposal.action === 'ask' && action === 'keep')
  if (isProposed) return proposal.code
  return action === 'delete' && relation === 'own' ? 'own-ticket' : undefined
}

/** What was seen in files, by whom. */
export function verdictsIn({ files }: Values, by: string): Record<string, FileVerdict> {
  return Object.fromEntries(
    Object.entries(files).flatMap(([file, verdict]) => {
      const { data } = FileVerdict.safeParse({ verdict, by })
      return data ? [[file, data]] : []
    }),
  )
}
