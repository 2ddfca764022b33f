import type { Hands } from '../../flows/index.ts'
import { type Policy, quorumFor, rolesOf } from '../../records/policy.ts'
import type { Member } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
import type { Standing, Turn } from '../../views/desk/standing.ts'

/** Who is asked to do something about a request: members by name, or whoever has one of the roles. */
export type Asked = {
  readonly users: readonly string[]
  readonly roles: readonly string[]
  /** Whose word would not count. */
  readonly except: readonly string[]
}

const nobody: Asked = { users: [], roles: [], except: [] }

/** Who is asked now, by the journal and the policy in force. */
export function askedIn(request: Request, turn: Turn, policy: Policy): Asked {
  const lead: Asked = { ...nobody, users: [request.opener.user] }
  const except = [request.opener.user, ...policy.exclusions]
  if (turn.kind === 'halt') {
    // A hold is lifted by an approver, and never by who opened the request.
    const roles = quorumFor(policy, request.right, ['irreversible']).map(({ role }) => role)
    return turn.code === 'legal-hold' ? { ...nobody, roles, except } : lead
  }
  if (turn.kind !== 'human') return nobody
  if (turn.step !== 'approve') return lead
  const given = request.plan?.approvals.map(({ by }) => by.user) ?? []
  const roles = needsOf(request, policy).map(({ role }) => role)
  return { users: [], roles: [...new Set(roles)], except: [...except, ...given] }
}

/** What approvals the plan in force needs. */
export const needsOf = ({ right, plan }: Request, policy: Policy): Standing['needs'] =>
  plan ? quorumFor(policy, right, plan.severities).map(({ role, of }) => ({ role, of })) : []

/** Whether a member with these roles is among the asked. */
export const isAsked = (asked: Asked, user: string, roles: readonly string[]): boolean =>
  asked.users.includes(user) ||
  (!asked.except.includes(user) && asked.roles.some((role) => roles.includes(role)))

/** The roles that a member has now; none for guests, strangers, and who cannot be looked up. */
export async function rolesNow(member: Member, policy: Policy, hands: Hands): Promise<string[]> {
  const standing = await hands.people.standing(member).catch(() => undefined)
  if (!standing?.active || standing.guest || standing.bot) return []
  return rolesOf(policy, member.user, standing.groups)
}

/** The members who have a role. Rejects when a group cannot be looked up. */
export async function membersOf(
  role: string,
  policy: Policy,
  groupMembers: (group: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const { members = [], groups = [] } = policy.roles[role] ?? {}
  const inGroups = await Promise.all(groups.map(async (group) => await groupMembers(group)))
  return [...new Set([...members, ...inGroups.flat()])]
}
