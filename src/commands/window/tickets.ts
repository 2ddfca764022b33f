import { faultOf } from '../../flows/fault-of.ts'
import { decidedMail, decidedTicket, Refusal } from '../../flows/index.ts'
import {
  Action,
  type Choice,
  type Choices,
  type TraceIndex,
  Unclosed,
} from '../../records/finds.ts'
import { changeView, mostBoxes, reasonsFor } from '../../views/window/change.ts'
import { type Item, isUnclosed, itemAt } from '../../views/window/groups.ts'
import type { Words } from '../../words/index.ts'
import type { Office, Reply, Visited } from '../deed.ts'
import { aboutOf, inWindow, listIn, overIt, textIn, windowOf } from './about.ts'
import { keep, refreshed } from './draft.ts'
import { type FoundNow, foundNow } from './found.ts'
import { groupView, placeOf } from './group-view.ts'
import { refusedWords } from './refused.ts'
import { actionsFor, reachable } from './ticks.ts'

/** Opens the form in which one find is decided otherwise. */
export const changeTicket = inWindow(
  'decide',
  async (visited, office) => {
    const { id, seen, item, page } = aboutOf(visited)
    const found = await foundNow(id, office)
    if (found.seen !== seen) throw new Refusal('finds-outdated')
    const find = itemAt(placeOf({ item }).key, found)
    if (!find) throw new Refusal('unknown-item', '1')
    const { said } = find
    const view = changeView(visited.sight, {
      request: id,
      user: visited.by.user,
      seen,
      item,
      page,
      find,
      actions: actionsFor(find, found),
      passages: find.kind === 'ticket' ? reachable(find.said.find) : [],
      ticked: new Set('passages' in said ? said.passages : []),
      unclosed: unclosedOf(find, found),
      host: found.host,
    })
    return { kind: 'push', view }
  },
  overIt,
)

/** Sets what was chosen for one find. */
export const setTicket = inWindow('decide', async (visited, office) => {
  if (visited.way !== 'submission') return { kind: 'nothing' }
  const about = aboutOf(visited)
  const found = await foundNow(about.id, office)
  const item = itemAt(placeOf(about).key, found)
  if (!item) throw new Refusal('unknown-item', '1')
  const chosen = choiceIn(visited, item)
  const fault = faultOf(() => judged(item, found.index, chosen))
  if (fault) return { kind: 'errors', errors: faultIn(visited.sight.words, fault) }
  await keep(visited, office, chosen)
  return await back(visited, office)
})

/** Asked of a ticket of the person that is not closed, as it may stay. */
function unclosedOf(item: Item, { index }: FoundNow): Unclosed | undefined {
  if (item.kind === 'mail') return undefined
  return isUnclosed({ ...item.said, action: 'keep' }, index) ? item.said.unclosed : undefined
}

/** A find that stays keeps what is said of its being open. */
function unclosedIn(visited: Visited): { unclosed?: Unclosed } {
  const { data } = Unclosed.safeParse(textIn(visited, 'unclosed'))
  return data ? { unclosed: data } : {}
}

function choiceIn(visited: Visited, item: Item): Choices {
  const { data: action = 'keep' } = Action.safeParse(textIn(visited, 'action'))
  const reason = textIn(visited, 'reason')
  const { id } = item.said.find
  if (item.kind === 'mail') return { suspended: { [id]: mailChoice(action, reason, item) } }
  if (action === 'redact') {
    const passages = ticked(visited, item)
    const taken = passages ? { passages } : {}
    const choice = { action, code: 'about-the-person', ...taken, ...unclosedIn(visited) }
    return { tickets: { [id]: choice } }
  }
  const code = reasonAmong(action, reason, item)
  const open = action === 'keep' ? unclosedIn(visited) : {}
  return { tickets: { [id]: { action, ...(code ? { code } : {}), ...open } } }
}

function mailChoice(
  given: Action,
  reason: string,
  item: Item,
): { action: 'delete' | 'keep'; code: string } {
  const action = given === 'delete' ? 'delete' : 'keep'
  const usual = action === 'delete' ? 'suspended-mail' : ''
  return { action, code: reasonAmong(action, reason, item) ?? usual }
}

/** A reason that goes with what is chosen: the one for another way stays in the menu unseen. */
function reasonAmong(action: Choice['action'], reason: string, { said }: Item): string | undefined {
  const { proposal } = said.find
  const isProposed = proposal.action === action && proposal.code === reason
  const isOpen = proposal.action === 'ask' && action === 'keep' && proposal.code === reason
  return isProposed || isOpen || reasonsFor[action].includes(reason) ? reason : undefined
}

/** Nothing when there are too many to tick: then all go that certainly name the person. */
function ticked(visited: Visited, item: Item): string[] | undefined {
  if (item.kind === 'mail' || reachable(item.said.find).length > mostBoxes) return undefined
  return Object.keys(visited.values)
    .filter((name) => name.startsWith('passages-'))
    .flatMap((name) => listIn(visited, name))
}

const judged = (item: Item, index: TraceIndex, chosen: Choices): unknown =>
  item.kind === 'mail'
    ? decidedMail(item.said.find, index, chosen)
    : decidedTicket(item.said.find, index, chosen)

function faultIn(words: Words, fault: Refusal): Record<string, string> {
  if (fault.code === 'reason-missing') return { reason: refusedWords(words, fault) }
  if (fault.code === 'still-undecided') return { action: words.window.change['none-ticked'] }
  return { action: refusedWords(words, fault) }
}

/** Closes the form; the list under it and the request's own window show what was set. */
async function back(visited: Visited, office: Office): Promise<Reply> {
  const about = aboutOf(visited)
  await refreshed(visited, office)
  const list = windowOf(visited)?.below
  if (!list) return { kind: 'close' }
  const view = groupView(visited, about, await foundNow(about.id, office))
  return { kind: 'close', below: { id: list, view } }
}
