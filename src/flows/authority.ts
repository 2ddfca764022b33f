import { StoreConflict } from '../records/errors.ts'
import { type Policy, rolesOf } from '../records/policy.ts'
import type { Member } from '../records/primitives.ts'
import type { Owner } from '../records/store.ts'
import type { Hands } from './hands.ts'
import { Refusal } from './refusal.ts'
import { noteTurnedAway } from './turned-away.ts'

/** The policy in force, or a refusal: without a policy nobody may do anything. */
export async function policyInForce(hands: Hands): Promise<Policy> {
  try {
    return await hands.policy()
  } catch {
    throw new Refusal('policy-unreadable')
  }
}

/**
 * The roles that a member has now. Guests, bots, deactivated users and strangers have none, and
 * who cannot be looked up is refused: fail closed.
 */
export async function rolesNow(member: Member, policy: Policy, hands: Hands): Promise<string[]> {
  const standing = await hands.people.standing(member).catch(() => {
    throw new Refusal('people-unknown')
  })
  if (!standing.active || standing.guest || standing.bot) throw new Refusal('not-a-member')
  return rolesOf(policy, member.user, standing.groups)
}

/**
 * The role in which a member may do something now: a deed of the policy's, `approve` a plan of some
 * kind, or have `any` part in requests at all. Throws `Refusal` when he may not. Nothing is journalled.
 */
export async function mayDo(
  member: Member,
  what: keyof Policy['deeds'] | 'approve' | 'any',
  hands: Hands,
): Promise<string> {
  const policy = await policyInForce(hands)
  const roles = await rolesNow(member, policy, hands)
  const asked = rolesFor(what, policy)
  const role = asked.find((name) => roles.includes(name))
  if (!role) throw new Refusal('role-missing', what === 'any' ? '' : asked.join(', '))
  return role
}

function rolesFor(what: Parameters<typeof mayDo>[1], policy: Policy): readonly string[] {
  if (what === 'any') return Object.keys(policy.roles)
  if (what === 'approve') return [...new Set(policy.quorum.map(({ role }) => role))]
  return policy.deeds[what]
}

/** Which deed it is, of whom, about what: a request by its id, or the desk. */
type Deed = { readonly id: Owner; readonly by: Member; readonly name: string }

/**
 * Does a deed, one at a time for each request, and journals a refusal in its own words: who tried
 * what, and why it was not done.
 */
export async function deed<T>(about: Deed, hands: Hands, work: () => Promise<T>): Promise<T> {
  return await orTurnedAway(
    about,
    hands,
    async () => await hands.store.exclusive(about.id, async () => await untilUndisturbed(work)),
  )
}

/** Refusals that stand in a journal. */
const noted = new WeakSet<Refusal>()

/** Whether it has been written down that the rules said no. */
export const isNoted = (refusal: Refusal): boolean => noted.has(refusal)

/** Does a deed outside anybody's turn, and journals a refusal like `deed`. */
export async function orTurnedAway<T>(
  { id: owner, by, name }: Deed,
  hands: Hands,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'unknown-request') {
      await noteTurnedAway({ owner, by, deed: name, code: error.code }, hands)
      noted.add(error)
    }
    throw error
  }
}

/** The journal may grow while a member speaks: he is heard on what it says then. */
export async function untilUndisturbed<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof StoreConflict)) throw error
    }
  }
}
