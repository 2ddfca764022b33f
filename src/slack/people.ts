import type { UsersInfoResponse, WebClient } from '@slack/web-api'
import { type Failure, failureOf } from './failure.ts'
import { Fresh } from './fresh.ts'
import { Once } from './once.ts'
import { Recent } from './recent.ts'
import { tokenCodes } from './token-codes.ts'

/** What Slack says about one of its members now. */
type Standing = {
  readonly active: boolean
  readonly guest: boolean
  readonly bot: boolean
  readonly groups: readonly string[]
}

/** How to speak to somebody. */
type Profile = {
  /** BCP 47, such as `fr-FR`. */
  readonly locale: string
  /** IANA, such as `Europe/Paris`. */
  readonly tz: string
  /** As in Slack; empty when it is not known. */
  readonly name: string
}

/** Why nothing could be learned: nobody may do anything then. `detail` is a group, scope or method. */
type DirectoryTrouble = (code: TroubleCode, detail: string) => void
type TroubleCode =
  | 'group-missing'
  | 'invalid-token'
  | 'missing-scope'
  | 'slack-limited'
  | 'slack-refused'
  | 'slack-unreachable'

/** It cannot be known who this is, or who is in a group. `code` says why. */
export class DirectorySilent extends Error {
  override readonly name = 'DirectorySilent'
  readonly code: TroubleCode
  constructor(code: TroubleCode, detail: string) {
    super(`${code}: ${detail}`)
    this.code = code
  }
}

type DirectoryOptions = {
  /** The quick one. */
  readonly client: WebClient
  /** Id of the workspace: whoever is of another one is a stranger. */
  readonly team: string
  /** The groups that the policy names. */
  readonly groups: () => Promise<readonly string[]>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** 60 s unless told: nothing older is ever answered. */
  readonly maxAgeMs?: number
  /** Told once of each cause, until it is over. */
  readonly trouble?: DirectoryTrouble
}

type Directory = {
  readonly standing: (member: { readonly user: string; readonly team: string }) => Promise<Standing>
  readonly groupMembers: (group: string) => Promise<readonly string[]>
  readonly profileOf: (user: string) => Promise<Profile>
}

type User = NonNullable<UsersInfoResponse['user']>

const stranger: Standing = { active: false, guest: true, bot: false, groups: [] }

const profileAge = 6 * 3_600_000

/**
 * Who is who in the workspace. `standing` and `groupMembers` are at most `maxAgeMs` old and throw
 * `DirectorySilent` when Slack cannot tell, also when one group of the policy is gone or disabled;
 * any number of askers at once make one call. `profileOf` may be hours old and never throws.
 */
export function slackDirectory(options: DirectoryOptions): Directory {
  const { team, now, maxAgeMs = 60_000, trouble = () => {} } = options
  const once = new Once<[TroubleCode, string]>((told) => trouble(...told))
  const ask = asker(options, once)
  const profiles = new Recent<{ readonly profile: Profile; readonly at: number }>(5000)
  const users = new Fresh(now, maxAgeMs, async (user) => {
    const found = await ask(`users.info`, user, async ({ client }) => await infoOf(client, user))
    if (found) profiles.set(user, { profile: profileIn(found), at: now() })
    return found
  })
  const members = new Fresh(
    now,
    maxAgeMs,
    async (group) =>
      await ask('usergroups.users.list', group, async ({ client }) => await listed(client, group)),
  )
  const groupsOf = async (user: string): Promise<readonly string[]> => {
    const groups = [...new Set(await options.groups())]
    const lists = await Promise.all(groups.map(async (group) => await members.get(group)))
    return groups.filter((_, index) => lists[index]?.includes(user))
  }
  return {
    standing: async (member) => {
      if (member.team !== team) return stranger
      // Both at once: whoever clicked is waiting.
      const groups = groupsOf(member.user)
      groups.catch(() => {})
      const user = await users.get(member.user)
      if (!user || !isOurs(user, team)) return stranger
      const known = standingOf(user)
      return known.active ? { ...known, groups: await groups } : known
    },
    groupMembers: async (group) => await members.get(group),
    profileOf: async (user) => {
      const known = profiles.get(user)
      if (known && known.at > now() - profileAge) return known.profile
      await users.get(user).catch(() => {})
      return profiles.get(user)?.profile ?? { locale: 'en', tz: 'UTC', name: '' }
    },
  }
}

const isOurs = ({ team_id, enterprise_user, is_stranger }: User, team: string): boolean =>
  is_stranger !== true && (team_id === team || (enterprise_user?.teams ?? []).includes(team))

const standingOf = (user: User): Standing => ({
  active: user.deleted !== true && user.is_invited_user !== true,
  guest: user.is_restricted === true || user.is_ultra_restricted === true,
  // Slackbot does not call itself a bot.
  bot: user.is_bot === true || user.is_workflow_bot === true || user.id === 'USLACKBOT',
  groups: [],
})

const profileIn = ({ locale, tz, real_name, name }: User): Profile => ({
  locale: locale ?? 'en',
  tz: tz ?? 'UTC',
  name: real_name ?? name ?? '',
})

/** A user whom this workspace does not know is nobody here, which is no trouble. */
async function infoOf(client: WebClient, user: string): Promise<User | null> {
  try {
    const answer = await client.users.info({ user, include_locale: true })
    return answer.user?.id === user ? answer.user : null
  } catch (error) {
    const failure = failureOf(error)
    const isUnknown =
      failure.kind === 'refused' && ['user_not_found', 'user_not_visible'].includes(failure.code)
    if (isUnknown) return null
    throw error
  }
}

async function listed(client: WebClient, usergroup: string): Promise<readonly string[]> {
  const { users } = await client.usergroups.users.list({ usergroup })
  if (!users) throw new Error('no users in the answer')
  return users
}

type Ask = <T>(
  method: string,
  about: string,
  call: (options: DirectoryOptions) => Promise<T>,
) => Promise<T>

/** Calls once; a failure is told of and thrown. After a 429 nothing is called until Slack allows it. */
function asker(options: DirectoryOptions, once: Once<[TroubleCode, string]>): Ask {
  const held = new Map<string, number>()
  const failed = (failure: Failure, method: string, about: string): DirectorySilent => {
    const [code, detail] = troubleOf(failure, method, about)
    if (failure.kind === 'limited') held.set(method, options.now() + failure.retryAfterMs)
    // One group may be gone while the others are there.
    const where = code === 'group-missing' ? `${method} ${about}` : method
    once.tell(where, `${code} ${detail}`, [code, detail])
    return new DirectorySilent(code, detail)
  }
  return async (method, about, call) => {
    if ((held.get(method) ?? 0) > options.now()) throw new DirectorySilent('slack-limited', method)
    try {
      const answer = await call(options)
      once.over(method)
      once.over(`${method} ${about}`)
      return answer
    } catch (error) {
      throw failed(failureOf(error), method, about)
    }
  }
}

function troubleOf(failure: Failure, method: string, about: string): [TroubleCode, string] {
  if (failure.kind === 'limited') return ['slack-limited', method]
  if (failure.kind !== 'refused') return ['slack-unreachable', method]
  const { code, needed = method } = failure
  if (code === 'missing_scope') return ['missing-scope', needed]
  if (code === 'no_such_subteam') return ['group-missing', about]
  return tokenCodes.has(code) ? ['invalid-token', code] : ['slack-refused', `${method} ${code}`]
}
