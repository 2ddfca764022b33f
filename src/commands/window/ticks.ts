import { isCertain, isOutOfReach, isRedactable, uncertain } from '../../flows/index.ts'
import type { Action, Passage, TicketFind } from '../../records/finds.ts'
import type { Found, Item } from '../../views/window/groups.ts'

/** Which passages of a ticket are asked about, and which go in any case if it is redacted. */
export type Ticks = { readonly asked: readonly Passage[]; readonly sure: readonly Passage[] }

/** What a human kept once is asked about anew, to the last passage. */
export function ticksOf(find: TicketFind): Ticks {
  const within = reachable(find)
  if (find.proposal.code === 'changed-since-kept') return { asked: within, sure: [] }
  return { asked: uncertain(within), sure: within.filter(isCertain) }
}

/** The passages that a redaction can take out. */
export const reachable = (find: TicketFind): Passage[] =>
  find.passages.filter((passage) => !isOutOfReach(passage, find))

/** What can be done with a find here. */
export function actionsFor(item: Item, { index }: Pick<Found, 'index'>): Action[] {
  if (item.kind === 'mail') return index.held ? ['keep'] : ['delete', 'keep']
  const { find } = item.said
  if (find.held || find.unread) return ['keep']
  return isRedactable(find, index.agentWorkspace)
    ? ['delete', 'redact', 'keep']
    : ['delete', 'keep']
}

/** What is decided in doubt about the passages that are ticked: redacted, or kept when none is. */
export function choiceFrom(
  find: TicketFind,
  ticked: (passage: Passage) => boolean,
): { action: Action; code: string; passages?: string[] } {
  const { asked, sure } = ticksOf(find)
  const going = [...sure, ...asked.filter(ticked)].map(({ key }) => key)
  if (going.length > 0) return { action: 'redact', code: 'about-the-person', passages: going }
  const isNamesake = find.proposal.code === 'namesake'
  return { action: 'keep', code: isNamesake ? 'namesake' : 'somebody-else' }
}
