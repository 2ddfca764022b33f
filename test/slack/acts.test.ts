import { expect, test } from 'vitest'
import { rig } from './rig.ts'

const text = (words: string) => ({ type: 'plain_text', text: words })
const button = (more: object = {}) => ({
  type: 'actions',
  block_id: 'deeds',
  elements: [
    { type: 'button', action_id: 'approve', text: text('Approve'), value: 'tok-1', ...more },
  ],
})
const requests = 'C0REQUESTS'

const withCard = async (more: object = {}) => {
  const set = await rig()
  const { ts } = await set.call('chat.postMessage', {
    channel: requests,
    text: 'card',
    blocks: [button(more)],
  })
  return { ...set, click: { message: String(ts), action_id: 'approve' } }
}

test('a slash command arrives as a signed form, and its answer is seen by its author only', async () => {
  const { as, received, script, slack } = await rig()
  script.answer = () => ({ body: { text: 'On it' } })

  const seen = await as('U0AUBRY', 'command', { channel: requests, text: '/rights-erase 48213' })

  expect(seen).toMatchObject({ ok: true, ephemerals: [{ text: 'On it', user: 'U0AUBRY' }] })
  expect(Object.fromEntries(received[0]?.form ?? [])).toMatchObject({
    command: '/rights-erase',
    text: '48213',
    user_id: 'U0AUBRY',
    user_name: 'ines.aubry',
    channel_id: requests,
    channel_name: 'privategroup',
    team_id: 'T0NORDLYS',
    is_enterprise_install: 'false',
    api_app_id: 'A0RIGHTS',
    response_url: expect.stringContaining(slack.url),
    trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]{32}$/),
  })
  expect(received[0]?.headers['x-slack-signature']).toMatch(/^v0=[0-9a-f]{64}$/)
})

test('an answer in the channel shows what was typed too; plain text is an answer', async () => {
  const { as, script } = await rig()
  script.answer = () => ({ body: { response_type: 'in_channel', text: 'Here' } })
  const loud = await as('U0LIND', 'command', { channel: requests, text: '/rights list' })
  script.answer = () => ({ body: 'just words' })
  const quiet = await as('U0LIND', 'command', { channel: requests, text: '/rights' })

  expect(loud.messages.map((message) => message.text)).toEqual(['/rights list', 'Here'])
  expect(quiet.ephemerals).toMatchObject([{ text: 'just words' }])
})

test.each([
  ['is late', { wait: 500 }, 'operation_timeout'],
  ['answers 500', { status: 500 }, 'dispatch_failed'],
  [
    'answers with blocks Slack refuses',
    { body: { blocks: [{ type: 'nonsense' }] } },
    'dispatch_failed',
  ],
])('an app that %s leaves a line to the member', async (_, answer, code) => {
  const { as, script } = await rig({ patience: code === 'operation_timeout' ? 60 : 5_000 })
  script.answer = () => answer

  const seen = await as('U0LIND', 'command', { channel: requests, text: '/rights' })

  expect(seen).toMatchObject({ outcome: 'failed', says: `/rights failed with the error "${code}"` })
  expect(seen.ephemerals).toMatchObject([{ text: seen.says, bot: false }])
})

test('an app that is not there fails the command, and a button gets a badge', async () => {
  const { as, click, slack } = await withCard()
  slack.pointAt('http://127.0.0.1:1/')

  expect((await as('U0LIND', 'command', { channel: requests, text: '/rights' })).says).toContain(
    'dispatch_failed',
  )
  expect(await as('U0LIND', 'click', click)).toMatchObject({ outcome: 'failed' })
})

