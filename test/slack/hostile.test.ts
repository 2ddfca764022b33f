import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { named } from '../../sandbox/slack/blocks/name.ts'
import { blocksOf } from '../../sandbox/slack/blocks/surfaces.ts'
import { checkBlocks, checkView } from '../../sandbox/slack/blocks/validate.ts'
import { jsons } from '../../sandbox/slack/blocks/walk.ts'
import { rig } from './rig.ts'

const types = blocksOf.message.options.map(({ shape }) => shape.type.value)
const elements = ['button', 'static_select', 'checkboxes', 'image', 'overflow', 'plain_text_input']
const json = fc.jsonValue()
const element = fc.record(
  {
    type: fc.constantFrom(...elements),
    options: json,
    option_groups: json,
    initial_option: json,
    initial_options: json,
    text: json,
  },
  { requiredKeys: ['type'] },
)
const block = fc.record(
  {
    type: fc.constantFrom(...types),
    block_id: json,
    text: json,
    elements: fc.oneof(json, fc.array(element)),
    element: fc.oneof(json, element),
    accessory: fc.oneof(json, element),
    rows: json,
    child_blocks: json,
    chart: json,
  },
  { requiredKeys: ['type'] },
)
const anything = fc.oneof(json, fc.array(fc.oneof(json, block)))

test('nothing that can be written in JSON upsets the validation', () => {
  fc.assert(
    fc.property(anything, (blocks) => {
      const issues = checkBlocks(blocks)
      checkView({ type: 'modal', blocks })
      checkView(blocks)
      const kept = issues.length === 0 ? named(jsons(blocks), () => 'x') : []
      expect(kept.every((one) => one['block_id'] !== undefined)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('what is taken once is taken again with the ids it was given', async () => {
  const { say, call } = await rig()
  const { message } = await say({
    channel: 'C0REQUESTS',
    text: 'a',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'Head' } },
      {
        type: 'section',
        text: { type: 'mrkdwn', text: '*bold*' },
        accessory: { type: 'button', text: { type: 'plain_text', text: 'Go' }, action_id: 'go' },
      },
      { type: 'context', elements: [{ type: 'mrkdwn', text: 'small' }] },
    ],
  })

  const again = { channel: 'C0REQUESTS', text: 'b', blocks: message?.blocks }
  expect((await call('chat.postMessage', again)).ok).toBe(true)
})

test('no body brings the Web API down', async () => {
  const { slack, call } = await rig()
  const methods = ['chat.postMessage', 'chat.update', 'views.open', 'views.publish', 'users.info']
  const args = fc.dictionary(
    fc.constantFrom('channel', 'blocks', 'view', 'text', 'ts', 'user', 'user_id', 'trigger_id'),
    fc.oneof(json, fc.constantFrom('C0REQUESTS', 'U0LIND')),
  )

  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...methods), args, async (method, given) => {
      expect(typeof (await call(method, given)).ok).toBe('boolean')
    }),
    { numRuns: 300 },
  )
  expect(slack.log().filter(({ kind }) => kind === 'api')).toHaveLength(300)
})

test('a thousand clicks at once are each delivered and answered', async () => {
  const { as, call, slack } = await rig({ patience: 60_000 })
  const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }
  const blocks = [{ type: 'actions', elements: [button] }]
  const { ts } = await call('chat.postMessage', { channel: 'C0REQUESTS', text: 'a', blocks })

  const seen = await Promise.all(
    Array.from(
      { length: 1000 },
      async () => await as('U0LIND', 'click', { message: ts, action_id: 'go' }),
    ),
  )

  expect(seen.filter(({ ok }) => ok)).toHaveLength(1000)
  expect(slack.log().filter(({ kind }) => kind === 'delivery')).toHaveLength(1000)
})
