import { ErrorCode } from '@slack/web-api'
import { expect, test } from 'vitest'
import { rig } from './rig.ts'

const divider = [{ type: 'divider' as const }]

const codeOf = async (work: Promise<unknown>): Promise<unknown> => {
  const data = await work.then(
    () => ({ data: { error: 'nothing' } }),
    (error: unknown) => error as { data: { error: string } },
  )
  return data.data.error
}

test('Slack’s own client posts, changes and removes a message', async () => {
  const { say, web, slack } = await rig()

  const { ts = '' } = await say({
    channel: 'C0REQUESTS',
    text: 'a',
    blocks: divider,
  })
  const changed = await web.chat.update({ channel: 'C0REQUESTS', ts, text: 'b' })

  expect(changed.message).toMatchObject({ text: 'b', bot_id: 'B0RIGHTS', app_id: 'A0RIGHTS' })
  expect(slack.state()['messages']).toMatchObject([{ ts, text: 'b', channel: 'C0REQUESTS' }])
  await web.chat.delete({ channel: 'C0REQUESTS', ts })
  expect(slack.state()['messages']).toEqual([])
})

test('blocks come back with the ids that Slack gives them', async () => {
  const { call } = await rig()
  const button = { type: 'button', text: { type: 'plain_text', text: 'Go' } }

  const { message } = await call('chat.postMessage', {
    channel: 'C0REQUESTS',
    text: 'a',
    blocks: [{ type: 'actions', elements: [button] }],
  })

  expect(message).toMatchObject({
    blocks: [
      {
        block_id: expect.stringMatching(/./),
        elements: [{ action_id: expect.stringMatching(/./), text: { emoji: true } }],
      },
    ],
  })
})

test.each([
  ['C0BOARD', 'channel_not_found', 'a private channel without the app does not exist'],
  ['C0GENERAL', 'not_in_channel', 'a public one has to be joined'],
  ['C0OLD', 'is_archived', 'an archived one takes nothing'],
  ['C0NOWHERE', 'channel_not_found', 'an unknown one is not found'],
  ['U0GONE', 'channel_not_found', 'somebody who left has no DM'],
])('posting to %s answers %s: %s', async (channel, error) => {
  const { say } = await rig()

  expect(await codeOf(say({ channel, text: 'a' }))).toBe(error)
})

test('chat:write.public lets a text into a public channel, but no file', async () => {
  const { say, admin } = await rig()
  await admin('app', { scopes: ['chat:write', 'chat:write.public'] })

  expect((await say({ channel: 'C0GENERAL', text: 'a' })).ok).toBe(true)
})

test('a private channel that the app was taken out of is gone for it', async () => {
  const { say, web, admin } = await rig()
  const { ts = '' } = await say({ channel: 'C0REQUESTS', text: 'a' })
  await admin('channel', { id: 'C0REQUESTS', remove: ['U0RIGHTS'] })

  expect(await codeOf(web.chat.update({ channel: 'C0REQUESTS', ts, text: 'b' }))).toBe(
    'channel_not_found',
  )
  expect(await codeOf(web.conversations.info({ channel: 'C0REQUESTS' }))).toBe('channel_not_found')
})

test('only own messages are changed, by channel id, up to 4,000 characters', async () => {
  const { say, web, as } = await rig()
  const channel = 'C0REQUESTS'
  const { ts: hers = '' } = await as('U0AUBRY', 'post', { channel, text: 'Bonjour' })
  const { ts = '', channel: dm } = await say({ channel: 'U0AUBRY', text: 'a' })

  expect(dm).toBe('D00AUBRY')
  expect(await codeOf(web.chat.update({ channel, ts: hers, text: 'b' }))).toBe(
    'cant_update_message',
  )
  expect(await codeOf(web.chat.delete({ channel, ts: hers }))).toBe('cant_delete_message')
  expect(await codeOf(web.chat.update({ channel: 'U0AUBRY', ts, text: 'b' }))).toBe(
    'channel_not_found',
  )
  expect(await codeOf(web.chat.update({ channel, ts: '1.2', text: 'b' }))).toBe('message_not_found')
  expect(await codeOf(web.chat.update({ channel: 'D00AUBRY', ts, text: 'x'.repeat(4001) }))).toBe(
    'msg_too_long',
  )
})