test.each([
  ['U0GONE', { channel: requests, text: '/rights' }, 'deactivated'],
  ['U0ELSEWHERE', { channel: 'C0SHARED', text: '/rights' }, 'not a valid command'],
  ['U0VISITOR', { channel: requests, text: '/rights' }, 'not in this channel'],
  ['U0LIND', { channel: 'C0OLD', text: '/rights' }, 'archived'],
  ['U0LIND', { channel: requests, text: '/rights', thread_ts: '1.2' }, 'not supported in threads'],
])('a command of %s %o never leaves Slack', async (user, body, why) => {
  const { as, received } = await rig()

  const seen = await as(user, 'command', body)

  expect(seen).toMatchObject({ ok: false, outcome: 'refused', says: expect.stringContaining(why) })
  expect(received).toEqual([])
})

test('a command the app does not own is refused', async () => {
  const { as } = await rig({ app: { commands: ['/rights'] } })

  expect((await as('U0LIND', 'command', { channel: requests, text: '/weather' })).says).toContain(
    'not a valid',
  )
})

test('a click carries the message, the button, the state and a way to answer', async () => {
  const { as, click, received } = await withCard()

  await as('U0OKAFOR', 'click', click)

  expect(received[0]?.payload).toMatchObject({
    type: 'block_actions',
    user: { id: 'U0OKAFOR', team_id: 'T0NORDLYS' },
    team: { id: 'T0NORDLYS', domain: 'nordlys' },
    container: {
      type: 'message',
      message_ts: click.message,
      channel_id: requests,
      is_ephemeral: false,
    },
    message: { ts: click.message, bot_id: 'B0RIGHTS' },
    channel: { id: requests, name: 'privategroup' },
    state: { values: {} },
    actions: [{ type: 'button', block_id: 'deeds', action_id: 'approve', value: 'tok-1' }],
    is_enterprise_install: false,
  })
})

test('a question is asked before the click leaves', async () => {
  const confirm = { title: text('Sure?'), text: text('It is for good') }
  const { as, click, received } = await withCard({ confirm })

  expect(await as('U0LIND', 'click', click)).toMatchObject({
    outcome: 'confirm',
    confirm: { title: { text: 'Sure?' } },
  })
  expect(received).toHaveLength(0)
  expect((await as('U0LIND', 'click', { ...click, confirmed: true })).ok).toBe(true)
  expect(received).toHaveLength(1)
})

test('an outsider in a shared channel can click, and is known by the team', async () => {
  const { as, call, received } = await rig()
  const { ts } = await call('chat.postMessage', {
    channel: 'C0SHARED',
    text: 'a',
    blocks: [button()],
  })

  const seen = await as('U0ELSEWHERE', 'click', { message: ts, action_id: 'approve' })

  expect(seen.ok).toBe(true)
  expect(received[0]?.payload).toMatchObject({
    user: { id: 'U0ELSEWHERE', team_id: 'T0ELSEWHERE' },
    team: { id: 'T0ELSEWHERE' },
  })
  expect((await as('U0ELSEWHERE', 'shortcut', { callback_id: 'erase' })).outcome).toBe('refused')
})

test('what is not on the screen cannot be clicked, unless it is forged', async () => {
  const { as, click, call, received } = await withCard()
  await call('chat.update', { channel: requests, ts: click.message, text: 'done' })

  expect((await as('U0LIND', 'click', click)).outcome).toBe('refused')
  expect((await as('U0VISITOR', 'click', click)).says).toContain('not in this channel')
  await as('U0LIND', 'click', { ...click, forge: { type: 'button', value: 'tok-666' } })
  expect(received[0]?.payload).toMatchObject({ actions: [{ value: 'tok-666' }] })
})

test('a menu keeps its choice for the next click on the message', async () => {
  const { as, call, received } = await rig()
  const options = ['a', 'b'].map((value) => ({ text: text(value), value }))
  const menu = { type: 'static_select', action_id: 'pick', options }
  const blocks = [
    { type: 'section', block_id: 's', text: text('Which'), accessory: menu },
    button(),
  ]
  const { ts } = await call('chat.postMessage', { channel: requests, text: 'a', blocks })

  await as('U0LIND', 'click', { message: ts, action_id: 'pick', value: 'b' })
  await as('U0LIND', 'click', { message: ts, action_id: 'approve' })

  expect(received[0]?.payload).toMatchObject({ actions: [{ selected_option: { value: 'b' } }] })
  expect(received[1]?.payload).toMatchObject({
    state: { values: { s: { pick: { type: 'static_select', selected_option: { value: 'b' } } } } },
  })
  expect(
    (await as('U0LIND', 'click', { message: ts, action_id: 'pick', value: 'z' })).outcome,
  ).toBe('refused')
})

