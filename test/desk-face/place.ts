import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from '@slack/bolt'
import { expect, onTestFinished } from 'vitest'
import { policy as localPolicy } from '../../sandbox/local/policy.ts'
import { type Slack, startSlack } from '../../sandbox/slack/server.ts'
import { startZendesk } from '../../sandbox/zendesk/server.ts'
import { attach } from '../../src/commands/attach.ts'
import type { Office } from '../../src/commands/deed.ts'
import { Board } from '../../src/commands/desk/board.ts'
import { Door } from '../../src/commands/door.ts'
import { Receiver } from '../../src/commands/receiver.ts'
import { deeds } from '../../src/commands/table.ts'
import { tokensFrom } from '../../src/commands/tokens.ts'
import type { Config } from '../../src/config.ts'
import { type Desk, openDesk } from '../../src/desk.ts'
import { noteAnchor } from '../../src/records/anchor-file.ts'
import { verifyFolder } from '../../src/records/verify.ts'
import { atOnce } from '../../src/slack/at-once.ts'
import { slackClients } from '../../src/slack/clients.ts'
import { Outbox } from '../../src/slack/outbox.ts'
import { slackDirectory } from '../../src/slack/people.ts'
import { wordsFor } from '../../src/words/index.ts'
import { oauthOf } from '../support/office.ts'
import { handsOn, type Message, type Seen } from '../support/workplace.ts'

export const lead = 'U0AUBRY'
export const team = 'T0NORDLYS'
const requests = 'C0REQUESTS'

/** Time of the outbox goes by so many times as fast: an edit in three seconds would make long tests. */
const haste = 60

const timing = {
  settle: 50,
  callTimeout: 2_000,
  jobPoll: 10,
  jobGiveUp: 5_000,
  indexLag: 30,
  listingLag: 30,
  statusPoll: 10,
}

/** A desk with its cards, threads and messages, in a workspace and before an account. */
export type DeskPlace = Awaited<ReturnType<typeof openPlace>>

/** Opens it in folders of its own, taken down after the test. */
export async function openPlace({ policy = {} }: { readonly policy?: object } = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'desk-face-'))
  onTestFinished(async () => await rm(dir, { recursive: true, force: true }))
  const delays = { index: 0, job: 10, listing: 0, deletion: 10 }
  const account = await startZendesk({ delays, dir: join(dir, 'zendesk') })
  onTestFinished(async () => await account.close())
  const slack = await startSlack({
    app: { events: ['app_home_opened'] },
    dir: join(dir, 'slack'),
  })
  onTestFinished(async () => await slack.close())
  const config: Config = {
    zendesk: { url: account.url, auth: oauthOf(account) },
    vaultKey: '5a'.repeat(32),
    dataDir: join(dir, 'data'),
    policyFile: join(dir, 'policy.json'),
    rehearsal: false,
  }
  const quick = { ...localPolicy, pauseSeconds: 0, answerLeavesSeconds: 0, ...policy }
  await writeFile(config.policyFile, JSON.stringify(quick))
  const troubles: string[] = []
  let bot = await start(config, slack, troubles)
  onTestFinished(async () => await bot.close())
  return {
    config,
    slack,
    troubles,
    ...handsOn(slack),
    ...seenIn(slack),
    desk: () => bot.desk,
    board: () => bot.board,
    /** Everything that is asked for has been drawn. */
    drawn: async () => await bot.drawn(),
    /** Ends the bot and starts another one on the same folder. */
    again: async () => {
      await bot.close()
      bot = await start(config, slack, troubles)
      await bot.takeUp()
    },
  }
}

/** What members see and do. */
function seenIn(slack: Slack) {
  const { as, screen } = handsOn(slack)
  const messages = async (channel: string): Promise<Message[]> => {
    const { messages: all } = (await (await fetch(`${slack.url}/_state`)).json()) as {
      messages: Message[]
    }
    return all.filter((one) => one.channel === channel)
  }
  const card = async (): Promise<Message> => {
    const cards = (await messages(requests)).filter(({ text }) => /^R-\d/.test(text))
    expect(cards).toHaveLength(1)
    return cards[0] as Message
  }
  return {
    messages,
    card,
    thread: async (): Promise<string[]> => {
      const { ts } = await card()
      const all = await messages(requests)
      return all.flatMap((one) => (one.thread_ts === ts && one.ts !== ts ? [one.text] : []))
    },
    /** What the bot has told a member alone. */
    direct: async (user: string): Promise<Message[]> =>
      (await screen(user)).messages.filter(({ channel }) => channel.startsWith('D')),
    /** Types `/rights …` and resolves with what comes back. */
    says: async (user: string, text: string): Promise<string> => {
      const asked = {
        channel: requests,
        text: `/rights ${text}`,
        until: 'ephemeral',
        within: 15_000,
      }
      const { ephemerals } = await as(user, 'command', asked)
      return ephemerals.map((one) => one.text).join('\n')
    },
    /** Presses the button of a deed on the card. */
    press: async (user: string, deed: string, confirmed = false): Promise<Seen> =>
      await as(user, 'click', {
        message: (await card()).ts,
        action_id: deed,
        confirmed,
        until: 'quiet',
      }),
    /** The same where the answer is words: resolves with them. */
    hears: async (user: string, deed: string): Promise<string> => {
      const { ephemerals } = await as(user, 'click', {
        message: (await card()).ts,
        action_id: deed,
        confirmed: true,
        until: 'ephemeral',
        within: 15_000,
      })
      return ephemerals.map((one) => one.text).join('\n')
    },
  }
}

