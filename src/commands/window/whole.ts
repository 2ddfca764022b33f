import { faultOf } from '../../flows/fault-of.ts'
import { decidedMail, decidedTicket, Refusal } from '../../flows/index.ts'
import type { Choice, Choices, TicketFind, Unclosed } from '../../records/finds.ts'
import { reasonsFor } from '../../views/window/change.ts'
import { type Item, isUnclosed, itemsOf } from '../../views/window/groups.ts'
import { keepAllForm, type Whole, wholes } from '../../views/window/whole.ts'
import type { Office, Reply, Visited } from '../deed.ts'
import { aboutOf, inWindow, textIn, windowOf } from './about.ts'
import { keep, refreshed } from './draft.ts'
import { type FoundNow, foundNow } from './found.ts'
import { groupView, placeOf } from './group-view.ts'
import { refusedWords } from './refused.ts'
import { showing } from './show.ts'
import { choiceFrom } from './ticks.ts'

/** One decision for a whole group, however large. What it cannot be for is left as it was. */
export const setClass = inWindow('decide', async (visited, office) => {
  const about = aboutOf(visited)
  if (about.item.startsWith('unclosed ')) return await setUnclosed(visited, office)
  const { group, key } = placeOf(about)
  const way = wholes.find((one) => one === key)
  if (!way) throw new Refusal('unknown-item', '1')
  const found = await foundNow(about.id, office)
  if (found.seen !== about.seen) throw new Refusal('finds-outdated')
  if (way === 'keep' && visited.way === 'action') {
    const { id: request, seen, item, page } = about
    const of = itemsOf(group, found).length
    const listed = { request, user: visited.by.user, seen, item, page, of }
    return { kind: 'push', view: keepAllForm(visited.sight, listed) }
  }
  const chosen = chosenFor(itemsOf(group, found), { way, code: reasonIn(visited) }, found)
  await keep(visited, office, chosen.choices)
  await refreshed(visited, office)
  return shown(visited, { found: await foundNow(about.id, office), chosen })
})

const reasonIn = (visited: Visited): string => {
  const reason = textIn(visited, 'reason')
  return reasonsFor.keep.includes(reason) ? reason : ''
}

type Chosen = {
  readonly choices: Choices
  readonly done: number
  readonly faults: readonly Refusal[]
}

function chosenFor(
  items: readonly Item[],
  how: { readonly way: Whole; readonly code: string },
  { index }: FoundNow,
): Chosen {
  const tickets: Record<string, Choice> = {}
  const suspended: Record<string, { action: 'delete' | 'keep'; code: string }> = {}
  const faults: Refusal[] = []
  for (const item of items) {
    const { id } = item.said.find
    const fault = faultOf(() => {
      if (item.kind === 'mail') {
        const choice = mailChoice(how, item.said.find.proposal)
        decidedMail(item.said.find, index, { suspended: { [id]: choice } })
        suspended[id] = choice
        return
      }
      const choice = choiceFor(item.said.find, how)
      decidedTicket(item.said.find, index, { tickets: { [id]: choice } })
      tickets[id] = choice
    })
    if (fault) faults.push(fault)
  }
  const done = Object.keys(tickets).length + Object.keys(suspended).length
  return { choices: { tickets, suspended }, done, faults }
}

function choiceFor(find: TicketFind, { way, code }: { way: Whole; code: string }): Choice {
  switch (way) {
    case 'delete':
      return { action: 'delete', code: 'own-ticket' }
    case 'redact':
      return { action: 'redact', code: 'about-the-person' }
    case 'keep':
      return { action: 'keep', ...(code ? { code } : {}) }
    case 'propose':
      return proposed(find)
    case 'all':
    case 'none':
      return choiceFrom(find, () => way === 'all')
    default:
      return way satisfies never
  }
}

/** What only a human can say stays as he has said it. */
function proposed({ proposal }: TicketFind): Choice {
  const { action, code, passages } = proposal
  if (action === 'ask') throw new Refusal('still-undecided', '1')
  return { action, code, ...(passages ? { passages } : {}) }
}

function mailChoice(
  { way, code }: { way: Whole; code: string },
  proposal: { readonly action: string; readonly code: string },
): { action: 'delete' | 'keep'; code: string } {
  if (way === 'delete') return { action: 'delete', code: 'suspended-mail' }
  return { action: 'keep', code: code || proposal.code }
}

function shown(visited: Visited, { found, chosen }: { found: FoundNow; chosen: Chosen }): Reply {
  const about = aboutOf(visited)
  const view = groupView(visited, { ...about, page: 0 }, found, noteOf(visited, chosen))
  if (visited.way !== 'submission') return { kind: 'show', view }
  const list = windowOf(visited)?.below
  return list ? { kind: 'close', below: { id: list, view } } : { kind: 'close' }
}

function noteOf({ sight: { words } }: Visited, { done, faults }: Chosen): string {
  const { whole } = words.window
  const [first] = faults
  return [
    ...(done > 0 ? [whole.done(done)] : []),
    ...(first ? [whole.cannot(faults.length, refusedWords(words, first))] : []),
  ].join(' ')
}

/** Whether the person's tickets that stay unclosed are closed, or waited for: all of them at once. */
async function setUnclosed(visited: Visited, office: Office): Promise<Reply> {
  const about = aboutOf(visited)
  const found = await foundNow(about.id, office)
  const unclosed: Unclosed = about.item === 'unclosed wait' ? 'wait' : 'close'
  const tickets = Object.fromEntries(
    found.tickets
      .filter((said) => isUnclosed(said, found.index) && !said.open)
      .map(({ find, action, code, passages, files }) => {
        const taken = action === 'redact' ? { passages } : {}
        return [find.id, { action, code, ...taken, files, unclosed }]
      }),
  )
  await keep(visited, office, { tickets })
  return await showing(visited, about.id, office, { again: 'traces' })
}