test('shortcuts arrive with what they stand on', async () => {
  const { as, click, received } = await withCard()

  await as('U0LIND', 'shortcut', { callback_id: 'open' })
  await as('U0LIND', 'message-shortcut', { callback_id: 'erase', message: click.message })

  const [first, second] = received.map(({ payload }) => payload)
  expect(first).toMatchObject({ type: 'shortcut', callback_id: 'open' })
  expect(first).not.toHaveProperty('channel')
  expect(first).not.toHaveProperty('response_url')
  expect(second).toMatchObject({
    type: 'message_action',
    callback_id: 'erase',
    message_ts: click.message,
    channel: { id: requests },
    response_url: expect.any(String),
  })
})

test('a response_url works five times in half an hour', async () => {
  const { as, received, clock, slack } = await rig()
  await as('U0LIND', 'command', { channel: requests, text: '/rights' })
  const url = received[0]?.form.get('response_url') ?? ''
  const post = async (body: object) => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
    return [response.status, await response.text()]
  }

  for (let n = 0; n < 5; n += 1) expect(await post({ text: `${n}` })).toEqual([200, 'ok'])
  expect(await post({ text: '6' })).toEqual([404, 'used_url'])
  expect((slack.state()['ephemerals'] as Record<string, unknown[]>)['U0LIND']).toHaveLength(5)
  await as('U0LIND', 'command', { channel: requests, text: '/rights' })
  const next = received[1]?.form.get('response_url') ?? ''
  clock.now += 30 * 60_000 + 1
  expect((await fetch(next, { method: 'POST', body: '{"text":"a"}' })).status).toBe(404)
})

test('a response_url changes or removes the message that was clicked, ephemeral or not', async () => {
  const { as, click, call, received, slack } = await withCard()
  const respond = async (body: object) => {
    const url = String(received.at(-1)?.payload['response_url'])
    return (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).status
  }

  await as('U0LIND', 'click', click)
  await respond({ replace_original: true, text: 'changed' })
  await respond({
    response_type: 'in_channel',
    replace_original: false,
    thread_ts: click.message,
    text: 'line',
  })
  expect(slack.state()['messages']).toMatchObject([
    { text: 'changed', reply_count: 1 },
    { text: 'line', thread_ts: click.message },
  ])
  await respond({ delete_original: true })
  expect(slack.state()['messages']).toMatchObject([{ text: 'line' }])

  const { message_ts: message } = await call('chat.postEphemeral', {
    channel: requests,
    user: 'U0LIND',
    text: 'only you',
    blocks: [button()],
  })
  await as('U0LIND', 'click', { message, action_id: 'approve' })
  expect(received.at(-1)?.payload).toMatchObject({ container: { is_ephemeral: true } })
  expect(received.at(-1)?.payload).not.toHaveProperty('message')
  await respond({ replace_original: true, text: 'seen' })
  expect(slack.state()['ephemerals']).toMatchObject({ U0LIND: [{ text: 'seen' }] })
  await respond({ delete_original: true })
  expect(slack.state()['ephemerals']).toEqual({})
})

test('an act can wait for what the app does after it has acknowledged', async () => {
  const { as, call, script } = await rig()
  script.answer = () => {
    setTimeout(() => void call('chat.postMessage', { channel: requests, text: 'later' }), 20)
    return {}
  }

  const seen = await as('U0LIND', 'command', {
    channel: requests,
    text: '/rights',
    until: 'message',
  })

  expect(seen.messages).toMatchObject([{ text: 'later' }])
})
