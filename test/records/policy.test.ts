import { describe, expect, test } from 'vitest'
import { BadPolicy, parsePolicy, policySchema } from '../../src/records/policy.ts'
import { base, policyWith, rule } from './support/rules.ts'

/** The faults that a policy file is refused with. */
function faultsOf(text: string): readonly string[] {
  try {
    parsePolicy(text)
  } catch (error) {
    if (error instanceof BadPolicy) return error.faults
    throw error
  }
  return []
}
const faultsWith = (change: Readonly<Record<string, unknown>>) =>
  faultsOf(JSON.stringify({ ...base, ...change }))

describe('a policy file', () => {
  test('needs little: the rest has defaults on the safe side', () => {
    expect(policyWith()).toMatchObject({
      exclusions: [],
      manyPeople: 10,
      approvalLastsHours: 72,
      pauseSeconds: 900,
      ownTickets: 'delete',
      holdTags: ['legal_hold'],
      humansShare: 0.2,
      language: 'en',
      roles: { lead: { groups: [] } },
    })
  })

  test('says where the desk speaks, and in which language, where it has a Slack', () => {
    const channels = { requests: 'C0REQUESTS', audit: 'G0AUDIT' }

    expect(policyWith({ channels, language: 'fr' })).toMatchObject({ channels, language: 'fr' })
    expect(policyWith().channels).toBeUndefined()
  })

  test.each(['', '{', 'canary', '[1,]'])(
    'that is no JSON is refused with what to do: %j',
    (text) => {
      expect(faultsOf(text)).toEqual([
        expect.stringMatching(/^file: it is not JSON; `npm run policy/),
      ])
    },
  )

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['an unknown key', { pauseSecond: 5 }, 'file: Unrecognized key: "pauseSecond"'],
    [
      'an unknown key below',
      { roles: { ...base.roles, x: { members: [], group: [] } } },
      'roles.x: ',
    ],
    [
      'a channel by its name',
      { channels: { requests: '#privacy', audit: 'C0AUDIT' } },
      'channels.requests: not a Slack channel id',
    ],
    ['no audit channel', { channels: { requests: 'C0REQUESTS' } }, 'channels.audit: it is missing'],
    ['a language that nobody wrote', { language: 'de' }, 'language: '],
    ['no country', { country: undefined }, 'country: '],
    ['a country in words', { country: 'France' }, 'country: not an ISO 3166 country code'],
    ['a name where an id belongs', { exclusions: ['inès'] }, 'exclusions.0: not a Slack user id'],
    [
      'a channel where a group belongs',
      { roles: { lead: { members: [], groups: ['C0X'] } } },
      'roles.lead.groups.0: ',
    ],
    ['no rule at all', { quorum: [] }, 'quorum: '],
    ['a rule of nobody', { quorum: [rule('staff', 'privacy', 0)] }, 'quorum.0.of: '],
    ['half a person', { quorum: [rule('staff', 'privacy', 1.5)] }, 'quorum.0.of: '],
    ['an unknown severity', { quorum: [rule('harmless')] }, 'quorum.0.severity: '],
    ['an unknown right', { quorum: [rule('staff', 'privacy', 1, 'oblivion')] }, 'quorum.0.right: '],
    ['a deed of nobody', { deeds: { ...base.deeds, open: [] } }, 'deeds.open: '],
    ['approvals for ever', { approvalLastsHours: 10_000 }, 'approvalLastsHours: '],
    ['a pause that is none', { pauseSeconds: -1 }, 'pauseSeconds: '],
    ['all of the rate limit for people', { humansShare: 1 }, 'humansShare: '],
    ['another version', { version: 2 }, 'version: '],
    [
      'a role that is not there in a deed',
      { deeds: { ...base.deeds, stop: ['cto'] } },
      'deeds.stop: there is no role called cto',
    ],
    [
      'a role that is not there in a rule',
      { quorum: [rule('staff', 'dpo')] },
      'quorum.0.role: there is no role called dpo',
    ],
    [
      'a role by a word of the language',
      { quorum: [rule('staff', 'constructor')] },
      'quorum.0.role: there is no role',
    ],
  ])('with %s is refused, and the place is named', (_, change, fault) => {
    expect(faultsWith(change)).toEqual([expect.stringContaining(fault)])
  })

  test('is told every fault at once', () => {
    const faults = faultsWith({ country: 'x', humansShare: 7, quorum: [], more: 1 })

    expect(faults.map((fault) => fault.split(':')[0] ?? '').toSorted()).toEqual([
      'country',
      'file',
      'humansShare',
      'quorum',
    ])
  })

  test('has a digest that does not depend on the order of keys or on spelling out a default', () => {
    const { digest } = policyWith()
    const turned = Object.fromEntries(Object.entries({ ...base, pauseSeconds: 900 }).toReversed())

    expect(parsePolicy(JSON.stringify(turned, null, 4)).digest).toBe(digest)
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    expect(policyWith({ pauseSeconds: 901 }).digest).not.toBe(digest)
    expect(policyWith({ exclusions: ['U0ONE'] }).digest).not.toBe(digest)
  })

  test('has a JSON schema, in which what has a default may be left out', () => {
    const schema = policySchema() as { required: string[]; properties: Record<string, unknown> }

    expect(schema.required.toSorted()).toEqual(['country', 'deeds', 'quorum', 'roles', 'version'])
    expect(Object.keys(schema.properties)).toContain('holdTags')
  })
})

test('what a policy lacks is named in words', () => {
  expect(() => parsePolicy('{"version":1}')).toThrow(/- roles: it is missing\n/)
})
