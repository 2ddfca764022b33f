import { faultOf } from '../../flows/fault-of.ts'
import { decidedTicket } from '../../flows/index.ts'
import type { Choice, Passage } from '../../records/finds.ts'
import type { Sight } from '../../views/sight.ts'
import { type Doubtful, everyPassage } from '../../views/window/doubtful.ts'
import { type Item, itemsOf } from '../../views/window/groups.ts'
import type { Page } from '../../views/window/pages.ts'
import type { Office, Reply, Visited } from '../deed.ts'
import { aboutOf, inWindow, listIn, windowOf } from './about.ts'
import { closing, keep, refreshed } from './draft.ts'
import { type FoundNow, foundNow } from './found.ts'
import { doubtfulPage, groupView, placeOf } from './group-view.ts'
import { refusedWords } from './refused.ts'
import { choiceFrom } from './ticks.ts'

/** What is in doubt: sent off, all or none of a page, or all left where they are. */
export const setDoubtful = inWindow('decide', async (visited, office) => {
  const { form, key } = placeOf(aboutOf(visited))
  if (visited.way === 'submission' && form) return await save(visited, office)
  if (visited.way !== 'action') return { kind: 'nothing' }
  return form ? await setPage(visited, office, key) : await keepAll(visited, office)
})

type Chosen = { readonly item: Item; readonly choice: Choice }

async function save(visited: Visited, office: Office): Promise<Reply> {
  const about = aboutOf(visited)
  const { found, page } = await formOf(visited, office)
  const chosen = choicesOn(page, ({ key }) => ticksIn(visited, key))
  const errors = faultsOf(chosen, found, visited.sight)
  if (Object.keys(errors).length > 0) return { kind: 'errors', errors }
  await keep(visited, office, { tickets: byTicket(chosen) })
  if (page.page === page.pages - 1) return await closing(visited, office)
  await refreshed(visited, office)
  const next = { ...about, page: page.page + 1 }
  return { kind: 'show', view: groupView(visited, next, await foundNow(about.id, office)) }
}

/** Everything or nothing on this page is about the person; what cannot be is left open. */
async function setPage(visited: Visited, office: Office, which: string): Promise<Reply> {
  const { sight } = visited
  const about = aboutOf(visited)
  const { found, page } = await formOf(visited, office)
  const isAll = which === 'all'
  const chosen = choicesOn(page, () => () => isAll)
  const errors = faultsOf(chosen, found, sight)
  const possible = chosen.filter(({ item }) => errors[`${item.key}-0`] === undefined)
  await keep(visited, office, { tickets: byTicket(possible) })
  await refreshed(visited, office)
  const [wrong] = Object.values(errors)
  const note = wrong ?? sight.words.window.doubtful[isAll ? 'set-all' : 'set-none']
  const now = await foundNow(about.id, office)
  return { kind: 'show', view: groupView(visited, about, now, note) }
}

/** What nobody has judged stays, each for the reason it is in doubt for. */
async function keepAll(visited: Visited, office: Office): Promise<Reply> {
  const about = aboutOf(visited)
  const { group } = placeOf(about)
  const open = itemsOf(group, await foundNow(about.id, office)).filter(({ said }) => said.open)
  const kept = open.map((item) => ({
    item,
    choice: { action: 'keep', code: item.said.code } as const,
  }))
  await keep(visited, office, { tickets: byTicket(kept) })
  await refreshed(visited, office)
  return { kind: 'show', view: groupView(visited, about, await foundNow(about.id, office)) }
}

/** Keeps what is ticked on the page that is left. What has no tick is not decided by leaving. */
export async function keepTicks(visited: Visited, office: Office): Promise<void> {
  const left = office.tokens.open(windowOf(visited)?.metadata ?? '')
  if (!left) return
  const { found, page } = await formOf({ bound: left }, office)
  const ticked = page.here.filter(({ item: { key } }) => fieldsOf(visited, key).length > 0)
  const chosen = choicesOn({ ...page, here: ticked }, ({ key }) => ticksIn(visited, key))
  const errors = faultsOf(chosen, found, visited.sight)
  const possible = chosen.filter(({ item }) => errors[`${item.key}-0`] === undefined)
  if (possible.length === 0) return
  await keep(visited, office, { tickets: byTicket(possible) })
  await refreshed(visited, office)
}

async function formOf(
  visited: Pick<Visited, 'bound'>,
  office: Office,
): Promise<{ found: FoundNow; page: Page<Doubtful> }> {
  const about = aboutOf(visited)
  const { form = 'passages' } = placeOf(about)
  const found = await foundNow(about.id, office)
  return { found, page: doubtfulPage(form, about.page, found) }
}

/** What follows from the boxes. Whoever deletes a ticket has decided on it in a window of its own. */
const choicesOn = (
  { here }: Pick<Page<Doubtful>, 'here'>,
  ticks: (item: Item) => (passage: Passage) => boolean,
): Chosen[] =>
  here.flatMap(({ item }) =>
    item.kind === 'mail' || item.said.action === 'delete'
      ? []
      : [{ item, choice: choiceFrom(item.said.find, ticks(item)) }],
  )

const byTicket = (chosen: readonly Chosen[]): Record<string, Choice> =>
  Object.fromEntries(chosen.map(({ item, choice }) => [item.said.find.id, choice]))

function ticksIn(visited: Visited, key: string): (passage: Passage) => boolean {
  const ticked = new Set(fieldsOf(visited, key))
  return (passage) => ticked.has(everyPassage) || ticked.has(passage.key)
}

/** What is ticked in the fields of one ticket: ten boxes each. */
const fieldsOf = (visited: Visited, key: string): string[] =>
  Object.keys(visited.values)
    .filter((name) => name.startsWith(`${key}-`))
    .flatMap((name) => listIn(visited, name))

function faultsOf(
  chosen: readonly Chosen[],
  { index }: FoundNow,
  { words }: Sight,
): Record<string, string> {
  const faults = chosen.flatMap(({ item, choice }) => {
    if (item.kind === 'mail') return []
    const { find } = item.said
    const fault = faultOf(() => decidedTicket(find, index, { tickets: { [find.id]: choice } }))
    return fault ? [[`${item.key}-0`, refusedWords(words, fault)]] : []
  })
  return Object.fromEntries(faults)
}
