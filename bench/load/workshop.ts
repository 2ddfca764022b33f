import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { policy } from '../../sandbox/local/policy.ts'
import { defaultCredentials } from '../../sandbox/zendesk/server.ts'
import { type Child, startChild } from './child.ts'
import { signingSecret } from './requests.ts'

/** What a bot runs in, each part a process of its own. */
export type Workshop = {
  /** Stands for Slack. */
  readonly slack: Child
  /** What `src/bot.ts` reads. A folder of its own for each call. */
  readonly settings: () => Promise<Readonly<Record<string, string>>>
  readonly close: () => Promise<void>
}

/** `account`: the script of the Zendesk account, which is told where it keeps things. */
export async function openWorkshop(account = '../peers/account.ts'): Promise<Workshop> {
  const root = await mkdtemp(join(tmpdir(), 'rightsdesk-bench-'))
  const [slack, zendesk] = await Promise.all([
    startChild('../peers/slack-stub.ts'),
    startChild(account, { DIR: join(root, 'account') }),
  ])
  const policyFile = join(root, 'policy.json')
  await writeFile(policyFile, JSON.stringify(policy))
  const [client] = defaultCredentials.clients
  let folders = 0
  const settings = async () => {
    const dataDir = join(root, `data-${(folders += 1)}`)
    await mkdir(dataDir)
    return {
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slackApi(slack),
      ZENDESK_URL: `http://127.0.0.1:${zendesk.port}`,
      ZENDESK_CLIENT_ID: client?.id ?? '',
      ZENDESK_CLIENT_SECRET: client?.secret ?? '',
      VAULT_KEY: '5a'.repeat(32),
      DATA_DIR: dataDir,
      POLICY_FILE: policyFile,
      PORT: '0',
      REHEARSAL: 'off',
    }
  }
  const close = async (): Promise<void> => {
    await Promise.all([slack.end(), zendesk.end()])
    await rm(root, { recursive: true })
  }
  return { slack, settings, close }
}

export const slackApi = ({ port }: Child): string => `http://127.0.0.1:${port}/api/`
