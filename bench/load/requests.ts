import { createHmac, randomBytes } from 'node:crypto'

/** What all servers of a comparison check signatures with. */
export const signingSecret = randomBytes(16).toString('hex')

export const team = 'T0BENCH'
const requestsChannel = 'C0REQUESTS'

/** Who acts: all have a role, by the groups that the stub of Slack answers with. */
export const members = { lead: 'U0LEAD', officers: ['U0OFFICER', 'U0DEPUTY', 'U0THIRD'] }

let count = 0

/** Trigger ids differ from delivery to delivery, and so do their signatures. */
const trigger = (): string => `${(count += 1)}.7.${randomBytes(12).toString('hex')}`

/** Deliveries as Slack sends them, signed now (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
export const deliveries = (times: number, form: () => Record<string, string>): Buffer[] =>
  Array.from({ length: times }, () => signed(new URLSearchParams(form()).toString()))

function signed(body: string): Buffer {
  const stamp = Math.floor(Date.now() / 1000)
  const signature = createHmac('sha256', signingSecret).update(`v0:${stamp}:${body}`).digest('hex')
  const head = [
    'POST /slack/events HTTP/1.1',
    'host: 127.0.0.1',
    'user-agent: Slackbot 1.0 (+https://api.slack.com/robots)',
    'accept-encoding: gzip,deflate',
    'accept: application/json,*/*',
    'content-type: application/x-www-form-urlencoded',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-slack-request-timestamp: ${stamp}`,
    `x-slack-signature: v0=${signature}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** A slash command, with every field of Slack's. */
export const command = (name: string, text: string) => (): Record<string, string> => ({
  token: 'unused',
  team_id: team,
  team_domain: 'bench',
  channel_id: requestsChannel,
  channel_name: 'rights-requests',
  user_id: members.lead,
  user_name: 'lead',
  command: name,
  text,
  api_app_id: 'A0BENCH',
  is_enterprise_install: 'false',
  response_url: 'http://127.0.0.1:9/response/1',
  trigger_id: trigger(),
})

/** What a click tells of the message that it was made on. */
export type Clicked = {
  readonly ts: string
  readonly text: string
  readonly blocks: readonly object[]
  readonly action: object
}

/** A click on a button of a card, with every field of Slack's. */
export const click =
  ({ ts, text, blocks, action }: Clicked, user: string, respondAt: string) =>
  (): Record<string, string> => ({
    payload: JSON.stringify({
      type: 'block_actions',
      user: { id: user, username: 'somebody', name: 'somebody', team_id: team },
      api_app_id: 'A0BENCH',
      token: 'unused',
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: requestsChannel,
        is_ephemeral: false,
      },
      trigger_id: trigger(),
      team: { id: team, domain: 'bench' },
      enterprise: null,
      is_enterprise_install: false,
      channel: { id: requestsChannel, name: 'rights-requests' },
      message: { type: 'message', ts, user: 'U0BOT', bot_id: 'B0BENCH', team, text, blocks },
      state: { values: {} },
      response_url: respondAt,
      actions: [{ ...action, type: 'button', action_ts: ts }],
    }),
  })
