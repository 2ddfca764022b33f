import { z } from 'zod'

/** Credentials must not cross a network in the clear, nor come hidden in an address. */
const Url = z
  .string()
  .refine(isConfidential, 'must be https://… (or http on this machine), without user')

const Environment = z.object({
  ZENDESK_URL: Url,
  ZENDESK_CLIENT_ID: z.string().optional(),
  ZENDESK_CLIENT_SECRET: z.string().optional(),
  ZENDESK_EMAIL: z.email().optional(),
  ZENDESK_API_TOKEN: z.string().optional(),
  VAULT_KEY: z.string(),
  VAULT_KEY_OLD: z.string().optional(),
  DATA_DIR: z.string().default('data'),
  POLICY_FILE: z.string().default('policy.json'),
  /** On unless somebody says off: a new desk rehearses. */
  REHEARSAL: z.enum(['on', 'off']).default('on'),
})

const Slack = z.object({
  SLACK_BOT_TOKEN: z.string().regex(/^xox[a-z]/, 'is not a token of a Slack app (xoxb-…)'),
  SLACK_SIGNING_SECRET: z.string().min(16, 'is too short for a signing secret'),
  /** Elsewhere only for a local workspace. */
  SLACK_API_URL: Url.optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Where members' browsers reach this port, perhaps through a proxy. */
  PUBLIC_URL: Url.refine(isOrigin, 'must be https://… without a path').optional(),
})

/** The desk's pages stand under the root of a host: their cookies and forms are held to it. */
function isOrigin(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { pathname, search, hash } = new URL(url)
  return pathname === '/' && search + hash === ''
}

function isConfidential(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password } = new URL(url)
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return username + password === '' && (protocol === 'https:' || (protocol === 'http:' && here))
}

/** What the desk is run with. */
export type Config = {
  readonly zendesk: {
    readonly url: string
    readonly auth:
      | { readonly kind: 'oauth'; readonly clientId: string; readonly clientSecret: string }
      | { readonly kind: 'token'; readonly email: string; readonly token: string }
  }
  readonly vaultKey: string
  readonly vaultKeyOld?: string
  readonly dataDir: string
  readonly policyFile: string
  readonly rehearsal: boolean
}

/** What the desk is run with in Slack. */
export type BotConfig = Config & {
  readonly slack: {
    readonly botToken: string
    readonly signingSecret: string
    readonly apiUrl?: string
  }
  /** Where Slack's deliveries are listened for. */
  readonly port: number
  /** The origin under which members' browsers reach that port; without it there are no pages. */
  readonly publicUrl?: string
}

/** The environment lacks something or contradicts itself. One line a fault; never a value. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig'
  constructor(faults: readonly string[]) {
    super(`These settings need mending:\n${faults.map((fault) => `- ${fault}`).join('\n')}`)
  }
}

type Settings = Readonly<Record<string, string | undefined>>

/** Reads the settings of a desk. Throws `BadConfig` naming every fault at once. */
export function readConfig(environment: Settings): Config {
  const set = settingsIn(environment)
  const env = parsed(Environment, set)
  const faults = [...faultsOf(env), ...faultsOfSignIn(set)]
  if (!env.success || faults.length > 0) throw new BadConfig(faults)
  return deskOf(env.data)
}

/** Reads the settings of a desk with its face in Slack. Throws `BadConfig` naming every fault at once. */
export function readBotConfig(environment: Settings): BotConfig {
  const set = settingsIn(environment)
  const env = parsed(Environment, set)
  const slack = parsed(Slack, set)
  const faults = [...faultsOf(slack), ...faultsOf(env), ...faultsOfSignIn(set)]
  if (!env.success || !slack.success || faults.length > 0) throw new BadConfig(faults)
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL, PORT, PUBLIC_URL } = slack.data
  return {
    ...deskOf(env.data),
    slack: {
      botToken: SLACK_BOT_TOKEN,
      signingSecret: SLACK_SIGNING_SECRET,
      ...(SLACK_API_URL ? { apiUrl: SLACK_API_URL } : {}),
    },
    port: PORT,
    ...(PUBLIC_URL ? { publicUrl: new URL(PUBLIC_URL).origin } : {}),
  }
}

/** Whether nobody has set anything of Slack or Zendesk: then everything is tried locally. */
export const isUnset = (environment: Settings): boolean =>
  Object.keys(settingsIn(environment)).every((name) => !/^(?:SLACK|ZENDESK)_/.test(name))

const settingsIn = (environment: Settings): Settings =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))

const parsed = <T>(shape: z.ZodType<T>, set: Settings) => shape.safeParse(set)

const faultsOf = ({ error }: { readonly error?: z.ZodError | undefined }): string[] =>
  (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${wordsFor(message)}`)

const deskOf = (env: z.infer<typeof Environment>): Config => ({
  zendesk: { url: env.ZENDESK_URL, auth: authOf(env) },
  vaultKey: env.VAULT_KEY,
  ...(env.VAULT_KEY_OLD ? { vaultKeyOld: env.VAULT_KEY_OLD } : {}),
  dataDir: env.DATA_DIR,
  policyFile: env.POLICY_FILE,
  rehearsal: env.REHEARSAL === 'on',
})

const wordsFor = (message: string): string =>
  message.includes('received undefined') ? 'is not set' : message

/** One way to sign in, and a whole one. */
function faultsOfSignIn(set: Settings): string[] {
  const settings = (...names: string[]) => names.filter((name) => set[name] !== undefined).length
  const oauth = settings('ZENDESK_CLIENT_ID', 'ZENDESK_CLIENT_SECRET')
  const token = settings('ZENDESK_EMAIL', 'ZENDESK_API_TOKEN')
  if (oauth + token === 0) {
    return ['ZENDESK_CLIENT_ID: set it and ZENDESK_CLIENT_SECRET: an OAuth client of the account']
  }
  if (oauth + token === 4) {
    return ['ZENDESK_API_TOKEN: stands beside an OAuth client: keep the client, drop the token']
  }
  return [
    ...(oauth === 1 ? ['ZENDESK_CLIENT_ID: goes with ZENDESK_CLIENT_SECRET: set both'] : []),
    ...(token === 1 ? ['ZENDESK_EMAIL: goes with ZENDESK_API_TOKEN: set both'] : []),
  ]
}

function authOf(env: z.infer<typeof Environment>): Config['zendesk']['auth'] {
  const { ZENDESK_CLIENT_ID: clientId, ZENDESK_CLIENT_SECRET: clientSecret } = env
  if (clientId && clientSecret) return { kind: 'oauth', clientId, clientSecret }
  return { kind: 'token', email: env.ZENDESK_EMAIL ?? '', token: env.ZENDESK_API_TOKEN ?? '' }
}
