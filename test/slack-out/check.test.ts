import { expect, test } from 'vitest'
import { checkSlack } from '../../src/slack/check.ts'
import { slackClients } from '../../src/slack/clients.ts'
import { nowhere, outgoing } from './desk.ts'

const wanted = {
  channels: ['C0REQUESTS', 'C0AUDIT'],
  groups: ['S0PRIVACY', 'S0LEADS'],
  scopesNeeded: ['chat:write', 'groups:history', 'groups:read', 'usergroups:read', 'users:read'],
}

test('a workspace in which all is well says who the bot is', async () => {
  const { patient: client } = await outgoing()

  expect(await checkSlack({ client, ...wanted })).toEqual({
    self: { team: 'T0NORDLYS', bot: 'U0RIGHTS' },
    faults: [],
  })
})

test('everything that is wrong is said at once', async () => {
  const { patient: client } = await outgoing()
  const channels = ['C0REQUESTS', 'C0NOWHERE', 'C0BOARD', 'C0GENERAL', 'C0OLD', 'C0SHARED']
  const groups = ['S0PRIVACY', 'S0FORMER', 'S0NOWHERE']
  const scopesNeeded = [...wanted.scopesNeeded, 'pins:write']

  const { faults } = await checkSlack({ client, channels, groups, scopesNeeded })

  expect(faults).toEqual([
    { code: 'missing-scope', detail: 'pins:write' },
    { code: 'group-disabled', detail: 'S0FORMER' },
    { code: 'group-missing', detail: 'S0NOWHERE' },
    { code: 'channel-missing', detail: 'C0NOWHERE' },
    { code: 'channel-missing', detail: 'C0BOARD' },
    { code: 'not-in-channel', detail: 'C0GENERAL' },
    { code: 'channel-archived', detail: 'C0OLD' },
    { code: 'channel-shared', detail: 'C0SHARED' },
  ])
})

test('a scope that is missing is named once, though several checks need it', async () => {
  const { patient: client } = await outgoing({ scopes: ['chat:write', 'users:read'] })

  const { faults } = await checkSlack({ client, ...wanted })

  expect(faults).toEqual(
    ['groups:history', 'groups:read', 'usergroups:read'].map((detail) => ({
      code: 'missing-scope',
      detail,
    })),
  )
})

test('a token that Slack does not take is the only thing said', async () => {
  const { slack, patient: client, admin } = await outgoing()
  const wrong = slackClients({ token: 'xoxb-wrong', apiUrl: slack.apiUrl }).patient

  expect(await checkSlack({ client: wrong, ...wanted })).toEqual({
    faults: [{ code: 'invalid-token', detail: 'invalid_auth' }],
  })
  await admin('app', { token: 'revoked' })
  expect(await checkSlack({ client, ...wanted })).toEqual({
    faults: [{ code: 'invalid-token', detail: 'token_revoked' }],
  })
})

test('when Slack cannot be reached that is said, and nothing is made up', async () => {
  const { patient: client, spoil } = await outgoing()
  const { patient: lost } = slackClients({ token: 'xoxb-any', apiUrl: await nowhere() })

  expect(await checkSlack({ client: lost, ...wanted })).toEqual({
    faults: [{ code: 'slack-unreachable', detail: 'auth.test unreachable' }],
  })
  spoil({ kind: 'error-before', method: '^usergroups' })
  spoil({ kind: 'too-many', method: '^conversations', channel: 'C0AUDIT' })
  spoil({ kind: 'refuse', error: 'plan_upgrade_required', method: '^conversations' })
  expect((await checkSlack({ client, ...wanted })).faults).toEqual([
    { code: 'slack-unreachable', detail: 'usergroups.list lost' },
    { code: 'slack-refused', detail: 'conversations.info plan_upgrade_required' },
    { code: 'slack-unreachable', detail: 'conversations.info limited' },
  ])
})
