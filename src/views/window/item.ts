import type { KnownBlock, SectionBlock } from '@slack/types'
import { clip, context, foreign, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import type { Item } from './groups.ts'
import { wordsOf } from './parts.ts'

/** What a find is called, and by whom it is. */
function itemTitle({ words }: Sight, item: Item): string {
  const { find, status } = words.window
  if (item.kind === 'mail') return `*${find.mail(String(item.said.find.id))}*`
  const { id, subject, requesterName, status: stands } = item.said.find
  const title = subject ? foreign(clip(subject, 200)) : `_${find.untitled}_`
  const by = requesterName ? foreign(clip(requesterName, 100)) : find.unknown
  return `*${find.ticket(String(id))}* · ${title}\n${wordsOf(status, stands)} · ${find.by(by)}`
}

/** What is decided or proposed for it, and why. */
function itemFate({ words }: Sight, { said }: Item): string {
  const { find, reason } = words.window
  const what = said.open ? find.open : find[said.action]
  return `*${what}* · ${foreign(wordsOf(reason, said.code))}`
}

/** Why it is here, and what falls with it. */
function itemNotes(sight: Sight, item: Item): string[] {
  const { find, via } = sight.words.window
  if (item.kind === 'mail') return []
  const { find: ticket, action } = item.said
  const ways = ticket.via.map((way) => wordsOf(via, way)).join(', ')
  const falls = fallsWith(sight, item)
  return [
    ...(ways ? [find.via(foreign(clip(ways, 400)))] : []),
    ...(falls ? [action === 'delete' ? find.falls(falls) : find.unopened(falls)] : []),
    ...(action === 'delete' && ticket.passages.length > 0
      ? [find.passages(ticket.passages.length)]
      : []),
  ]
}

function fallsWith({ words }: Sight, item: Item): string {
  if (item.kind === 'mail') return ''
  const { find } = words.window
  const { files, recordings } = item.said.find
  return [
    ...(files > 0 ? [find.files(files)] : []),
    ...(recordings > 0 ? [find.recordings(recordings)] : []),
  ].join(', ')
}

/** A find as it stands in lists and above its form. */
export function itemBlocks(
  sight: Sight,
  item: Item,
  accessory?: SectionBlock['accessory'],
): KnownBlock[] {
  const fate = itemFate(sight, item)
  return [section(itemTitle(sight, item), accessory), context(fate, ...itemNotes(sight, item))]
}
