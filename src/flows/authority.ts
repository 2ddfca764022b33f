import { StoreConflict } from '../records/errors.ts'
import { type Policy, rolesOf } from '../records/policy.ts'
import type { Id, Member } from '../records/primitives.ts'
import type { Hands } from './hands.ts'
import { noteFact } from './journal.ts'
import { Refusal } from './refusal.ts'

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

/** Lets a member do a deed, and says in which role. Throws `Refusal` when the policy doesn't. */
export async function authorised(
  member: Member,
  what: keyof Policy['deeds'],
  hands: Hands,
): Promise<{ role: string; policy: Policy }> {
  const policy = await policyInForce(hands)
  const roles = await rolesNow(member, policy, hands)
  const role = policy.deeds[what].find((name) => roles.includes(name))
  if (!role) throw new Refusal('role-missing', policy.deeds[what].join(', '))
  return { role, policy }
}

/**
 * Does a deed, one at a time for each request, and journals a refusal in its own words: who tried
 * what, and why it was not done.
 */
export async function deed<T>(
  about: { id: Id; by: Member; name: string },
  hands: Hands,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await hands.store.exclusive(about.id, async () => await untilUndisturbed(work))
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'unknown-request') {
      await noteFact(
        about.id,
        [{ by: about.by, kind: 'turned-away', deed: about.name, code: error.code }],
        hands,
      )
    }
    throw error
  }
}

/** The request may go on while a member speaks: he is heard on what it says then. */
async function untilUndisturbed<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof StoreConflict)) throw error
    }
  }
}
