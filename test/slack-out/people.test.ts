import { expect, test } from 'vitest'
import { DirectorySilent, slackDirectory } from '../../src/slack/people.ts'
import { outgoing } from './desk.ts'

const team = 'T0NORDLYS'

const withDirectory = async (options: { scopes?: string[] } = {}) => {
  const set = await outgoing(options)
  const told: string[] = []
  const directory = slackDirectory({
    client: set.quick,
    team,
    now: set.clock.now,
    groups: async () => await Promise.resolve(['S0PRIVACY', 'S0LEADS']),
    trouble: (code, detail) => told.push(`${code} ${detail}`),
  })
  const standing = async (user: string) => await directory.standing({ user, team })
  return { ...set, directory, standing, told }
}

const nobody = { active: false, guest: true, bot: false, groups: [] }

test.each([
  ['U0LIND', { active: true, guest: false, bot: false, groups: ['S0PRIVACY'] }],
  ['U0AUBRY', { active: true, guest: false, bot: false, groups: ['S0LEADS'] }],
  ['U0GUEST', { active: true, guest: true, bot: false, groups: [] }],
  ['U0VISITOR', { active: true, guest: true, bot: false, groups: [] }],
  ['U0GONE', { active: false, guest: false, bot: false, groups: [] }],
  ['U0RIGHTS', { active: true, guest: false, bot: true, groups: [] }],
  ['U0ELSEWHERE', nobody],
  ['U0NOBODY', nobody],
])('%s is who Slack says now', async (user, expected) => {
  const { standing } = await withDirectory()

  expect(await standing(user)).toEqual(expected)
})

test('a member of another workspace is a stranger, and Slack is not even asked', async () => {
  const { directory, slack } = await withDirectory()

  const answer = await directory.standing({ user: 'U0LIND', team: 'T0ELSEWHERE' })

  expect(answer).toEqual(nobody)
  expect(slack.log()).toEqual([])
})

test('two hundred clicks at once make one call for the member and one for each group', async () => {
  const { standing, calls } = await withDirectory()

  await Promise.all(Array.from({ length: 200 }, async () => await standing('U0LIND')))

  expect(calls('users.info')).toHaveLength(1)
  expect(calls('usergroups.users.list')).toHaveLength(2)
})

test('whoever leaves a group loses its role within sixty seconds', async () => {
  const { standing, admin, clock } = await withDirectory()
  await standing('U0LIND')
  await admin('group', { id: 'S0PRIVACY', users: ['U0OKAFOR'] })
  await admin('member', { id: 'U0OKAFOR', deleted: true })

  clock.pass(60_000)

  expect(await standing('U0LIND')).toMatchObject({ groups: [] })
  expect(await standing('U0OKAFOR')).toMatchObject({ active: false })
})

test('nothing older than sixty seconds is answered, also when Slack is down', async () => {
  const { standing, spoil, clock, told } = await withDirectory()
  await standing('U0LIND')
  spoil({ kind: 'drop-before', times: 0 })

  clock.pass(30_000)
  expect(await standing('U0LIND')).toMatchObject({ active: true })
  clock.pass(30_000)
  await expect(standing('U0LIND')).rejects.toMatchObject({ code: 'slack-unreachable' })
  expect(told.toSorted()).toEqual([
    'slack-unreachable usergroups.users.list',
    'slack-unreachable users.info',
  ])
})

test('what Slack answers late is as old as the question', async () => {
  const { standing, directory, clock, calls } = await withDirectory()
  await directory.groupMembers('S0PRIVACY')
  clock.pass(56_000)

  await standing('U0LIND')

  // Fifty-six seconds and the rest of this answer could be more than sixty.
  expect(calls('usergroups.users.list')).toHaveLength(3)
})

test.each([
  ['is gone', { deleted: true }],
  ['is disabled', { disabled: true }],
])(
  'when a group of the policy %s nobody may do anything, and it is told once',
  async (_, change) => {
    const { standing, directory, admin, told } = await withDirectory()
    await admin('group', { id: 'S0LEADS', ...change })

    await expect(standing('U0LIND')).rejects.toBeInstanceOf(DirectorySilent)
    await expect(standing('U0AUBRY')).rejects.toMatchObject({ code: 'group-missing' })
    await expect(directory.groupMembers('S0LEADS')).rejects.toMatchObject({ code: 'group-missing' })
    expect(told).toEqual(['group-missing S0LEADS'])
  },
)

test('a trouble that has gone and come back is told again', async () => {
  const { directory, admin, told, clock } = await withDirectory()
  const ask = async () => await directory.groupMembers('S0NEW').catch(() => 'silent')

  await ask()
  await admin('group', { id: 'S0NEW', users: ['U0LIND'] })
  expect(await ask()).toEqual(['U0LIND'])
  await admin('group', { id: 'S0NEW', deleted: true })
  clock.pass(60_000)
  await ask()
  await ask()
  expect(told).toEqual(['group-missing S0NEW', 'group-missing S0NEW'])
})

test('a missing scope and a revoked token are named', async () => {
  const { standing, told, admin } = await withDirectory({ scopes: ['users:read'] })

  await expect(standing('U0LIND')).rejects.toMatchObject({ code: 'missing-scope' })
  await expect(standing('U0LIND')).rejects.toMatchObject({ code: 'missing-scope' })
  expect(told).toEqual(['missing-scope usergroups:read'])
  await admin('app', { token: 'revoked' })
  await expect(standing('U0BERGER')).rejects.toMatchObject({ code: 'invalid-token' })
})

test('after a 429 Slack is left alone until it may be asked again', async () => {
  const { standing, spoil, clock, calls } = await withDirectory()
  spoil({ kind: 'too-many', seconds: 20, method: '^users' })

  await expect(standing('U0LIND')).rejects.toMatchObject({ code: 'slack-limited' })
  await expect(standing('U0BERGER')).rejects.toMatchObject({ code: 'slack-limited' })
  expect(calls('users.info')).toHaveLength(1)
  clock.pass(20_000)
  expect(await standing('U0LIND')).toMatchObject({ active: true })
})

test('a profile tells language, time zone and name, and does not fail', async () => {
  const { directory, spoil, clock, calls } = await withDirectory()

  const profile = { locale: 'fr-FR', tz: 'Europe/Paris', name: 'Inès Aubry' }
  expect(await directory.profileOf('U0AUBRY')).toEqual(profile)
  clock.pass(3_600_000)
  expect(await directory.profileOf('U0AUBRY')).toEqual(profile)
  expect(calls('users.info')).toHaveLength(1)
  spoil({ kind: 'drop-before', times: 0 })
  clock.pass(86_400_000)
  expect(await directory.profileOf('U0AUBRY')).toEqual(profile)
  expect(await directory.profileOf('U0LIND')).toEqual({ locale: 'en', tz: 'UTC', name: '' })
})