test('a text of more than 40,000 characters is cut, with a warning', async () => {
  const { call } = await rig()

  const answer = await call('chat.postMessage', { channel: 'C0REQUESTS', text: 'x'.repeat(40_001) })

  expect(answer).toMatchObject({ ok: true, warning: 'message_truncated' })
  expect((answer['message'] as { text: string }).text).toHaveLength(40_000)
})

test('blocks that break a rule are refused with the place', async () => {
  const { call } = await rig()
  const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }]

  expect(
    await call('chat.postMessage', { channel: 'C0REQUESTS', text: 'a', blocks }),
  ).toMatchObject({
    ok: false,
    error: 'invalid_blocks',
    errors: expect.arrayContaining([
      'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ]),
    response_metadata: {
      messages: expect.arrayContaining([expect.stringContaining('[ERROR]')]),
    },
  })
  expect(await call('chat.postMessage', { channel: 'C0REQUESTS', blocks: '{' })).toMatchObject({
    error: 'invalid_blocks_format',
  })
  expect(await call('chat.postMessage', { channel: 'C0REQUESTS' })).toMatchObject({
    error: 'no_text',
  })
})

test('blocks.validate says what is wrong and where', async () => {
  const { web, call } = await rig()

  expect((await web.blocks.validate({ blocks: divider })).ok).toBe(true)
  const text = { type: 'invalid', text: 'a' }
  expect(
    await call('blocks.validate', { blocks: JSON.stringify([{ type: 'section', text }]) }),
  ).toMatchObject({
    error: 'invalid_blocks',
    errors: [{ code: 'failed_constraint', pointer: '/0/text/type', constraint: { type: 'enum' } }],
  })
  expect(await call('blocks.validate', {})).toMatchObject({ error: 'invalid_arguments' })
})

test('tokens: none, wrong, revoked, without the scope', async () => {
  const { call, slack, admin } = await rig()
  const bare = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST' })

  expect(await bare.json()).toEqual({ ok: false, error: 'not_authed' })
  expect((await call('auth.test', {}, 'xoxb-other')).error).toBe('invalid_auth')
  await admin('app', { scopes: ['chat:write', 'commands'] })
  expect(await call('users.info', { user: 'U0LIND' })).toEqual({
    ok: false,
    error: 'missing_scope',
    needed: 'users:read',
    provided: 'chat:write,commands',
  })
  await admin('app', { token: 'revoked' })
  expect((await call('auth.test')).error).toBe('token_revoked')
})

test('an unknown method is answered with 200', async () => {
  const { web } = await rig()

  await expect(web.apiCall('chat.shout')).rejects.toMatchObject({
    code: ErrorCode.PlatformError,
    data: { error: 'unknown_method' },
  })
})

test('members carry their locale, guests their marks, strangers neither locale nor address', async () => {
  const { web } = await rig()
  const of = async (user: string) => (await web.users.info({ user, include_locale: true })).user

  expect(await of('U0AUBRY')).toMatchObject({
    locale: 'fr-FR',
    profile: { email: 'ines.aubry@example.com' },
  })
  expect(await of('U0VISITOR')).toMatchObject({ is_restricted: true, is_ultra_restricted: true })
  expect(await of('U0GONE')).toMatchObject({ deleted: true })
  const stranger = await of('U0ELSEWHERE')
  expect(stranger).toMatchObject({ is_stranger: true, team_id: 'T0ELSEWHERE' })
  expect(stranger).not.toHaveProperty('locale')
  expect(stranger?.profile).not.toHaveProperty('email')
  expect(await codeOf(web.users.lookupByEmail({ email: 'nobody@example.com' }))).toBe(
    'users_not_found',
  )
  const found = await web.users.lookupByEmail({ email: 'tomas.lind@example.com' })
  expect(found.user?.id).toBe('U0LIND')
})

