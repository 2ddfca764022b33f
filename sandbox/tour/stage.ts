import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { policy } from '../local/policy.ts'
import { botSettings } from '../local/settings.ts'
import { type Slack, startSlack } from '../slack/server.ts'
import type { Setup } from '../zendesk/options.ts'
import { quietTag } from '../zendesk/sample/case-people.ts'
import { type Zendesk as Account, startZendesk } from '../zendesk/server.ts'
import { BotProcess } from './bot-process.ts'
import { Changes } from './changes.ts'
import { Trap } from './trap.ts'

/** Where the tour takes place: an account, a workspace, and the bot in a process of its own. */
export type Stage = {
  readonly account: Account
  readonly slack: Slack
  readonly bot: BotProcess
  readonly changes: Changes
  /** The bot's data folder. */
  readonly data: string
  /** Starts the bot, and tells the workspace where it listens. */
  readonly start: () => Promise<void>
  /** Kills the bot after its n-th write from now took effect, and before it is answered. */
  readonly killAfterWrites: (n: number) => Promise<void>
  /** The policy's pause, in seconds, from now on. */
  readonly pauseFor: (seconds: number) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Sets the stage in a folder of its own, under the system's folder for such things. `setup`: how
 * the account differs from the sample.
 */
export async function setStage(setup: Partial<Setup> = {}): Promise<Stage> {
  const dir = await mkdtemp(join(tmpdir(), 'rightsdesk-tour-'))
  const data = join(dir, 'data')
  const policyFile = join(dir, 'policy.json')
  await mkdir(data, { mode: 0o700 })
  const pauseFor = async (pauseSeconds: number): Promise<void> =>
    await writeFile(policyFile, JSON.stringify({ ...policyHere, pauseSeconds }))
  await pauseFor(1)
  const trap = new Trap()
  const account = await startZendesk({
    dir: join(dir, 'zendesk'),
    account: setup,
    onWrite: async () => await trap.count(),
  })
  if (setup.size === 'large') await warm(account)
  const slack = await startSlack({ dir: join(dir, 'slack'), app: { events: ['app_home_opened'] } })
  const bot = botFor({ account, slack, data, policyFile })
  const changes = await Changes.follow(slack.url)
  return {
    account,
    slack,
    bot,
    changes,
    data,
    start: async () => slack.pointAt(`${await bot.start()}/slack/events`),
    killAfterWrites: async (n) => await trap.after(n, async () => await bot.kill()),
    pauseFor,
    close: async () => {
      changes.close()
      await bot.close()
      await slack.close()
      await account.close()
    },
  }
}

type Around = {
  readonly account: Account
  readonly slack: Slack
  readonly data: string
  readonly policyFile: string
}

const botFor = ({ account, slack, data, policyFile }: Around): BotProcess =>
  new BotProcess({
    ...process.env,
    ...botSettings({
      slack: slack.apiUrl,
      zendesk: account.url,
      data,
      policyFile,
      vaultKey: randomBytes(32).toString('hex'),
      port: 0,
    }),
  })

/** Has a large account read itself for the first search: it would keep everybody waiting later. */
async function warm({ url, credentials }: Account): Promise<void> {
  const [{ email, token } = { email: '', token: '' }] = credentials.tokens
  const sign = Buffer.from(`${email}/token:${token}`).toString('base64')
  await fetch(`${url}/api/v2/search/count?query=type:ticket%20snow`, {
    headers: { authorization: `Basic ${sign}` },
  })
}

/** As locally, with short waits, a tag that rules leave out, and five people as many. */
const policyHere = { ...policy, answerLeavesSeconds: 1, tag: quietTag, manyPeople: 5 }
