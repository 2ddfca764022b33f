import { Severity } from './plan.ts'
import { type Policy, quorumFor } from './policy.ts'
import { Right } from './primitives.ts'

/**
 * Plans that could never be approved under this policy, in words. `membersOf` says who is in a role
 * now, groups included.
 */
export function neverApprovable(
  policy: Policy,
  membersOf: (role: string) => readonly string[],
): string[] {
  const idle = Object.entries(policy.deeds)
    .filter(([, roleNames]) => roleNames.flatMap(membersOf).length === 0)
    .map(([deed]) => `deeds.${deed}: nobody has a role that may do this: give one to somebody`)
  const openers = new Set(policy.deeds.open.flatMap(membersOf))
  const faults = Severity.options.flatMap((severity) =>
    Right.options.flatMap((right) => unmet(policy, { right, severity }, { openers, membersOf })),
  )
  return [...new Set([...idle, ...faults])]
}

function unmet(
  policy: Policy,
  { right, severity }: { right: Right; severity: Severity },
  who: { openers: ReadonlySet<string>; membersOf: (role: string) => readonly string[] },
): string[] {
  const rules = quorumFor(policy, right, [severity])
  if (rules.length === 0) return [`quorum: no rule for ${right} plans that are ${severity}`]
  return rules.flatMap(({ role, of }) => {
    const voters = who.membersOf(role).filter((user) => !policy.exclusions.includes(user))
    const left = [...who.openers].map((opener) => voters.filter((voter) => voter !== opener).length)
    const fewest = Math.min(voters.length, ...left)
    return fewest < of
      ? [
          `quorum: a plan that is ${severity} needs ${of} of ${role}, and when an opener is one of them only ${fewest} can approve: give the role to more members, or ask for fewer`,
        ]
      : []
  })
}
