import type { Office, PageLinks, Views } from './commands/deed.ts'
import { Board } from './commands/desk/board.ts'
import { Door } from './commands/door.ts'
import { deeds } from './commands/table.ts'
import { type Tokens, tokensFrom } from './commands/tokens.ts'
import { createWindows, type Windows } from './commands/window/index.ts'
import type { BotConfig } from './config.ts'
import type { Desk } from './desk.ts'
import type { Resting } from './flows/index.ts'
import type { Log } from './log.ts'
import { noteAnchor } from './records/anchor-file.ts'
import type { Entry } from './records/entry.ts'
import type { Owner } from './records/store.ts'
import { verifyFolder } from './records/verify.ts'
import type { Alert } from './slack/alerts.ts'
import { atOnce } from './slack/at-once.ts'
import type { SlackSelf } from './slack/check.ts'
import type { SlackClients } from './slack/clients.ts'
import type { Outbox } from './slack/outbox.ts'
import type { slackDirectory } from './slack/people.ts'
import { openSpeech } from './speech.ts'
import type { Sight } from './views/sight.ts'
import { wordsFor } from './words/index.ts'

/** What the desk looks like in Slack, and what comes from there. */
export type Face = {
  readonly door: Door
  /** A journal has grown: what is drawn from it is drawn again. */
  readonly appended: (owner: Owner, entries: readonly Entry[]) => void
  readonly progress: (id: string, step: string, done: number, of: number) => void
  readonly rested: (id: string, resting: Resting) => void
  /** Something keeps the desk from working: told to whoever can mend it. */
  readonly alert: (alert: Alert) => void
  /** Takes up every request that is not over, and what Slack shows of it. */
  readonly takeUp: () => Promise<void>
  readonly close: () => Promise<void>
}

type Parts = {
  readonly config: BotConfig
  readonly clients: SlackClients
  readonly self: SlackSelf
  readonly desk: Desk
  readonly pages: PageLinks
  readonly directory: ReturnType<typeof slackDirectory>
  readonly log: Log
}

/** Gives an open desk its face. Nothing is drawn before something happens, or `takeUp`. */
export function openFace(parts: Parts): Face {
  const { desk, log, self } = parts
  const speech = openSpeech({ ...parts, mended: async () => await board.takeUp() })
  const { outbox, alert, tell } = speech
  const views = viewsOf(parts)
  const windows = createWindows({ views, trouble: log.trouble, pace: desk.hands.timing.jobPoll })
  const tokens = tokensOf(parts.config)
  const board: Board = boardOf(parts, { outbox, views, tokens })
  const office = officeOf(parts, { views, windows, tokens, board })
  return {
    door: new Door(deeds, office, { now: Date.now, team: self.team, tell }),
    appended: (owner, entries) => {
      windows.changed(owner)
      board.changed(owner, entries)
    },
    progress: (...told) => {
      windows.progress(...told)
      board.progress(...told)
    },
    rested: (id, resting) => {
      const why = resting.on === 'time' ? { code: resting.step, until: resting.until } : undefined
      windows.waits(id, why)
      board.waits(id, why)
    },
    alert,
    takeUp: async () => {
      await Promise.all([desk.keeper.takeUp(), board.takeUp()])
    },
    close: async () => {
      windows.close()
      await speech.close()
      await board.close()
    },
  }
}

type Drawn = { readonly outbox: Outbox; readonly views: Views; readonly tokens: Tokens }

const boardOf = (parts: Parts, { outbox, views, tokens }: Drawn): Board =>
  new Board({
    hands: parts.desk.hands,
    outbox,
    directChannel: async (user) => await outbox.direct(user),
    publishHome: views.publish,
    sightOf: async (user) => await sightFor(parts, tokens, user),
    channelSight: async () => {
      const { language } = await parts.desk.hands.policy()
      // Whoever reads a channel may be anywhere: dates in it are without a time of day.
      return { words: wordsFor(language), locale: language, tz: 'UTC', mint: tokens.mint }
    },
    groupMembers: parts.directory.groupMembers,
    team: parts.self.team,
    noteAnchor: async (anchor) => await noteAnchor(parts.config.dataDir, anchor),
    trouble: parts.log.trouble,
  })

/** How long who is waiting waits to be spoken to in his own language, in milliseconds. */
const forWords = 700

/** The same, for somebody who waits: in English when Slack does not tell soon who he is. */
async function sightSoon(parts: Parts, tokens: Tokens, user: string): Promise<Sight> {
  const english: Sight = { words: wordsFor('en'), locale: 'en', tz: 'UTC', mint: tokens.mint }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Sight>((resolve) => {
    timer = setTimeout(() => resolve(english), forWords)
  })
  const sight = await Promise.race([sightFor(parts, tokens, user), late])
  clearTimeout(timer)
  return sight
}

async function sightFor({ directory }: Parts, { mint }: Tokens, user: string): Promise<Sight> {
  const { locale, tz } = await directory.profileOf(user)
  return { words: wordsFor(locale), locale, tz, mint }
}

function viewsOf({ clients }: Parts): Views {
  const { openView, pushView, updateView, publishHome } = atOnce(clients.quick)
  return { open: openView, push: pushView, update: updateView, publish: publishHome }
}

type Shown = {
  readonly views: Views
  readonly windows: Windows
  readonly tokens: Tokens
  readonly board: Board
}

function officeOf(parts: Parts, { views, windows, tokens, board }: Shown): Office {
  const { config, desk, log } = parts
  return {
    hands: desk.hands,
    pages: parts.pages,
    keeper: desk.keeper,
    views,
    tokens,
    sightOf: async (user) => await sightSoon(parts, tokens, user),
    verify: async () => {
      const { ok, entries, faults } = await verifyFolder(config.dataDir, { live: true })
      return { ok, entries, faults: faults.length }
    },
    takeUp: async () => await desk.keeper.takeUp(),
    trouble: log.trouble,
    watch: windows.watch,
    unwatch: windows.unwatch,
    homeOpened: board.homeOpened,
  }
}

const tokensOf = ({ vaultKey, vaultKeyOld }: BotConfig): Tokens =>
  tokensFrom([vaultKey, ...(vaultKeyOld ? [vaultKeyOld] : [])])
