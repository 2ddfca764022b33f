import { type Logger, LogLevel, WebClient, type WebClientOptions } from '@slack/web-api'

/** Two clients of one installation: they share nothing, so neither ever waits for the other. */
export type SlackClients = {
  /** For what a member waits for: windows, ephemeral lines, who somebody is. Gives up after 2.5 s. */
  readonly quick: WebClient
  /** For messages, which may wait but must arrive. */
  readonly patient: WebClient
}

type ClientOptions = {
  readonly token: string
  /** Where Slack is; only a local workspace is elsewhere. The slash at its end is kept. */
  readonly apiUrl?: string
  /** Told of warnings: a code or a fixed phrase, never what was sent or received. */
  readonly log?: (line: string) => void
}

/**
 * Makes both clients; nothing is called yet. Neither repeats a call by itself: the SDK would repeat
 * `chat.postMessage` after a timeout and so post twice, and would hold every call behind one 429.
 */
export function slackClients({ token, apiUrl, log = () => {} }: ClientOptions): SlackClients {
  const common: WebClientOptions = {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: quietLogger(log),
  }
  return {
    // A trigger lives 3 s, the way to us included: https://docs.slack.dev/surfaces/modals
    quick: new WebClient(token, { ...common, timeout: 2500 }),
    patient: new WebClient(token, { ...common, timeout: 10_000 }),
  }
}

// The SDK's warnings are codes and one phrase; whatever is longer may quote what was sent.
const isHarmless = (text: unknown): text is string =>
  typeof text === 'string' && /^(http request failed|[a-z_]{1,60})$/.test(text)

const quietLogger = (log: (line: string) => void): Logger => ({
  debug: () => {},
  info: () => {},
  warn: (text: unknown) => {
    if (isHarmless(text)) log(`slack: ${text}`)
  },
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.WARN,
  setName: () => {},
})
