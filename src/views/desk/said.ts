import type { Sight } from '../sight.ts'
import type { DeskOf } from './desk-of.ts'
import { rowOf } from './row.ts'
import { channelMention } from './say.ts'
import type { Standing } from './standing.ts'

/** Rows in a line of words that only one member sees: it stays readable, and under Slack's 3,000. */
const most = 10

/** My desk, in words. */
export function deskText(desk: DeskOf, channel: string, sight: Sight): string {
  const { rights } = sight.words.desk
  const lists = [
    desk.waiting.length > 0
      ? listed(rights.waiting(desk.waiting.length), desk.waiting, sight)
      : rights.nothing,
    ...(desk.mine.length > 0 ? [listed(rights.mine(desk.mine.length), desk.mine, sight)] : []),
    ...(desk.soon.length > 0 ? [listed(rights.soon(desk.soon.length), desk.soon, sight)] : []),
    desk.all.length > 0 ? rights.cards(channelMention(channel)) : rights.begin,
  ]
  return lists.join('\n\n')
}

/** Every open request, in words. */
export function listText(open: readonly Standing[], channel: string, sight: Sight): string {
  const { rights } = sight.words.desk
  if (open.length === 0) return `${rights.none} ${rights.begin}`
  return [listed(rights.all(open.length), open, sight), rights.cards(channelMention(channel))].join(
    '\n\n',
  )
}

/** One request, in words. */
export function statusText(standing: Standing, channel: string, sight: Sight): string {
  return [rowOf(standing, sight), sight.words.desk.rights.card(channelMention(channel))].join('\n')
}

function listed(heading: string, rows: readonly Standing[], sight: Sight): string {
  const left = rows.length - most
  return [
    heading,
    ...rows.slice(0, most).map((row) => `• ${rowOf(row, sight)}`),
    ...(left > 0 ? [sight.words.desk.rights.more(left)] : []),
  ].join('\n')
}

/** Everything that `/rights` and its buttons can do, who may, and where the buttons are. */
export function helpText(
  {
    deeds,
    channel,
  }: { deeds: Readonly<Record<'open' | 'decide' | 'stop', readonly string[]>>; channel?: string },
  { words }: Sight,
): string {
  const { help } = words.desk
  const [open, decide, stop] = [deeds.open, deeds.decide, deeds.stop].map((roles) =>
    roles.join(', '),
  )
  return [
    help.intro,
    help.lines,
    help.who(open ?? '', decide ?? '', stop ?? ''),
    ...(channel ? [help.where(channelMention(channel))] : []),
    help.private,
  ].join('\n\n')
}
