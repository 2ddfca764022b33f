import { expect, test } from 'vitest'
import { isJson, type Json } from '../../sandbox/slack/blocks/walk.ts'
import { rig } from './rig.ts'
import { isShared, payload } from './shared.ts'

const text = (words: string) => ({ type: 'plain_text', text: words })
const view = {
  type: 'modal',
  callback_id: 'c',
  notify_on_close: true,
  title: text('T'),
  submit: text('S'),
  blocks: [
    {
      type: 'input',
      block_id: 'b',
      label: text('L'),
      element: { type: 'external_select', action_id: 'a', min_query_length: 0 },
      optional: true,
    },
  ],
}

/** One of each kind of delivery. */
const deliveries = async (): Promise<Readonly<Record<string, Json>>> => {
  const { as, call, received, slack } = await rig()
  const { ts } = await call('chat.postMessage', {
    channel: 'C0EXPORTS',
    text: 'a',
    blocks: [
      { type: 'actions', elements: [{ type: 'button', action_id: 'go', text: text('Go') }] },
    ],
  })
  const last = (): Json => received.at(-1)?.payload ?? {}
  await as('U0LIND', 'command', { channel: 'C0EXPORTS', text: '/rights' })
  const slash = Object.fromEntries(received.at(-1)?.form ?? [])
  await as('U0LIND', 'click', { message: ts, action_id: 'go' })
  const click = last()
  await as('U0LIND', 'message-shortcut', { message: ts, callback_id: 'm' })
  const onMessage = last()
  await as('U0LIND', 'shortcut', { callback_id: 'g' })
  const shortcut = last()
  const open = async () => {
    await as('U0LIND', 'shortcut', { callback_id: 'g' })
    await call('views.open', { trigger_id: last()['trigger_id'], view })
  }
  await open()
  const shown = (slack.state()['views'] as Record<string, { id: string }[]>)['U0LIND']?.[0]?.id
  await as('U0LIND', 'suggest', { view: shown, action_id: 'a', value: 'x' })
  const suggestion = last()
  await as('U0LIND', 'close')
  const closed = last()
  await open()
  await as('U0LIND', 'submit')
  const submission = last()
  await as('U0LIND', 'open-home', { until: 'quiet' })
  return { slash, click, onMessage, shortcut, suggestion, closed, submission, home: last() }
}

const keysIn = (value: Json, under = ''): string[] =>
  Object.entries(value).flatMap(([key, one]) => [
    `${under}${key}`,
    ...(isJson(one) && !opaque.has(key) ? keysIn(one, `${under}${key}.`) : []),
  ])

// What members and apps write, and what only Grid has, is no part of the shape.
const opaque = new Set(['values', 'message', 'title', 'close', 'submit', 'enterprise'])
const recorded = [
  ['commands/slash_command-02', 'slash'],
  ['interactive/block_actions-06', 'click'],
  ['interactive/message_action-02', 'onMessage'],
  ['interactive/shortcut-03', 'shortcut'],
  ['interactive/block_suggestion-02', 'suggestion'],
  ['interactive/view_closed-03', 'closed'],
  ['interactive/view_submission-05', 'submission'],
  ['events/event-app_home_opened-01', 'home'],
] as const

test.skipIf(!isShared)('deliveries have every key that recorded ones have', async () => {
  const made = await deliveries()

  const missing = recorded.flatMap(([name, kind]) => {
    const ours = new Set(keysIn(made[kind] ?? {}))
    const theirs = keysIn(payload(`${name}.json`) as Json)
    return theirs.filter((key) => !ours.has(key)).map((key) => `${name}: ${key}`)
  })

  expect(missing).toEqual([])
})
