import { z } from 'zod'

const Url = z.url({ protocol: /^https?$/ })

const Environment = z
  .object({
    ZENDESK_URL: Url,
    ZENDESK_CLIENT_ID: z.string().min(1).optional(),
    ZENDESK_CLIENT_SECRET: z.string().min(1).optional(),
    ZENDESK_EMAIL: z.email().optional(),
    ZENDESK_API_TOKEN: z.string().min(1).optional(),
    VAULT_KEY: z.string().min(1),
    VAULT_KEY_OLD: z.string().min(1).optional(),
    DATA_DIR: z.string().min(1).default('data'),
    POLICY_FILE: z.string().min(1).default('policy.json'),
    /** On unless somebody says off: a new desk rehearses. */
    REHEARSAL: z.enum(['on', 'off']).default('on'),
  })
  .superRefine((env, faults) => {
    const oauth = [env.ZENDESK_CLIENT_ID, env.ZENDESK_CLIENT_SECRET].filter(Boolean).length
    const token = [env.ZENDESK_EMAIL, env.ZENDESK_API_TOKEN].filter(Boolean).length
    const fault = (path: string, message: string) =>
      faults.addIssue({ code: 'custom', path: [path], message })
    if (oauth === 1) fault('ZENDESK_CLIENT_ID', 'goes with ZENDESK_CLIENT_SECRET: set both')
    if (token === 1) fault('ZENDESK_EMAIL', 'goes with ZENDESK_API_TOKEN: set both')
    if (oauth === 2 && token === 2) {
      fault('ZENDESK_API_TOKEN', 'stands beside an OAuth client: keep the client, drop the token')
    }
    if (oauth === 0 && token === 0) {
      fault('ZENDESK_CLIENT_ID', 'set it and ZENDESK_CLIENT_SECRET: an OAuth client of the account')
    }
  })

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

/** The environment lacks something or contradicts itself. One line a fault; never a value. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig'
  constructor(faults: readonly string[]) {
    super(`These settings need mending:\n${faults.map((fault) => `- ${fault}`).join('\n')}`)
  }
}

/** Reads the settings. Throws `BadConfig` naming every fault at once. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(set)
  if (!parsed.success) {
    throw new BadConfig(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${wordsFor(message)}`),
    )
  }
  const env = parsed.data
  return {
    zendesk: { url: env.ZENDESK_URL, auth: authOf(env) },
    vaultKey: env.VAULT_KEY,
    ...(env.VAULT_KEY_OLD ? { vaultKeyOld: env.VAULT_KEY_OLD } : {}),
    dataDir: env.DATA_DIR,
    policyFile: env.POLICY_FILE,
    rehearsal: env.REHEARSAL === 'on',
  }
}

const wordsFor = (message: string): string =>
  message.includes('received undefined') ? 'is not set' : message

function authOf(env: z.infer<typeof Environment>): Config['zendesk']['auth'] {
  const { ZENDESK_CLIENT_ID: clientId, ZENDESK_CLIENT_SECRET: clientSecret } = env
  if (clientId && clientSecret) return { kind: 'oauth', clientId, clientSecret }
  return { kind: 'token', email: env.ZENDESK_EMAIL ?? '', token: env.ZENDESK_API_TOKEN ?? '' }
}
