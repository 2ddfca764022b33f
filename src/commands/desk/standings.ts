import { flows, type Hands, requestsNow, turnOf } from '../../flows/index.ts'
import type { Policy } from '../../records/policy.ts'
import type { Member } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
import type { Standing } from '../../views/desk/standing.ts'
import { askedIn, isAsked, needsOf, rolesNow } from './asked.ts'

/** What one member sees of the desk: his roles, and how everything stands for him. */
export type Sighted = {
  readonly policy: Policy
  readonly roles: readonly string[]
  readonly paused: boolean
  readonly standings: readonly Standing[]
}

/** How every request stands that is not over, the newest first, and who is asked. */
export async function openFor(member: Member, hands: Hands): Promise<Sighted> {
  const policy = await hands.policy()
  const roles = await rolesNow(member, policy, hands)
  const requests = (await requestsNow(hands)).filter(({ closed }) => !closed)
  const standings = requests.map((request) =>
    standingFor(member, request, { policy, roles, hands }),
  )
  return { policy, roles, paused: hands.paused(), standings }
}

/**
 * How one request stands, for one member: whether he is asked is known, of the others only which
 * role is.
 */
export function standingFor(
  { user }: Member,
  request: Request,
  { policy, roles, hands }: { policy: Policy; roles: readonly string[]; hands: Hands },
): Standing {
  const turn = turnOf(request, flows)
  const asked = askedIn(request, turn, policy)
  return {
    request,
    turn,
    asked: [...new Set([...asked.users, ...(isAsked(asked, user, roles) ? [user] : [])])],
    askedRoles: asked.roles,
    needs: needsOf(request, policy),
    now: hands.now(),
    paused: hands.paused(),
  }
}
