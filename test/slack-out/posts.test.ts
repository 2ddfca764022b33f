import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startSlack } from '../../sandbox/slack/server.ts'
import { slackClients } from '../../src/slack/clients.ts'
import { Outbox, OutboxStopped, SlackRefused } from '../../src/slack/outbox.ts'
import { monday } from '../slack/rig.ts'
import { handClock, outgoing, saying } from './desk.ts'

const channel = 'C0REQUESTS'
const card = (key: string, more: object = {}) => ({ key, channel, ...saying(key), ...more })

test('a message carries its key and nothing else, and no link of it unfolds', async () => {
  const { outbox, calls, slack } = await outgoing()

  const posted = await outbox.post(card('a.card'))

  expect(slack.state()['messages']).toMatchObject([
    { ts: posted.ts, metadata: { event_type: 'rightsdesk', event_payload: { key: 'a.card' } } },
  ])
  expect(calls('chat.postMessage')[0]?.args).toMatchObject({
    unfurl_links: 'false',
    unfurl_media: 'false',
  })
})

test.each([
  [{ kind: 'drop-after' }, 1],
  [{ kind: 'error-after' }, 1],
  [{ kind: 'drop-before' }, 2],
  [{ kind: 'error-before' }, 2],
  [{ kind: 'refuse', error: 'fatal_error' }, 2],
  [{ kind: 'too-many', seconds: 30 }, 2],
] as const)('after %o a message stands once', async (fault, posts) => {
  const { outbox, clock, calls, messages, spoil } = await outgoing()
  spoil({ ...fault, method: '^chat\\.' })

  const posted = await clock.until(outbox.post(card('a.card')))

  expect(messages()).toMatchObject([{ text: 'a.card', ts: posted.ts }])
  expect(calls('chat.postMessage')).toHaveLength(posts)
})

test('a reply whose answer was lost is found in its thread', async () => {
  const { outbox, clock, calls, messages, spoil } = await outgoing()
  const head = await outbox.post(card('a.card'))
  spoil({ kind: 'drop-after', method: '^chat\\.' })

  const reply = await clock.until(outbox.post(card('a.note', { thread: head.ts })))

  expect(messages()).toMatchObject([{ text: 'a.card' }, { text: 'a.note', thread_ts: head.ts }])
  expect(messages()[1]?.ts).toBe(reply.ts)
  expect(calls('conversations.replies')).toHaveLength(1)
})

test('a message that Slack carries out late is found by the second look', async () => {
  const { outbox, clock, calls, messages, spoil, web } = await outgoing()
  spoil({ kind: 'drop-before', method: '^chat\\.' })
  const posting = outbox.post(card('a.card'))
  await clock.waiting()
  clock.pass(2000)
  await clock.waiting()
  await web.chat.postMessage({
    channel,
    text: 'a.card',
    metadata: { event_type: 'rightsdesk', event_payload: { key: 'a.card' } },
  })

  await clock.until(posting)

  expect(messages()).toHaveLength(1)
  expect(calls('conversations.history')).toHaveLength(2)
})

test('after a restart nothing is posted a second time, and one look serves a whole channel', async () => {
  const { outbox, started, clock, calls, messages } = await outgoing()
  const since = clock.now()
  const keys = Array.from({ length: 30 }, (_, n) => `${n}.card`)
  const before = await clock.until(
    Promise.all(keys.map(async (key) => await outbox.post(card(key)))),
  )
  clock.pass(86_400_000)

  const next = started()
  const after = await clock.until(
    Promise.all(keys.map(async (key) => await next.post(card(key, { since })))),
  )
  const fresh = await clock.until(next.post(card('new.card', { since })))

  expect(after).toEqual(before)
  expect(messages()).toHaveLength(31)
  expect(messages()[30]?.ts).toBe(fresh.ts)
  expect(calls('conversations.history')).toHaveLength(1)
})

test('a channel with more messages than fit into a page is looked through to its end', async () => {
  const { outbox, started, clock, web } = await outgoing()
  const since = clock.now()
  const first = await outbox.post(card('a.card'))
  for (let n = 0; n < 250; n += 1) await web.chat.postMessage({ channel, text: 'talk' })
  clock.pass(1000)

  expect(await started().post(card('a.card', { since }))).toEqual(first)
})

test('what another bot has written under the same key is not taken for ours', async () => {
  const { outbox, started, clock, messages } = await outgoing()
  const since = clock.now()
  const foreign = await outbox.post(card('a.card'))
  clock.pass(1000)

  const ours = await started({ bot: 'U0OTHER' }).post(card('a.card', { since }))

  expect(ours.ts).not.toBe(foreign.ts)
  expect(messages()).toHaveLength(2)
})

test('a hundred askers of one key get one message', async () => {
  const { outbox, messages } = await outgoing()

  const all = await Promise.all(
    Array.from({ length: 100 }, async () => await outbox.post(card('a'))),
  )

  expect(new Set(all.map(({ ts }) => ts)).size).toBe(1)
  expect(messages()).toHaveLength(1)
})

test('a key that has fallen out of memory is looked for, not posted again', async () => {
  const { started, clock, messages } = await outgoing()
  const outbox = started({ remembered: 2 })
  const since = clock.now()
  const first = await outbox.post(card('0', { since }))
  for (const key of ['1', '2', '3']) await outbox.post(card(key, { since }))

  expect(await clock.until(outbox.post(card('0', { since })))).toEqual(first)
  expect(messages()).toHaveLength(4)
})

test('an old look does not answer for what was posted after it', async () => {
  const { started, clock, messages } = await outgoing()
  const outbox = started({ remembered: 2 })
  const since = clock.now() - 60_000
  const keys = ['0', '1', '2', '3']
  const first: unknown[] = []
  for (const key of keys) first.push(await outbox.post(card(key, { since })))

  expect(await clock.until(outbox.post(card('0', { since })))).toEqual(first[0])
  expect(messages()).toHaveLength(4)
})