/** Which deeds the buttons of a message do. */
export const buttonsOn = (message: Message | undefined): string[] =>
  [...JSON.stringify(message?.blocks ?? []).matchAll(/"action_id":"([^":]+)/g)].map(
    ([, id]) => id ?? '',
  )

/** A bot as `src/face.ts` hangs it together, with a clock of its own for what it says. */
async function start(config: Config, slack: Slack, troubles: string[]) {
  const clients = slackClients({ token: slack.botToken, apiUrl: slack.apiUrl })
  const directory = slackDirectory({
    client: clients.quick,
    team,
    now: Date.now,
    groups: async () => ['S0LEADS', 'S0PRIVACY'],
  })
  const trouble = (where: string, error: unknown): void =>
    void troubles.push(`${where}: ${String(error)}`)
  let board: Board | undefined
  const desk = await openDesk(config, {
    directory,
    workspace: team,
    timing,
    trouble,
    appended: (owner, entries) => board?.changed(owner, entries),
    progress: (...told) => board?.progress(...told),
    rested: (id, on) =>
      board?.waits(id, on.on === 'time' ? { code: on.step, until: on.until } : undefined),
  })
  const began = Date.now()
  const outbox = new Outbox({
    client: clients.patient,
    bot: 'U0RIGHTS',
    now: () => began + (Date.now() - began) * haste,
    rest: async (ms, ending) => await desk.hands.rest(ms / haste, ending),
  })
  board = boardOf(config, { desk, outbox, clients, directory, trouble })
  const office = officeOf(config, { desk, board, clients, directory, trouble })
  const receiver = new Receiver({ signingSecret: slack.signingSecret })
  const app = new App({ receiver, authorize: async () => ({ botUserId: 'U0RIGHTS' }) })
  attach(app, new Door(deeds, office, { now: Date.now, team }))
  const server = await receiver.start({ port: 0, host: '127.0.0.1' })
  const { port } = server.address() as { port: number }
  slack.pointAt(`http://127.0.0.1:${port}/slack/events`)
  return {
    desk,
    board,
    takeUp: async () => {
      await Promise.all([desk.keeper.takeUp(), board.takeUp()])
    },
    drawn: async () => {
      // What is drawn is written down, and so drawn once more.
      for (let i = 0; i < 3; i += 1) {
        await board.idle()
        await outbox.idle()
      }
    },
    close: async () => {
      await receiver.stop()
      await desk.close()
      await outbox.stop()
      await board.close()
    },
  }
}

type Parts = {
  readonly desk: Desk
  readonly clients: ReturnType<typeof slackClients>
  readonly directory: ReturnType<typeof slackDirectory>
  readonly trouble: (where: string, error: unknown) => void
}

const tokensOf = ({ vaultKey }: Config) => tokensFrom([vaultKey])

const sightOf =
  (config: Config, { directory }: Parts) =>
  async (user: string) => {
    const { locale, tz } = await directory.profileOf(user)
    return { words: wordsFor(locale), locale, tz, mint: tokensOf(config).mint }
  }

function boardOf(config: Config, parts: Parts & { readonly outbox: Outbox }): Board {
  const { desk, outbox, clients, directory, trouble } = parts
  return new Board({
    hands: { ...desk.hands, rest: async (ms, ending) => await desk.hands.rest(ms / haste, ending) },
    outbox,
    directChannel: async (user) => await outbox.direct(user),
    publishHome: atOnce(clients.quick).publishHome,
    sightOf: sightOf(config, parts),
    channelSight: async () => {
      const { language } = await desk.hands.policy()
      const { mint } = tokensOf(config)
      return { words: wordsFor(language), locale: language, tz: 'UTC', mint }
    },
    groupMembers: directory.groupMembers,
    team,
    noteAnchor: async (anchor) => await noteAnchor(config.dataDir, anchor),
    trouble,
  })
}

function officeOf(config: Config, parts: Parts & { readonly board: Board }): Office {
  const { desk, board, clients, trouble } = parts
  const slack = atOnce(clients.quick)
  return {
    hands: desk.hands,
    pages: { linkFor: () => undefined },
    keeper: desk.keeper,
    views: {
      open: slack.openView,
      push: slack.pushView,
      update: slack.updateView,
      publish: slack.publishHome,
    },
    tokens: tokensOf(config),
    sightOf: sightOf(config, parts),
    verify: async () => {
      const { ok, entries, faults } = await verifyFolder(config.dataDir, { live: true })
      return { ok, entries, faults: faults.length }
    },
    takeUp: async () => await desk.keeper.takeUp(),
    trouble,
    watch: () => {},
    unwatch: () => {},
    homeOpened: board.homeOpened,
  }
}
