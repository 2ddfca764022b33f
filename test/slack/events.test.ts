import { expect, test } from 'vitest'
import { monday, rig } from './rig.ts'

const home = (words = 'Waiting for you') => ({
  type: 'home',
  blocks: [{ type: 'section', text: { type: 'plain_text', text: words } }],
})

test('opening the home tab tells the app, which publishes it', async () => {
  const { as, call, received, slack } = await rig()

  await as('U0OKAFOR', 'open-home', { until: 'quiet' })
  const published = await call('views.publish', { user_id: 'U0OKAFOR', view: home() })

  expect(received[0]?.payload).toMatchObject({
    type: 'event_callback',
    team_id: 'T0NORDLYS',
    api_app_id: 'A0RIGHTS',
    event: { type: 'app_home_opened', user: 'U0OKAFOR', tab: 'home', channel: 'D00OKAFOR' },
    event_id: expect.stringMatching(/^Ev/),
    authorizations: [{ user_id: 'U0RIGHTS', is_bot: true }],
    is_ext_shared_channel: false,
  })
  expect(published).toMatchObject({ ok: true, view: { type: 'home', hash: expect.any(String) } })
  expect(slack.state()['homes']).toMatchObject({ U0OKAFOR: { type: 'home' } })
})

test('a home tab keeps its id, and a stale hash is refused', async () => {
  const { web, call } = await rig()
  const publish = async (more: object = {}) =>
    await call('views.publish', { user_id: 'U0OKAFOR', view: home(), ...more })
  const first = (await publish())['view'] as { id: string; hash: string }

  const second = (await publish({ hash: first.hash }))['view'] as { id: string }

  expect(second.id).toBe(first.id)
  expect((await publish({ hash: first.hash })).error).toBe('hash_conflict')
  await expect(
    web.views.publish({
      user_id: 'U0NOBODY',
      view: { type: 'home', blocks: [{ type: 'divider' }] },
    }),
  ).rejects.toThrow('user_not_found')
})

test('messages reach the app where it is and where it has asked', async () => {
  const { as, received, call, slack } = await rig({ app: { events: ['message.groups'] } })
  const { url } = slack
  slack.pointAt(received.length === 0 ? `${url}/api/auth.test` : url)

  await as('U0LIND', 'post', { channel: 'C0REQUESTS', text: 'hello' })
  await as('U0LIND', 'post', { channel: 'C0BOARD', text: 'secret' })
  await as('U0LIND', 'post', { channel: 'C0GENERAL', text: 'all' })
  const { ts } = await call('chat.postMessage', { channel: 'C0REQUESTS', text: 'a' })
  await call('chat.update', { channel: 'C0REQUESTS', ts, text: 'b' })
  await call('chat.delete', { channel: 'C0REQUESTS', ts })
  await slack.tick()

  const events = slack
    .log()
    .flatMap((entry) => (entry.kind === 'delivery' ? [JSON.parse(entry.body).event] : []))
  expect(events).toMatchObject([
    { type: 'message', channel: 'C0REQUESTS', channel_type: 'group', text: 'hello' },
    { text: 'a', bot_id: 'B0RIGHTS' },
    {
      subtype: 'message_changed',
      hidden: true,
      message: { text: 'b' },
      previous_message: { text: 'a' },
    },
    { subtype: 'message_deleted', deleted_ts: ts },
  ])
})