test('a channel that has to wait holds no other, and no edit', async () => {
  const { outbox, clock, messages, spoil } = await outgoing()
  const standing = await outbox.post(card('a.card'))
  spoil({ kind: 'too-many', seconds: 60, method: '^chat\\.postMessage', channel })
  const held = outbox.post(card('b.card'))
  await clock.waiting()

  await outbox.post({ ...card('c.card'), channel: 'C0AUDIT' })
  await outbox.edit({ ...standing, ...saying('a.after') })

  expect(messages().map(({ text }) => text)).toEqual(['a.after', 'c.card'])
  await clock.until(held)
  expect(clock.now()).toBe(monday + 60_000)
})

test('what is urgent goes before what has waited longer', async () => {
  const { outbox, clock, messages, spoil } = await outgoing()
  spoil({ kind: 'too-many', seconds: 60, method: '^chat\\.' })
  const first = outbox.post(card('held', { priority: 'later' }))
  await clock.waiting()
  const rest = [
    outbox.post(card('digest', { priority: 'later' })),
    outbox.post(card('card')),
    outbox.post(card('alarm', { priority: 'now' })),
  ]

  await clock.until(Promise.all([first, ...rest]))

  expect(messages().map(({ text }) => text)).toEqual(['alarm', 'card', 'held', 'digest'])
})

test('Slack never has to slow us down: five posts at once in a channel, then one a second', async () => {
  const { outbox, clock, calls } = await outgoing({ rates: true })

  const all = Array.from({ length: 12 }, async (_, n) => await outbox.post(card(`${n}`)))
  await clock.until(Promise.all(all))

  expect(calls('chat.postMessage').map(({ status }) => status)).toEqual(Array(12).fill(200))
  expect(clock.now()).toBe(monday + 10_000)
})

test('a refusal is thrown with its code, and told once to somebody who can act', async () => {
  const told: object[] = []
  const { started, admin } = await outgoing()
  const outbox = started({ onRefused: (refusal) => told.push(refusal) })
  await admin('channel', { id: channel, archived: true })

  const refused = new SlackRefused('chat.postMessage', 'is_archived')
  await expect(outbox.post(card('a'))).rejects.toEqual(refused)
  await expect(outbox.post(card('b'))).rejects.toThrow('chat.postMessage: is_archived')
  expect(told).toEqual([{ method: 'chat.postMessage', channel, code: 'is_archived' }])

  await admin('channel', { id: channel, archived: false })
  await outbox.post(card('a'))
  await admin('channel', { id: channel, remove: ['U0RIGHTS'] })
  await expect(outbox.post(card('c'))).rejects.toMatchObject({ code: 'channel_not_found' })
  expect(told).toHaveLength(2)
})

test('when it cannot be looked whether a message stands, it is not posted', async () => {
  const told: object[] = []
  const { started, clock, messages } = await outgoing({ scopes: ['chat:write'] })
  const outbox = started({ onRefused: (refusal) => told.push(refusal) })

  await expect(outbox.post(card('a', { since: clock.now() - 1 }))).rejects.toMatchObject({
    method: 'conversations.history',
    code: 'missing_scope',
  })
  expect(messages()).toEqual([])
  expect(told).toHaveLength(1)
})

test('a message waits for Slack to come back, and stands once', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'slack-'))
  const before = await startSlack({ dir })
  const { apiUrl, botToken: token, url } = before
  await before.close()
  const clock = handClock({ now: monday })
  const { patient } = slackClients({ token, apiUrl })
  const outbox = new Outbox({ client: patient, bot: 'U0RIGHTS', ...clock })
  const posting = outbox.post(card('a'))
  await clock.waiting()

  const after = await startSlack({ dir, port: Number(new URL(url).port) })
  await clock.until(posting)

  expect(after.state()['messages']).toHaveLength(1)
  expect(after.log()).toHaveLength(1)
  await after.close()
})

test('at the end what is in hand is finished, and what waits is given back', async () => {
  const { outbox, clock, messages, spoil } = await outgoing()
  spoil({ kind: 'too-many', seconds: 60, method: '^chat\\.', channel: 'C0AUDIT' })
  const held = outbox.post({ ...card('held'), channel: 'C0AUDIT' })
  await clock.waiting()
  const inHand = outbox.post(card('in hand'))
  const late = Array.from({ length: 5 }, async (_, n) => await outbox.post(card(`${n}`)))

  await outbox.stop()

  await expect(held).rejects.toBeInstanceOf(OutboxStopped)
  await expect(inHand).resolves.toMatchObject({ channel })
  await expect(late.at(-1)).rejects.toBeInstanceOf(OutboxStopped)
  await expect(outbox.post(card('later'))).rejects.toBeInstanceOf(OutboxStopped)
  expect(messages().map(({ text }) => text)).toEqual(['in hand', '0', '1', '2', '3'])
})

test('a DM is opened once, also when Slack has to be asked twice, and a leaver has none', async () => {
  const { outbox, clock, calls, spoil } = await outgoing()
  spoil({ kind: 'drop-before', method: '^conversations\\.open' })

  const asked = Promise.all([outbox.direct('U0LIND'), outbox.direct('U0LIND')])
  expect(await clock.until(asked)).toEqual(['D00LIND', 'D00LIND'])
  await outbox.post({ ...card('a'), channel: await outbox.direct('U0LIND') })

  expect(calls('conversations.open')).toHaveLength(2)
  await expect(outbox.direct('U0GONE')).rejects.toMatchObject({ code: 'user_disabled' })
})
