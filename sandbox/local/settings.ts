import { defaultSecrets } from '../slack/options.ts'
import { defaultCredentials } from '../zendesk/server.ts'

/** Where a bot on this machine works, and what it keeps. */
type Place = {
  /** Address of the workspace's Web API, with its slash. */
  readonly slack: string
  readonly zendesk: string
  readonly data: string
  readonly policyFile: string
  readonly vaultKey: string
  /** 0: any free one. */
  readonly port: number
}

/** What the bot is set to, as an operator would: the local secrets, and everything is written. */
export function botSettings(place: Place): NodeJS.ProcessEnv {
  const [client] = defaultCredentials.clients
  return {
    SLACK_BOT_TOKEN: defaultSecrets.botToken,
    SLACK_SIGNING_SECRET: defaultSecrets.signingSecret,
    SLACK_API_URL: place.slack,
    ZENDESK_URL: place.zendesk,
    ZENDESK_CLIENT_ID: client?.id,
    ZENDESK_CLIENT_SECRET: client?.secret,
    VAULT_KEY: place.vaultKey,
    DATA_DIR: place.data,
    POLICY_FILE: place.policyFile,
    PORT: String(place.port),
    ...(place.port > 0 ? { PUBLIC_URL: `http://localhost:${place.port}` } : {}),
    REHEARSAL: 'off',
  }
}
