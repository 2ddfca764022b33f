import type { RequestListener } from 'node:http'
import { App, type Logger, LogLevel } from '@slack/bolt'
import { attach } from './commands/attach.ts'
import { scopes } from './commands/manifest.ts'
import { Receiver } from './commands/receiver.ts'
import type { BotConfig } from './config.ts'
import { type Desk, openDesk } from './desk.ts'
import { type Face, openFace } from './face.ts'
import type { Timing } from './flows/index.ts'
import type { Log } from './log.ts'
import { createPages, type Pages } from './pages/index.ts'
import type { Policy } from './records/policy.ts'
import { readPolicy } from './records/policy-file.ts'
import { checkSlack, type SlackFault, type SlackSelf } from './slack/check.ts'
import { type SlackClients, slackClients } from './slack/clients.ts'
import { slackDirectory } from './slack/people.ts'
import { localAge, localTiming } from './timing.ts'

/** A bot that runs: the desk, and its face in Slack. */
export type Service = {
  readonly desk: Desk
  readonly pages: Pages
  /** Where Slack's deliveries are listened for. */
  readonly port: number
  readonly close: () => Promise<void>
}

/** The app or the workspace is not as it must be. Nothing was opened. */
export class SlackUnfit extends Error {
  override readonly name = 'SlackUnfit'
  readonly faults: readonly (
    | SlackFault
    | { readonly code: 'no-channels'; readonly detail: string }
  )[]
  constructor(faults: SlackUnfit['faults']) {
    super(faults.map(({ code }) => code).join(', '))
    this.faults = faults
  }
}

/** The port is somebody else's. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken'
  readonly port: number
  constructor(port: number) {
    super(`port ${port}`)
    this.port = port
  }
}

/**
 * Starts the bot: Slack is looked at first, then the desk is opened, then its requests are taken up.
 * Throws what `openDesk` throws, `SlackUnfit` and `PortTaken`; then nothing is left open.
 */
export async function startService(
  config: BotConfig,
  log: Log,
  timing?: Partial<Timing>,
): Promise<Service> {
  const policy = await readPolicy(config.policyFile, Date.now)
  const clients = clientsOf(config, log)
  const self = await fitSlack(policy, clients.patient)
  const desk = await openDeskFor(config, { clients, self, timing }, log)
  const pages = pagesOf(config, desk, log)
  const face = openFace({ config, clients, self, ...desk, pages, log })
  desk.follow(face, pages)
  try {
    const receiver = new Receiver({
      signingSecret: config.slack.signingSecret,
      logger: quiet,
      pages: pages.listener,
      customRoutes: [{ method: 'GET', path: '/health', handler: healthy }],
    })
    attach(appFor(receiver, self), face.door)
    const port = await listening(receiver, config)
    pages.openAt(originOf(config, port))
    face.takeUp().catch((error: unknown) => log.trouble('start', error))
    const close = async (): Promise<void> => {
      await receiver.stop()
      pages.close()
      await desk.desk.close()
      await face.close()
    }
    return { desk: desk.desk, pages, port, close }
  } catch (error) {
    pages.close()
    await face.close()
    await desk.desk.close()
    throw error
  }
}

type Around = {
  readonly clients: SlackClients
  readonly self: SlackSelf
  readonly timing: Partial<Timing> | undefined
}

/** The desk, and who is who for it; the face that follows it is made from it. */
async function openDeskFor(config: BotConfig, { clients, self, timing }: Around, log: Log) {
  let follower: Face | undefined
  let pages: Pages | undefined
  const directory = slackDirectory({
    client: clients.quick,
    team: self.team,
    now: Date.now,
    ...(isLocal(config) ? { maxAgeMs: localAge } : {}),
    groups: async () => groupsIn(await readPolicy(config.policyFile, Date.now)),
    trouble: (code, detail) => {
      log.note(code, { detail })
      follower?.alert({ code, detail })
    },
  })
  const desk = await openDesk(config, {
    directory,
    workspace: self.team,
    timing: timing ?? (isLocal(config) ? localTiming : {}),
    trouble: (id, error) => log.trouble(id, error),
    notice: (code, detail) => log.note(code, detail),
    appended: (owner, entries) => {
      if (entries.some(({ kind }) => kind === 'closed')) pages?.forget(owner)
      follower?.appended(owner, entries)
    },
    progress: (...told) => follower?.progress(...told),
    rested: (id, resting) => follower?.rested(id, resting),
    origin: () => pages?.origin(),
  })
  for (const warning of desk.warnings) log.note('warning', { warning })
  const follow = (face: Face, shown: Pages): void => {
    follower = face
    pages = shown
  }
  return { desk, directory, follow }
}

const clientsOf = ({ slack }: BotConfig, log: Log): SlackClients =>
  slackClients({
    token: slack.botToken,
    ...(slack.apiUrl ? { apiUrl: slack.apiUrl } : {}),
    log: (line) => log.note('slack', { line }),
  })

type Opened = Awaited<ReturnType<typeof openDeskFor>>

const pagesOf = (config: BotConfig, { desk, directory }: Opened, log: Log): Pages =>
  createPages({
    hands: desk.hands,
    keeper: desk.keeper,
    accountUrl: config.zendesk.url,
    profileOf: directory.profileOf,
    now: Date.now,
    trouble: log.trouble,
  })

/** A workspace on this machine is looked at from this machine; elsewhere somebody must say from where. */
const originOf = (config: BotConfig, port: number): string | undefined =>
  config.publicUrl ?? (isHere(config) ? `http://localhost:${port}` : undefined)

const isHere = ({ slack }: BotConfig): boolean => slack.apiUrl?.startsWith('http:') === true

async function fitSlack(policy: Policy, client: SlackClients['patient']): Promise<SlackSelf> {
  const { channels } = policy
  const { self, faults } = await checkSlack({
    client,
    channels: Object.values(channels ?? {}).filter((id) => id !== undefined),
    groups: groupsIn(policy),
    scopesNeeded: Object.keys(scopes),
  })
  const all: SlackUnfit['faults'] = [
    ...(channels ? [] : [{ code: 'no-channels', detail: '' } as const]),
    ...faults,
  ]
  if (!self || all.length > 0) throw new SlackUnfit(all)
  return self
}

const groupsIn = ({ roles }: Policy): string[] => [
  ...new Set(Object.values(roles).flatMap(({ groups }) => groups)),
]

/** An account without encryption can only be one of this machine: any other is refused. */
const isLocal = ({ zendesk }: BotConfig): boolean => zendesk.url.startsWith('http:')

function appFor(receiver: Receiver, { bot }: SlackSelf): App {
  return new App({
    receiver,
    // The store of conversations would build an error for each unknown one (performance 1b).
    convoStore: false,
    ignoreSelf: false,
    logger: quiet,
    authorize: async () => ({ botUserId: bot }),
  })
}

/** Bolt's own lines may quote what was delivered. What matters is told by the door. */
const quiet: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
}

const healthy: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end('{"ok":true}')
}

async function listening(receiver: Receiver, config: BotConfig): Promise<number> {
  const { port } = config
  const server = await receiver
    .start({ port, ...(isHere(config) ? { host: '127.0.0.1' } : {}) })
    .catch((error: unknown) => {
      throw isTaken(error) ? new PortTaken(port) : error
    })
  const address = server.address()
  return address && typeof address === 'object' ? address.port : port
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
