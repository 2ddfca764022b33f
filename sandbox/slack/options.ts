/** Where the app listens and what it takes, as its manifest would say (facts 5). */
type AppOptions = {
  /** Receives slash commands, interactions and events. */
  readonly requestUrl?: string
  /** Subscribed events, such as `app_home_opened` and `message.channels`. */
  readonly events?: readonly string[]
  /** Slash commands the app owns; any when left out. */
  readonly commands?: readonly string[]
}

/** What `startSlack` takes. */
export type Options = {
  readonly dir: string
  readonly port?: number
  readonly now?: () => number
  readonly app?: AppOptions
  readonly botToken?: string
  readonly signingSecret?: string
  readonly scopes?: readonly string[]
  /** Ms until an acknowledgement is late; 3000 on the real platform (facts 1.4). */
  readonly patience?: number
  /** Whether Slack's rates per method and channel hold (facts 4); off unless asked for. */
  readonly rates?: boolean
}

/** What a workspace hands to its app unless told otherwise. Nothing but this sandbox takes them. */
export const defaultSecrets = {
  botToken: 'xoxb-nordlys-sandbox',
  signingSecret: 'nordlys-signing-secret',
} as const
