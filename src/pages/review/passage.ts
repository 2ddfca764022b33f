import { isOutOfReach } from '../../flows/index.ts'
import { flag, type Html, html } from '../../html.ts'
import type { Passage, TicketFind } from '../../records/finds.ts'
import type { Sight } from '../shell.ts'

/** Of a whole comment, no more than this is shown before its length is told. */
const longest = 400
/** What stands where something was blacked out. */
const blackedOut = '▇▇▇'

type Shown = {
  readonly find: TicketFind
  /** Those that are ticked; nothing where there are no boxes. */
  readonly ticks: ReadonlySet<string> | undefined
}

/** A passage with what stands around it, what it becomes, and a box where it can be taken out. */
export function passageView({ words }: Sight, passage: Passage, { find, ticks }: Shown): Html {
  const { kind, where } = words.window
  const what =
    passage.where === 'written' ? where.written : `${kind[passage.kind]}, ${where[passage.where]}`
  const isFixed = isOutOfReach(passage, find)
  const said = html`<q>${passage.before}<mark>${shownHit(passage, words)}</mark>${passage.after}</q>`
  if (isFixed || !ticks) {
    const fixed = isFixed && html` · ${words.pages.item.fixed}`
    return html`<div class="passage"><span class="what">${what}${fixed}</span>${said}</div>`
  }
  const { key, before, after } = passage
  return html`<label class="passage"><span class="what"><input type="checkbox" name="p.${find.id}" value="${key}"${flag('checked', ticks.has(key))}>${what}</span>${said}<q class="after muted" aria-label="${words.pages.item.after}">→ ${before}<span aria-hidden="true">${blackedOut}</span>${after}</q></label>`
}

function shownHit({ hit }: Passage, { pages }: Sight['words']): string {
  return hit.length <= longest ? hit : `${hit.slice(0, longest)}… (${pages.item.cut(hit.length)})`
}
