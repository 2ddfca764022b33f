import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Folder, openFolder } from './local/folder.ts'
import { Kept, type Part, PartFailed } from './local/part.ts'
import { botSettings } from './local/settings.ts'
import { untilTold } from './local/until-told.ts'

const write = (text: string): void => void process.stdout.write(text)
const at = (port: number): string => `http://127.0.0.1:${port}`
const script = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * The whole workplace on this machine: a Zendesk account, a Slack workspace with its page, and the
 * bot, each a process of its own. Killing one leaves the others, and brings it back.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      bot: { type: 'string', default: script('../src/bot.ts') },
    },
  })
  const port = Number(process.env['PORT'] || 3000)
  const folder = await openFolder('.local')
  const parts = partsOf(folder, port, values.bot).map(
    (part) => new Kept(part, (line) => write(`${line}\n`)),
  )
  const end = async (): Promise<void> => {
    for (const part of parts.toReversed()) await part.end()
  }
  try {
    for (const part of parts) await part.start()
  } catch (error) {
    if (!(error instanceof PartFailed)) throw error
    process.stderr.write(`${error.message}\n`)
    await end()
    return 1
  }
  write(readyText(port))
  if (!values.check) await untilTold()
  await end()
  return 0
}

const readyText = (port: number): string =>
  [
    `Rights Desk is ready: http://localhost:${port}`,
    '',
    'Open the page, be Inès Aubry (support lead), and type  /rights-erase 48213  in #rights-requests.',
    'Everything is local: no account, no network, nobody is mailed. Ctrl+C ends it; .local keeps it.',
    '',
  ].join('\n')

const partsOf = (folder: Folder, port: number, bot: string): Part[] => [
  {
    name: 'Zendesk account',
    script: script('zendesk/main.ts'),
    args: ['--port', String(folder.ports.account), '--dir', folder.account],
    env: process.env,
    health: `${at(folder.ports.account)}/_log`,
  },
  {
    name: 'Slack workspace with its page',
    script: script('local/workspace.ts'),
    args: Object.entries({
      dir: folder.workspace,
      port: folder.ports.workspace,
      page: port,
      zendesk: at(folder.ports.account),
      bot: at(folder.ports.bot),
    }).map(([name, value]) => `--${name}=${value}`),
    env: process.env,
    health: `${at(port)}/health`,
  },
  {
    name: 'bot',
    script: bot,
    env: { ...process.env, ...settingsFor(folder) },
    health: `${at(folder.ports.bot)}/health`,
  },
]

const settingsFor = ({ ports, data, policyFile, vaultKey }: Folder): NodeJS.ProcessEnv =>
  botSettings({
    slack: `${at(ports.workspace)}/api/`,
    zendesk: at(ports.account),
    data,
    policyFile,
    vaultKey,
    port: ports.bot,
  })

process.exitCode = await main()