test('an event that fails comes again at once, after a minute and after five', async () => {
  const { as, received, script, clock, slack } = await rig()
  script.answer = () => ({ status: 500 })

  await as('U0LIND', 'open-home', { until: 'quiet' })
  await slack.tick()
  expect(received).toHaveLength(2)
  clock.now = monday + 60_000
  await slack.tick()
  clock.now += 300_000
  await slack.tick()
  clock.now += 3_600_000
  await slack.tick()

  expect(received.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([
    undefined,
    '1',
    '2',
    '3',
  ])
  expect(received[1]?.headers['x-slack-retry-reason']).toBe('http_error')
  expect(new Set(received.map(({ body }) => body)).size).toBe(1)
  expect(slack.state()['pending']).toEqual([])
})

test('an app can say that it wants no retry', async () => {
  const { as, received, script, slack } = await rig()
  script.answer = () => ({ status: 500, headers: { 'x-slack-no-retry': '1' } })

  await as('U0LIND', 'open-home', { until: 'quiet' })
  await slack.tick()

  expect(received).toHaveLength(1)
})

test('a late event is tried again as a timeout', async () => {
  const { as, received, script, slack } = await rig({ patience: 200 })
  script.answer = () => ({ wait: received.length === 1 ? 600 : 0 })

  await as('U0LIND', 'open-home')
  await slack.tick()

  expect(received[1]?.headers['x-slack-retry-reason']).toBe('http_timeout')
})

test('the same bytes can be sent again, with other stamps, and with a wrong secret', async () => {
  const { as, received, send, slack } = await rig()
  await as('U0LIND', 'command', { channel: 'C0REQUESTS', text: '/rights' })
  const seq = slack.log().at(-1)?.seq

  await send('/_replay', { seq })
  await send('/_replay', { seq, offset: 301 })
  await send('/_replay', { seq, timestamp: 1 })
  await send('/_replay', { seq, secret: 'guessed' })
  await send('/_replay', { seq, unsigned: true })

  const of = (name: string) => received.map(({ headers }) => headers[name])
  const seconds = monday / 1000
  expect(new Set(received.map(({ body }) => body)).size).toBe(1)
  expect(of('x-slack-request-timestamp')).toEqual(
    [seconds, seconds, seconds + 301, 1, seconds, undefined].map((at) => at?.toString()),
  )
  const [first, same, ...others] = of('x-slack-signature')
  expect(same).toBe(first)
  expect(new Set(others).size).toBe(4)
  expect(others).not.toContain(first)
})

test('anything can be delivered signed: a recorded payload, a check, a challenge', async () => {
  const { received, send } = await rig()

  await send('/_deliver', { kind: 'interaction', payload: { type: 'block_actions' } })
  await send('/_deliver', { kind: 'ssl_check' })
  await send('/_deliver', { kind: 'url_verification' })

  expect(received[0]?.payload).toEqual({ type: 'block_actions' })
  expect(received[1]?.form.get('ssl_check')).toBe('1')
  expect(received[2]?.payload).toMatchObject({ type: 'url_verification', challenge: 'nordlys' })
})

test('a page hears of every change', async () => {
  const { slack, call } = await rig()
  const stop = new AbortController()
  const { body } = await fetch(`${slack.url}/_events`, { signal: stop.signal })
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  await reader?.read()

  await call('chat.postMessage', { channel: 'C0REQUESTS', text: 'a' })

  expect((await reader?.read())?.value).toContain('"kind":"message"')
  stop.abort()
})

test('pages of this machine may look in, pages of the web may not', async () => {
  const { slack } = await rig()
  const from = async (origin: string) => await fetch(`${slack.url}/_state`, { headers: { origin } })

  const own = await from('http://localhost:3000')
  const foreign = await from('https://example.com')

  expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([
    200,
    'http://localhost:3000',
  ])
  expect(foreign.status).toBe(403)
})

test('a member sees own channels, ephemerals and modals, and no others', async () => {
  const { call, read } = await rig()
  await call('chat.postMessage', { channel: 'C0AUDIT', text: 'head' })
  await call('chat.postEphemeral', { channel: 'C0AUDIT', user: 'U0BERGER', text: 'psst' })

  const officer = await read('/_as/U0BERGER')
  const agent = await read('/_as/U0WEBER')

  expect(officer).toMatchObject({ messages: [{ text: 'head' }], ephemerals: [{ text: 'psst' }] })
  expect(agent).toMatchObject({ messages: [], ephemerals: [] })
  expect((agent['channels'] as { id: string }[]).map(({ id }) => id)).not.toContain('C0AUDIT')
})
