import type { WebClient } from '@slack/web-api'
import { type Failure, failureOf } from './failure.ts'
import { tokenCodes } from './token-codes.ts'

/** Something that keeps the desk from working in this workspace. `detail`: a scope, channel, group or code. */
export type SlackFault = {
  readonly code:
    | 'channel-archived'
    | 'channel-missing'
    | 'channel-shared'
    | 'group-disabled'
    | 'group-missing'
    | 'invalid-token'
    | 'missing-scope'
    | 'not-in-channel'
    | 'slack-refused'
    | 'slack-unreachable'
  readonly detail: string
}

/** Who the bot is. */
export type SlackSelf = {
  readonly team: string
  /** User id of the bot. */
  readonly bot: string
  /** When Slack says it. */
  readonly app?: string
}

type CheckOptions = {
  /** The patient one. */
  readonly client: WebClient
  readonly channels: readonly string[]
  readonly groups: readonly string[]
  readonly scopesNeeded: readonly string[]
}

/**
 * Everything that is wrong, at once as far as Slack answers; changes nothing. `self` is there when
 * the token is good. Never throws. A channel that another organisation shares is a fault: its
 * members would read who asked for what.
 */
export async function checkSlack(
  options: CheckOptions,
): Promise<{ readonly self?: SlackSelf; readonly faults: readonly SlackFault[] }> {
  const { client, channels, groups, scopesNeeded } = options
  const { self, scopes, faults } = await whoAmI(client)
  if (!self) return { faults }
  const lacking = lackOf(scopesNeeded, scopes)
  const found = await Promise.all([
    checkGroups(client, [...new Set(groups)]),
    ...[...new Set(channels)].map(async (channel) => await checkChannel(client, channel)),
  ])
  return { self, faults: unique([...lacking, ...found.flat()]) }
}

type Identity = {
  readonly self?: SlackSelf
  readonly scopes: readonly string[] | undefined
  readonly faults: readonly SlackFault[]
}

async function whoAmI(client: WebClient): Promise<Identity> {
  try {
    const { team_id, user_id, app_id, response_metadata } = await client.auth.test()
    const scopes = response_metadata?.scopes
    if (team_id === undefined || user_id === undefined)
      return { scopes, faults: [{ code: 'invalid-token', detail: 'not a bot' }] }
    const app = app_id === undefined ? {} : { app: app_id }
    return { self: { team: team_id, bot: user_id, ...app }, scopes, faults: [] }
  } catch (error) {
    return { scopes: undefined, faults: [faultOf(failureOf(error), 'auth.test')] }
  }
}

/** Slack names the granted scopes with every good answer; without them each call tells its own. */
const lackOf = (needed: readonly string[], granted: readonly string[] = needed): SlackFault[] =>
  needed
    .filter((scope) => !granted.includes(scope))
    .map((detail) => ({ code: 'missing-scope', detail }))

async function checkChannel(client: WebClient, id: string): Promise<SlackFault[]> {
  try {
    const { channel = {} } = await client.conversations.info({ channel: id })
    const isOutside = channel.is_ext_shared === true || channel.is_pending_ext_shared === true
    const faults: [boolean, SlackFault['code']][] = [
      [channel.is_archived === true, 'channel-archived'],
      [channel.is_im !== true && channel.is_member !== true, 'not-in-channel'],
      [isOutside, 'channel-shared'],
    ]
    return faults.filter(([is]) => is).map(([, code]) => ({ code, detail: id }))
  } catch (error) {
    const failure = failureOf(error)
    const isMissing = failure.kind === 'refused' && failure.code === 'channel_not_found'
    // A private channel that the bot is not in does not exist for it.
    if (isMissing) return [{ code: 'channel-missing', detail: id }]
    return [faultOf(failure, 'conversations.info')]
  }
}

async function checkGroups(client: WebClient, ids: readonly string[]): Promise<SlackFault[]> {
  if (ids.length === 0) return []
  try {
    const { usergroups = [] } = await client.usergroups.list({ include_disabled: true })
    return ids.flatMap((detail): SlackFault[] => {
      const group = usergroups.find(({ id }) => id === detail)
      if (!group) return [{ code: 'group-missing', detail }]
      return group.date_delete ? [{ code: 'group-disabled', detail }] : []
    })
  } catch (error) {
    return [faultOf(failureOf(error), 'usergroups.list')]
  }
}

function faultOf(failure: Failure, method: string): SlackFault {
  if (failure.kind !== 'refused')
    return { code: 'slack-unreachable', detail: `${method} ${failure.kind}` }
  const { code, needed = method } = failure
  if (code === 'missing_scope') return { code: 'missing-scope', detail: needed }
  if (tokenCodes.has(code)) return { code: 'invalid-token', detail: code }
  return { code: 'slack-refused', detail: `${method} ${code}` }
}

const unique = (faults: readonly SlackFault[]): SlackFault[] => [
  ...new Map(faults.map((fault) => [`${fault.code} ${fault.detail}`, fault])).values(),
]