test('user groups change, vanish, are disabled, and need a paid plan', async () => {
  const { web, admin } = await rig()
  const members = async (usergroup: string) =>
    (await web.usergroups.users.list({ usergroup })).users

  expect(await members('S0PRIVACY')).toEqual(['U0OKAFOR', 'U0BERGER', 'U0LIND'])
  await admin('group', { id: 'S0PRIVACY', users: ['U0BERGER'] })
  expect(await members('S0PRIVACY')).toEqual(['U0BERGER'])
  expect(await codeOf(members('S0FORMER'))).toBe('no_such_subteam')
  await admin('group', { id: 'S0PRIVACY', deleted: true })
  expect(await codeOf(members('S0PRIVACY'))).toBe('no_such_subteam')
  await admin('app', { plan: 'free' })
  expect(await codeOf(members('S0LEADS'))).toBe('plan_upgrade_required')
})

test('a channel tells whether outsiders are in it', async () => {
  const { web } = await rig()

  const shared = await web.conversations.info({ channel: 'C0SHARED' })
  const own = await web.conversations.info({ channel: 'C0REQUESTS' })

  expect(shared.channel).toMatchObject({ is_ext_shared: true, is_shared: true })
  expect(own.channel).toMatchObject({ is_ext_shared: false, is_private: true, is_member: true })
  const { members } = await web.conversations.members({ channel: 'C0AUDIT' })
  expect(members).toContain('U0RIGHTS')
  const { channels } = await web.conversations.list({ types: 'public_channel,private_channel' })
  expect(channels?.map(({ id }) => id)).not.toContain('C0BOARD')
})

test('replies gather under their head, and a link leads to each', async () => {
  const { say, web } = await rig()
  const channel = 'C0REQUESTS'
  const { ts = '' } = await say({ channel, text: 'head' })
  const reply = await say({ channel, text: 'reply', thread_ts: ts })

  const { messages } = await web.conversations.replies({ channel, ts })
  const { messages: top } = await web.conversations.history({ channel })
  const link = await web.chat.getPermalink({ channel, message_ts: reply.ts ?? '' })

  expect(messages?.map(({ text }) => text)).toEqual(['head', 'reply'])
  expect(top).toMatchObject([{ text: 'head', reply_count: 1, reply_users: ['U0RIGHTS'] }])
  expect(link.permalink).toContain(`?thread_ts=${ts}&cid=${channel}`)
})

test('metadata is told whole to those who ask for it, and a thread from the time they ask for', async () => {
  const { say, web, clock } = await rig()
  const channel = 'C0REQUESTS'
  const metadata = { event_type: 'card', event_payload: { key: 'a' } }
  const { ts = '' } = await say({ channel, text: 'head', metadata })
  await say({ channel, text: 'early', thread_ts: ts })
  clock.now += 10_000
  await say({ channel, text: 'late', thread_ts: ts })

  const brief = await web.conversations.history({ channel })
  const whole = await web.conversations.history({ channel, include_all_metadata: true })
  const oldest = String((clock.now - 5000) / 1000)
  const thread = await web.conversations.replies({ channel, ts, oldest })

  expect(brief.messages?.[0]?.metadata).toEqual({ event_type: 'card' })
  expect(whole.messages?.[0]?.metadata).toEqual(metadata)
  expect(thread.messages?.map(({ text }) => text)).toEqual(['head', 'late'])
})

test('a fault of one channel leaves the others alone', async () => {
  const { say, send } = await rig()
  await send('/_faults', { kind: 'too-many', times: 0, channel: 'C0AUDIT' })

  await expect(say({ channel: 'C0AUDIT', text: 'a' })).rejects.toMatchObject({ retryAfter: 1 })
  expect((await say({ channel: 'C0REQUESTS', text: 'a' })).ok).toBe(true)
})

