import { roleWords } from '../../words/index.ts'
import type { Sight } from '../sight.ts'
import type { DeskOf } from './desk-of.ts'
import { rowOf } from './row.ts'
import { channelMention } from './say.ts'
import type { Standing } from './standing.ts'

/** Characters of all lists together: they stay readable, and under what a block of Slack's can hold. */
const most = 2_400

/** My desk, in words. */
export function deskText(desk: DeskOf, channel: string, sight: Sight): string {
  const { rights } = sight.words.desk
  const room = most / 3
  const rowed = (rows: readonly Standing[], heading: (n: number) => string): string[] =>
    rows.length > 0 ? [listed(heading(rows.length), rows, { room, sight })] : []
  return [
    ...(desk.waiting.length > 0 ? rowed(desk.waiting, rights.waiting) : [rights.nothing]),
    ...rowed(desk.mine, rights.mine),
    ...rowed(desk.soon, rights.soon),
    desk.all.length > 0 ? rights.cards(channelMention(channel)) : rights.begin,
  ].join('\n\n')
}

/** Every open request, in words. */
export function listText(open: readonly Standing[], channel: string, sight: Sight): string {
  const { rights } = sight.words.desk
  if (open.length === 0) return `${rights.none} ${rights.begin}`
  return [
    listed(rights.all(open.length), open, { room: most, sight }),
    rights.cards(channelMention(channel)),
  ].join('\n\n')
}

/** One request, in words. */
export function statusText(standing: Standing, channel: string, sight: Sight): string {
  return [rowOf(standing, sight), sight.words.desk.rights.card(channelMention(channel))].join('\n')
}

function listed(
  heading: string,
  rows: readonly Standing[],
  { room, sight }: { room: number; sight: Sight },
): string {
  const lines: string[] = []
  let length = 0
  for (const row of rows) {
    const line = `• ${rowOf(row, sight)}`
    length += line.length
    if (length > room && lines.length > 0) break
    lines.push(line)
  }
  const left = rows.length - lines.length
  const more = left > 0 ? [sight.words.desk.rights.more(left)] : []
  return [heading, ...lines, ...more].join('\n')
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
    roles.map((role) => roleWords(words, role)).join(', '),
  )
  return [
    help.intro,
    help.lines,
    help.who(open ?? '', decide ?? '', stop ?? ''),
    ...(channel ? [help.where(channelMention(channel))] : []),
    help.private,
  ].join('\n\n')
}
