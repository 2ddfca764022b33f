import { isJson, jsons } from '../slack/blocks/walk.ts'
import type { Member } from './member.ts'
import { spoken } from './readable.ts'
import { actionsIn, type Window } from './screen.ts'

/** What the pages of plans list: `group id`, as an approver reads it. */
export type Listed = Set<string>

const seen = 'see-plan:'
const next = 'turn-plan-page:next'

/** Reads every page of every group of a plan, and notes each thing that it names. */
export async function readThrough(reader: Member, plan: Window, listed: Listed): Promise<void> {
  for (const action of actionsIn(plan.blocks).filter((one) => one.startsWith(seen))) {
    await reader.press(plan, action)
    let page = await reader.window('see-plan')
    note(page, action.slice(seen.length), listed)
    while (actionsIn(page.blocks).includes(next)) {
      const before = page.private_metadata
      await reader.press(page, next)
      page = await reader.window('see-plan', (now) => now.private_metadata !== before)
      note(page, action.slice(seen.length), listed)
    }
    await reader.close(page)
  }
}

/** The thing itself is what is in bold at the head of an entry: `Ticket #48004`. */
function note({ blocks }: Window, group: string, listed: Listed): void {
  for (const block of blocks.filter(({ type }) => type === 'rich_text')) {
    const [title] = jsons(block['elements'])
    const [head] = jsons(title?.['elements'])
    const isBold = isJson(head?.['style']) && head['style']['bold'] === true
    const id = /\d+/.exec(spoken(head ?? {}))?.[0]
    if (isBold && id !== undefined) listed.add(`${group} ${id}`)
  }
}
