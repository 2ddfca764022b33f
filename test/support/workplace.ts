import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { policy as localPolicy } from '../../sandbox/local/policy.ts'
import type { Json } from '../../sandbox/slack/blocks/walk.ts'
import type { Options as SlackOptions } from '../../sandbox/slack/options.ts'
import { type Slack, startSlack } from '../../sandbox/slack/server.ts'
import type { Options as AccountOptions } from '../../sandbox/zendesk/options.ts'
import { startZendesk, type Zendesk } from '../../sandbox/zendesk/server.ts'
import type { BotConfig } from '../../src/config.ts'
import { type Log, logTo } from '../../src/log.ts'
import { type Service, startService } from '../../src/service.ts'
import { oauthOf } from './office.ts'

/** A modal as a member sees it. */
export type Modal = Json & { id: string; hash: string; callback_id: string; blocks: Json[] }

/** What a member sees after an act of his: see `sandbox/slack/acts/perform.ts`. */
export type Seen = Json & {
  ok: boolean
  outcome: string
  says?: string
  errors?: Record<string, string>
  modal: Modal | null
  ephemerals: { text: string; ts: string; channel: string }[]
  messages: { text: string; ts: string; channel: string }[]
}

export type Message = Json & {
  text: string
  ts: string
  channel: string
  thread_ts?: string
  blocks: Json[]
}

/** What a member sees now. */
export type Screen = Json & {
  messages: Message[]
  ephemerals: { text: string; channel: string }[]
  views: Modal[]
  home: (Json & { blocks: Json[] }) | null
}

/** Everything that a bot works in, and the bot. */
export type Workplace = {
  readonly account: Zendesk
  readonly slack: Slack
  readonly config: BotConfig
  /** The bot that runs now. */
  readonly service: () => Service
  /** Lines that an operator would have read. */
  readonly lines: string[]
  /** A member acts. `body` as in `sandbox/slack/acts`. */
  readonly as: (user: string, act: string, body?: object) => Promise<Seen>
  readonly screen: (user: string) => Promise<Screen>
  readonly admin: (deed: string, body: object) => Promise<Json>
  readonly send: (path: string, body?: object) => Promise<Json>
  /** Resolves with what `find` finds in the member's screen, as soon as it is there. */
  readonly until: <T>(user: string, find: (screen: Screen) => T | undefined | false) => Promise<T>
  readonly policy: (change: object) => Promise<void>
  /** Ends the bot and starts another one on the same folder. */
  readonly restart: () => Promise<void>
}

export type WorkplaceOptions = {
  readonly account?: Partial<AccountOptions>
  readonly slack?: Partial<SlackOptions>
  readonly policy?: object
  readonly config?: Partial<BotConfig>
}

const patience = 15_000

/** A whole workplace in folders of its own, taken down after the test. */
export async function openWorkplace(options: WorkplaceOptions = {}): Promise<Workplace> {
  const dir = await mkdtemp(join(tmpdir(), 'workplace-'))
  onTestFinished(async () => await rm(dir, { recursive: true, force: true }))
  const account = await startZendesk({
    delays: { index: 0, job: 10, listing: 0, deletion: 10 },
    ...options.account,
    dir: join(dir, 'zendesk'),
  })
  onTestFinished(async () => await account.close())
  const slack = await startSlack({
    app: { events: ['app_home_opened'] },
    // How soon the bot answers is measured elsewhere; a busy machine must not look like a late bot.
    patience: 15_000,
    ...options.slack,
    dir: join(dir, 'slack'),
  })
  onTestFinished(async () => await slack.close())
  const config: BotConfig = {
    zendesk: { url: account.url, auth: oauthOf(account) },
    slack: {
      botToken: slack.botToken,
      signingSecret: slack.signingSecret,
      apiUrl: slack.apiUrl,
    },
    port: 0,
    vaultKey: '5a'.repeat(32),
    dataDir: join(dir, 'data'),
    policyFile: join(dir, 'policy.json'),
    rehearsal: false,
    ...options.config,
  }
  const policy = async (change: object): Promise<void> =>
    await writeFile(config.policyFile, JSON.stringify({ ...quickPolicy, ...change }))
  await policy(options.policy ?? {})
  const lines: string[] = []
  const log = logTo(
    (line) => void lines.push(line),
    () => new Date().toISOString(),
  )
  const bot = new Bot(slack, config, log)
  await bot.start()
  onTestFinished(async () => await bot.close())
  return {
    account,
    slack,
    config,
    lines,
    policy,
    service: () => bot.service,
    restart: async () => {
      await bot.close()
      await bot.start()
    },
    ...handsOn(slack),
  }
}

const quickPolicy = { ...localPolicy, pauseSeconds: 0, answerLeavesSeconds: 0 }

class Bot {
  readonly #slack: Slack
  readonly #config: BotConfig
  readonly #log: Log
  #service: Service | undefined

  constructor(slack: Slack, config: BotConfig, log: Log) {
    this.#slack = slack
    this.#config = config
    this.#log = log
  }

  get service(): Service {
    if (!this.#service) throw new Error('the bot is not running')
    return this.#service
  }

  async start(): Promise<void> {
    this.#service = await startService(this.#config, this.#log, quickTiming)
    this.#slack.pointAt(`http://127.0.0.1:${this.#service.port}/slack/events`)
  }

  async close(): Promise<void> {
    const service = this.#service
    this.#service = undefined
    await service?.close()
  }
}

const quickTiming = {
  settle: 50,
  callTimeout: 2_000,
  jobPoll: 10,
  jobGiveUp: 5_000,
  indexLag: 30,
  listingLag: 30,
  statusPoll: 10,
}

/** Ways to act as members and administrators of a workspace, and to see what they see. */
export function handsOn({ url }: Pick<Slack, 'url'>) {
  const send = async (path: string, body: object = {}): Promise<Json> => {
    const response = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) })
    return response.status === 204 ? {} : ((await response.json()) as Json)
  }
  const screen = async (user: string): Promise<Screen> =>
    (await (await fetch(`${url}/_as/${user}`)).json()) as Screen
  return {
    send,
    screen,
    as: async (user: string, act: string, body: object = {}) =>
      (await send(`/_as/${user}/${act}`, body)) as Seen,
    admin: async (deed: string, body: object) => await send(`/_admin/${deed}`, body),
    until: async <T>(user: string, find: (s: Screen) => T | undefined | false): Promise<T> => {
      const deadline = performance.now() + patience
      for (;;) {
        const seen = await screen(user)
        const found = find(seen)
        if (found !== undefined && found !== false) return found
        if (performance.now() > deadline) {
          const views = JSON.stringify(seen.views).slice(0, 3000)
          throw new Error(`${user} never saw it: ${find.toString()}\nwindows: ${views}`)
        }
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
    },
  }
}
