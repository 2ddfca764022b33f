import { type Json, jsons } from '../slack/blocks/walk.ts'
import type { Member } from './member.ts'
import { spoken } from './readable.ts'
import { actionsIn, type Window } from './screen.ts'

/** What the pages of plans list: `group id`, as an approver reads it. */
export type Listed = Set<string>

const seen = 'see-plan:'
const next = 'turn-plan-page:next'

/** Reads every page of every group of a plan, and notes each thing that it names. */
export async function readThrough(reader: Member, plan: Window, listed: Listed): Promise<void> {
  const groups = actionsIn(plan.blocks).filter((one) => one.startsWith(seen))
  for (const action of groups) {
    const pages = await reader.effort.aside(async () => await pagesOf(reader, plan, action))
    for (const page of pages) {
      reader.effort.read()
      note(page, action.slice(seen.length), listed)
    }
  }
}

/** Every page of one group, from the first to the last. */
async function pagesOf(reader: Member, plan: Window, action: string): Promise<Window[]> {
  await reader.press(plan, action)
  let page = await reader.window('see-plan')
  const pages = [page]
  while (actionsIn(page.blocks).includes(next)) {
    const before = page.private_metadata
    await reader.press(page, next)
    page = await reader.window('see-plan', (now) => now.private_metadata !== before)
    pages.push(page)
  }
  await reader.close(page)
  return pages
}

function note({ blocks }: Window, group: string, listed: Listed): void {
  for (const block of blocks.filter(({ type }) => type === 'rich_text')) {
    const id = /\d+/.exec(headOf(block))?.[0]
    if (id !== undefined) listed.add(`${group} ${id}`)
  }
}

/** What an entry is about stands first in it: `Ticket #48004`. */
function headOf(entry: Json): string {
  const [title] = jsons(entry['elements'])
  const [head] = jsons(title?.['elements'])
  return spoken(head ?? {})
}
