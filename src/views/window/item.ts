import type { KnownBlock, SectionBlock } from '@slack/types'
import type { Evidence, TicketFind } from '../../records/finds.ts'
import { clip, context, foreign, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import type { Item } from './groups.ts'
import { ticketLink } from './link.ts'
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

/** Why it is here, what speaks for and against it, and what falls with it. */
function itemNotes(sight: Sight, item: Item): string[] {
  const { find } = sight.words.window
  if (item.kind === 'mail') return []
  const { find: ticket, action } = item.said
  const falls = fallsWith(sight, item)
  return [
    ...wayHere(sight, ticket),
    ...weights(sight, ticket.evidence),
    ...(falls ? [action === 'delete' ? find.falls(falls) : find.unopened(falls)] : []),
    ...(action === 'delete' && ticket.passages.length > 0
      ? [find.passages(ticket.passages.length)]
      : []),
  ]
}

function wayHere({ words }: Sight, { via: ways, round }: TicketFind): string[] {
  const { find, via } = words.window
  const named = ways.map((way) => wordsOf(via, way)).join(', ')
  return [
    ...(named ? [find.via(foreign(clip(named, 400)))] : []),
    ...(round > 1 ? [find.round(round)] : []),
  ]
}

/** What speaks for and against it, in two lines at most. */
function weights({ words }: Sight, evidence: readonly Evidence[]): string[] {
  const { people, evidence: known } = words.window
  return (['for', 'against'] as const).flatMap((side) => {
    const codes = evidence.filter(({ speaks }) => speaks === side)
    if (codes.length === 0) return []
    const said = codes.map(({ code }) => foreign(wordsOf(known, code))).join(', ')
    const sign = side === 'for' ? ':heavy_plus_sign:' : ':heavy_minus_sign:'
    return [`${sign} ${people.line(people[side], clip(said, 600))}`]
  })
}

function fallsWith({ words }: Sight, item: Item): string {
  if (item.kind === 'mail') return ''
  const { find } = words.window
  const { said } = item
  const { attachments, calls } = said.find
  const seen = said.action === 'delete' ? {} : said.files
  const files = said.find.files - attachments.filter(({ id }) => seen[id]).length
  const recordings = said.find.recordings - calls.filter(({ id }) => seen[id]).length
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
  host?: string,
): KnownBlock[] {
  const fate = itemFate(sight, item)
  return [
    section(itemTitle(sight, item), accessory),
    context(fate, ...itemNotes(sight, item), ...linkTo(sight, item, host)),
  ]
}

const linkTo = ({ words }: Sight, { kind, said }: Item, host: string | undefined): string[] =>
  kind === 'ticket' && host ? [ticketLink(host, said.find.id, words.window.find.see)] : []
