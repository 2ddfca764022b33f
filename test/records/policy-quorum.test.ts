import { describe, expect, test } from 'vitest'
import { neverApprovable } from '../../src/records/approvable.ts'
import { Severity } from '../../src/records/plan.ts'
import { isMet, quorumFor, rolesOf, type Voter } from '../../src/records/policy.ts'
import type { Right } from '../../src/records/primitives.ts'
import { base, policyWith, rule } from './support/rules.ts'

const vote = (user: string, ...roles: string[]): Voter => ({ by: { user, team: 'T0' }, roles })
const opener = { user: 'U0LEAD', team: 'T0' }

describe('roles', () => {
  test.each<[string, string[], string[]]>([
    ['U0LEAD', [], ['lead']],
    ['U0BOTH', [], ['lead', 'privacy']],
    ['U0STRANGER', ['S0PRIVACY'], ['privacy']],
    ['U0STRANGER', ['S0OTHER'], []],
  ])('of %s in the groups %j are %j', (user, groups, roles) => {
    expect(rolesOf(policyWith(), user, groups)).toEqual(roles)
  })
})

describe('a quorum', () => {
  const policy = policyWith({
    quorum: [
      rule('reversible'),
      rule('irreversible', 'privacy', 2),
      rule('irreversible', 'legal', 1, 'erasure'),
      rule('staff', 'legal'),
    ],
    exclusions: ['U0BANNED'],
  })
  const [one, two] = [vote('U0ONE', 'privacy'), vote('U0TWO', 'privacy')]
  const counsel = vote('U0LEGAL', 'legal')
  const dual = vote('U0TWO', 'privacy', 'legal')

  test('asks for the rules of the right and of any, for every severity of the plan', () => {
    expect(
      quorumFor(policy, 'erasure', ['irreversible']).map(({ role, of }) => [role, of]),
    ).toEqual([
      ['privacy', 2],
      ['legal', 1],
    ])
    expect(quorumFor(policy, 'access', ['irreversible'])).toHaveLength(1)
    expect(quorumFor(policy, 'access', ['irreversible', 'reversible', 'staff'])).toHaveLength(3)
  })

  test.each<[string, Right, Severity[], Voter[], boolean]>([
    ['one of one', 'access', ['reversible'], [one], true],
    ['nobody', 'access', ['reversible'], [], false],
    ['one of two', 'access', ['irreversible'], [one], false],
    ['two of two', 'access', ['irreversible'], [one, two], true],
    ['one person twice', 'access', ['irreversible'], [one, one], false],
    ['two of another role', 'access', ['irreversible'], [counsel, vote('U0X', 'legal')], false],
    ['a voter without a role', 'access', ['reversible'], [vote('U0ONE')], false],
    ['the opener alone', 'access', ['reversible'], [vote('U0LEAD', 'privacy')], false],
    [
      'the opener as one of two',
      'access',
      ['irreversible'],
      [one, vote('U0LEAD', 'privacy')],
      false,
    ],
    ['somebody excluded', 'access', ['reversible'], [vote('U0BANNED', 'privacy')], false],
    [
      'somebody excluded as one of two',
      'access',
      ['irreversible'],
      [one, vote('U0BANNED', 'privacy')],
      false,
    ],
    ['privacy without legal', 'erasure', ['irreversible'], [one, two], false],
    ['privacy and legal', 'erasure', ['irreversible'], [one, two, counsel], true],
    ['one of them for both', 'erasure', ['irreversible'], [one, dual], true],
    ['every severity of several', 'access', ['reversible', 'staff'], [one, counsel], true],
    ['only one severity of two', 'access', ['reversible', 'staff'], [one], false],
    ['a severity without a rule', 'access', ['many-people'], [one, two, counsel], false],
    [
      'a severity without a rule beside one',
      'access',
      ['reversible', 'others-ticket'],
      [one, two],
      false,
    ],
    ['a plan without a severity', 'access', [], [one, two, counsel], false],
  ])('%s: %s with %j', (_, right, severities, votes, met) => {
    expect(isMet(policy, { right, severities, opener }, votes)).toBe(met)
  })
})

const membersOf = (who: Readonly<Record<string, readonly string[]>>) => (role: string) =>
  who[role] ?? []

describe('a policy under which some request could never be approved', () => {
  const plenty = membersOf({ lead: ['U0LEAD'], privacy: ['U0ONE', 'U0TWO'], legal: ['U0LEGAL'] })

  test('is not one where every severity has a rule and people for it', () => {
    expect(neverApprovable(policyWith(), plenty)).toEqual([])
  })

  test('has a severity without a rule: fail closed, and said', () => {
    const faults = neverApprovable(policyWith({ quorum: [rule('reversible')] }), plenty)

    expect(faults).toContain('quorum: no rule for erasure plans that are irreversible')
    expect(faults).toHaveLength(4 * 5)
  })

  test('has a rule for one right only', () => {
    const quorum = Severity.options.map((s) =>
      rule(s, 'privacy', 1, s === 'staff' ? 'erasure' : 'any'),
    )

    expect(neverApprovable(policyWith({ quorum }), plenty)).toEqual(
      ['access', 'rectification', 'portability', 'objection'].map(
        (right) => `quorum: no rule for ${right} plans that are staff`,
      ),
    )
  })

  test.each<
    [string, Readonly<Record<string, unknown>>, Readonly<Record<string, readonly string[]>>]
  >([
    ['a role of too few', {}, { lead: ['U0LEAD'], privacy: [] }],
    ['only the opener himself', {}, { lead: ['U0BOTH'], privacy: ['U0BOTH'] }],
    [
      'an opener who is missed',
      { quorum: Severity.options.map((s) => rule(s, 'privacy', 2)) },
      { lead: ['U0ONE', 'U0LEAD'], privacy: ['U0ONE', 'U0TWO'] },
    ],
    ['only excluded ones', { exclusions: ['U0ONE'] }, { lead: ['U0LEAD'], privacy: ['U0ONE'] }],
  ])('has %s', (_, change, who) => {
    const faults = neverApprovable(policyWith(change), membersOf(who))

    expect(faults).toHaveLength(5)
    expect(faults[0]).toMatch(
      /^quorum: a plan that is reversible needs \d of privacy, .* give the role to more members/,
    )
  })

  test.each(['open', 'decide', 'stop'])('has nobody who may %s', (deed) => {
    const policy = policyWith({ deeds: { ...base.deeds, [deed]: ['legal'] } })
    const who = membersOf({ lead: ['U0LEAD'], privacy: ['U0ONE', 'U0TWO'] })

    expect(neverApprovable(policy, who)).toEqual([
      expect.stringMatching(`^deeds\\.${deed}: nobody has a role`),
    ])
  })
})