test('an ephemeral reaches members of the channel only, is not changed, and is lost on reload', async () => {
  const { web, as, slack } = await rig()
  const channel = 'C0REQUESTS'

  const { message_ts: ts = '' } = await web.chat.postEphemeral({
    channel,
    user: 'U0LIND',
    text: 'psst',
  })

  expect(slack.state()['ephemerals']).toMatchObject({ U0LIND: [{ text: 'psst' }] })
  expect(await codeOf(web.chat.update({ channel, ts, text: 'b' }))).toBe('message_not_found')
  expect(await codeOf(web.chat.postEphemeral({ channel, user: 'U0VISITOR', text: 'a' }))).toBe(
    'user_not_in_channel',
  )
  await as('U0LIND', 'reload')
  expect(slack.state()['ephemerals']).toEqual({})
})

test('a DM is opened once, and not with strangers or leavers', async () => {
  const { web } = await rig()

  const first = await web.conversations.open({ users: 'U0LIND' })
  const second = await web.conversations.open({ users: 'U0LIND' })

  expect(first.channel?.id).toBe(second.channel?.id)
  expect(await codeOf(web.conversations.open({ users: 'U0GONE' }))).toBe('user_disabled')
  expect(await codeOf(web.conversations.open({ users: 'U0ELSEWHERE' }))).toBe('user_not_visible')
})

test('Slack’s own client uploads a file and shares it', async () => {
  const { web, slack } = await rig()

  await web.files.uploadV2({
    channel_id: 'C0AUDIT',
    filename: 'heads.txt',
    file: Buffer.from('one line'),
    initial_comment: 'Heads',
  })

  expect(slack.state()['messages']).toMatchObject([
    { text: 'Heads', files: [{ name: 'heads.txt', size: 8 }] },
  ])
})

test('a reaction counts once', async () => {
  const { say, web } = await rig()
  const { ts: timestamp = '' } = await say({ channel: 'C0EXPORTS', text: 'a' })
  const add = { channel: 'C0EXPORTS', timestamp, name: 'white_check_mark' }

  await web.reactions.add(add)

  expect(await codeOf(web.reactions.add(add))).toBe('already_reacted')
  expect((await web.team.info()).team?.domain).toBe('nordlys')
})

test.each([
  [{ kind: 'too-many', seconds: 7 }, { code: ErrorCode.RateLimitedError, retryAfter: 7 }, 0],
  [{ kind: 'error-before' }, { code: ErrorCode.HTTPError, statusCode: 503 }, 0],
  [{ kind: 'error-after', status: 500 }, { code: ErrorCode.HTTPError, statusCode: 500 }, 1],
  [{ kind: 'drop-before' }, { code: ErrorCode.RequestError }, 0],
  [{ kind: 'drop-after' }, { code: ErrorCode.RequestError }, 1],
  [{ kind: 'refuse', error: 'fatal_error' }, { code: ErrorCode.PlatformError }, 0],
] as const)('a fault %o is felt once, then all is well', async (fault, felt, posted) => {
  const { say, slack, send } = await rig()
  await send('/_faults', { ...fault, method: '^chat\\.' })
  const message = { channel: 'C0REQUESTS', text: 'a' }

  await expect(say(message)).rejects.toMatchObject(felt)
  expect(slack.state()['messages']).toHaveLength(posted)
  expect((await say(message)).ok).toBe(true)
  expect(slack.log()).toMatchObject([{ fault: fault.kind }, { ok: true }])
})

test('with rates on, the sixth post of a second has to wait', async () => {
  const { say, clock } = await rig({ rates: true })
  const post = async () => await say({ channel: 'C0REQUESTS', text: 'a' })
  for (let n = 0; n < 5; n += 1) await post()

  await expect(post()).rejects.toMatchObject({ retryAfter: 5 })
  clock.now += 5000
  expect((await post()).ok).toBe(true)
})
