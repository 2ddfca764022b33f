/** What is wrong with the Slack app or its surroundings, and who can mend it how. */
export const slack = {
  'invalid-token': () =>
    'Slack does not know this token. Copy the Bot User OAuth Token (xoxb-…) from the app’s page › OAuth & Permissions into SLACK_BOT_TOKEN.',
  'missing-scope': (scope: string) =>
    `The app lacks the scope ${scope}. Add it as in manifest.yaml, install the app again, and start again.`,
  'channel-missing': (channel: string) =>
    `I cannot see channel ${channel}. Check its id in the policy (channels); if it is private, invite the app there: /invite @Rights Desk.`,
  'not-in-channel': (channel: string) =>
    `I am not in channel ${channel}. Invite the app there: /invite @Rights Desk.`,
  'channel-archived': (channel: string) =>
    `Channel ${channel} is archived. Name another one in the policy (channels), or bring it back.`,
  'channel-shared': (channel: string) =>
    `Channel ${channel} is shared with another organisation, whose members would read along. Name one of our own in the policy (channels).`,
  'group-missing': (group: string) =>
    `The user group ${group}, which the policy names, is gone. Until the policy is mended nobody can do anything: I cannot tell who has which role.`,
  'group-disabled': (group: string) =>
    `The user group ${group}, which the policy names, is disabled. Enable it in Slack, or mend the policy.`,
  'slack-unreachable': (method: string) =>
    `Slack does not answer (${method}). Check the network; I go on as soon as it does.`,
  'slack-limited': (method: string) => `Slack asks me to wait (${method}). I go on by myself.`,
  'slack-refused': (code: string) => `Slack refused a call (${code}). Look at the app’s page.`,
  'no-channels': () =>
    'The policy names no channels. Add “channels” with the ids of two channels that the app is in: requests and audit.',
  'port-taken': (port: string) =>
    `Port ${port} is taken by another program. Choose another one: PORT=3001 npm start.`,
} as const
