import type { HomeView, KnownBlock } from '@slack/types'
import { divider, header, limits, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { cardButtons, turnButton } from './buttons.ts'
import type { DeskOf } from './desk-of.ts'
import { rowOf } from './row.ts'
import type { Standing } from './standing.ts'

/** What somebody sees of the desk on its home tab; `desk` is missing for who has no role. */
export type HomeModel = {
  readonly user: string
  readonly paused: boolean
  readonly desk?: DeskOf
}

/** Rows in each list: all four with their headings stay under Slack's hundred blocks. */
const most = { waiting: 20, mine: 15, soon: 15, all: 20 } as const

/** The home tab: what waits, what is mine, what is due soon, everything open. */
export function homeView({ user, paused, desk }: HomeModel, sight: Sight): HomeView {
  const { home, card } = sight.words.desk
  const blocks: KnownBlock[] = [
    header(home.title),
    ...(paused ? [section(`:pause_button: *${card.paused}*`)] : []),
    ...(desk ? listsOf(desk, user, sight) : [section(home['no-role'])]),
  ]
  return { type: 'home', blocks: blocks.slice(0, limits.modalBlocks) }
}

function listsOf(desk: DeskOf, user: string, sight: Sight): KnownBlock[] {
  const { home } = sight.words.desk
  const empty = {
    waiting: home['nothing-waits'],
    mine: home['nothing-mine'],
    soon: home['nothing-soon'],
    all: home['nothing-open'],
  }
  return (['waiting', 'mine', 'soon', 'all'] as const).flatMap((name) => [
    section(`*${home[name]}*`),
    ...rowsOf(desk[name], { user, most: most[name], empty: empty[name] }, sight),
    divider,
  ])
}

function rowsOf(
  rows: readonly Standing[],
  { user, most: limit, empty }: { user: string; most: number; empty: string },
  sight: Sight,
): KnownBlock[] {
  if (rows.length === 0) return [section(empty)]
  const left = rows.length - limit
  return [
    ...rows.slice(0, limit).map((row) => section(rowOf(row, sight), buttonFor(row, user, sight))),
    ...(left > 0 ? [section(sight.words.desk.home.more(left))] : []),
  ]
}

/** What he is asked for, else the first thing that can be done, for him alone. */
function buttonFor(row: Standing, user: string, sight: Sight) {
  const asked = row.asked.includes(user) ? turnButton(row, sight, user) : undefined
  const plainButton = cardButtons(row, sight).find(({ action_id: id }) => quiet.has(id ?? ''))
  return asked ?? plainButton
}

/** What may be pressed in a list without being asked twice: it only opens a window. */
const quiet: ReadonlySet<string> = new Set(['read-plan', 'open-window', 'see-history'])
