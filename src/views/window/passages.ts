import type { PlainTextOption } from '@slack/types'
import type { Passage } from '../../records/finds.ts'
import { countIn } from '../../words/format.ts'
import { clip, limits, option } from '../kit.ts'
import type { Sight } from '../sight.ts'
import type { Item } from './groups.ts'
import { clipStart } from './parts.ts'

/** What stands where something was blacked out. */
const blackedOut = '▇▇▇'
/** Of a whole comment, no more than this is shown before its length is told. */
const longest = 280

/** How many passages of one find stand in a list. */
export const shownPassages = 5

/** A passage with what stands around it, as it is. */
const before = (sight: Sight, { before: left, hit, after }: Passage): string =>
  `${left}[${told(sight, hit)}]${after}`

/** The same once it is blacked out. */
const after = ({ before: left, after: right }: Passage): string => `${left}${blackedOut}${right}`

function told({ locale }: Sight, hit: string): string {
  return hit.length <= longest ? hit : `${clip(hit, longest)} (${countIn(locale, hit.length)})`
}

/** What no redaction reaches, wherever its ticket stands. */
const outOfReach: ReadonlySet<Passage['where']> = new Set([
  'envelope',
  'rating',
  'side-conversation',
  'history',
  'transcript',
])

type Becomes = 'gone' | 'left' | 'fixed' | undefined

/** A passage as a list shows it: what and where it is, and what it becomes if others go. */
function passageText(sight: Sight, passage: Passage, becomes: Becomes): string {
  const { kind, where, find } = sight.words.window
  const stands = where[passage.where]
  const what = passage.where === 'written' ? stands : `${kind[passage.kind]}, ${stands}`
  const lines = [`• ${what}`, before(sight, passage)]
  if (becomes === 'gone') lines.push(`→ ${after(passage)}`)
  if (becomes === 'fixed') lines.push(`→ ${find.fixed}`)
  if (becomes === 'left') lines.push(`→ ${find.stays}`)
  return lines.join('\n')
}

/** The first passages of a find in one text; nothing for a ticket that goes as a whole. */
export function passagesOf(sight: Sight, { kind, said }: Item): string {
  if (said.action === 'delete' && kind === 'ticket') return ''
  const going = new Set('passages' in said ? said.passages : [])
  const becomes = ({ key, where }: Passage): Becomes => {
    if (outOfReach.has(where) && kind === 'ticket') return 'fixed'
    if (said.action !== 'redact') return undefined
    return going.has(key) ? 'gone' : 'left'
  }
  return said.find.passages
    .slice(0, shownPassages)
    .map((passage) => passageText(sight, passage, becomes(passage)))
    .join('\n')
}

/** A passage to tick: up to the hit in its first line, what follows in its second. */
export function passageOption(sight: Sight, passage: Passage): PlainTextOption {
  const { hit, before: left, after: right } = passage
  const room = limits.option - 2
  const shown = `[${clip(hit.replaceAll(/\s+/g, ' '), room)}]`
  const text = clipStart(left, Math.max(0, limits.option - shown.length)) + shown
  const { where } = sight.words.window
  return option(text, passage.key, right.trim() || where[passage.where])
}
