import { describe, expect, test } from 'vitest'
import { linesOf } from '../../sandbox/slack/blocks/issues.ts'
import { suggestions } from '../../sandbox/slack/blocks/options.ts'
import { checkBlocks, checkView } from '../../sandbox/slack/blocks/validate.ts'
import { isJson, type Json } from '../../sandbox/slack/blocks/walk.ts'
import { carrier, invalid } from './invalid.ts'
import { isShared, payload, payloads } from './shared.ts'

const onModal = new Set(['file_input_basic'])
// The ids of these were made equal when they were recorded.
const sameIds = new Set(['webhook_message_basic', 'webhook_message_delete'])

const faultsOf = (name: string, given: unknown): string[] => {
  const value = isJson(given) ? given : {}
  const issues =
    value['type'] === 'modal' || value['type'] === 'home'
      ? checkView(value)
      : onModal.has(name)
        ? checkView(modal(carrier(value)))
        : checkBlocks(carrier(value).map((block) => (sameIds.has(name) ? withoutId(block) : block)))
  return linesOf(issues).errors
}

const withoutId = (block: Json): Json =>
  Object.fromEntries(Object.entries(block).filter(([key]) => key !== 'block_id'))

const modal = (blocks: readonly Json[], more: Json = {}): Json => ({
  type: 'modal',
  title: { type: 'plain_text', text: 'A title' },
  submit: { type: 'plain_text', text: 'Go' },
  blocks,
  ...more,
})

describe.skipIf(!isShared)('Block Kit as others have recorded it', () => {
  test.each(payloads('blockkit/valid'))('%s is taken', (name, value) => {
    expect(faultsOf(name, value)).toEqual([])
  })

  test.each(payloads('blocks'))('%s is taken', (name, value) => {
    expect(faultsOf(name, value)).toEqual([])
  })

  const { cases } = (isShared ? payload('blockkit/invalid-cases.json') : { cases: [] }) as {
    cases: { id: string }[]
  }

  test.each(cases)('$id is refused, and the place is named', ({ id }) => {
    const wrong = invalid[id]
    if (!wrong) throw new Error(`nothing is known of ${id}`)

    const lines =
      'view' in wrong
        ? linesOf(checkView(modal([], { blocks: [{ type: 'divider' }], ...wrong.view })))
        : linesOf(checkBlocks(carrier(wrong.part)))

    expect(lines.errors.join('\n')).toContain(wrong.at)
    expect(lines.errors.every((line) => /\[json-pointer:\/(blocks|view)/.test(line))).toBe(true)
  })
})

const divider = (block_id: string): Json => ({ type: 'divider', block_id })
const text = { type: 'plain_text', text: 'Go' }
const button = (action_id: string): Json => ({ type: 'button', text, action_id })
const input = (block_id: string, more: Json = {}): Json => ({
  type: 'input',
  block_id,
  label: text,
  element: { type: 'plain_text_input', action_id: 'a', ...more },
})

test.each<[string, Json[], string]>([
  ['two blocks with one id', [divider('a'), divider('a')], '/blocks/1/block_id'],
  ['fifty-one blocks', Array.from({ length: 51 }, (_, n) => divider(`d${n}`)), '/blocks'],
  [
    'two elements of a block with one id',
    [{ type: 'actions', elements: [button('x'), button('x')] }],
    '/blocks/0/elements/1/action_id',
  ],
  ['a property nobody knows', [{ ...divider('a'), colour: 'red' }], '/blocks/0'],
  ['a block nobody knows', [{ type: 'banner' }], '/blocks/0/type'],
  ['an empty section', [{ type: 'section' }], '/blocks/0/text'],
  ['a field for files', [{ ...input('f'), element: { type: 'file_input' } }], '/blocks/0/element'],
  [
    'a start that is not on the menu',
    [
      {
        type: 'actions',
        elements: [
          {
            type: 'static_select',
            options: [{ text, value: 'a' }],
            initial_option: { text, value: 'b' },
          },
        ],
      },
    ],
    '/blocks/0/elements/0/initial_option',
  ],
  [
    'two markdown blocks of 7,000 characters',
    [1, 2].map(() => ({ type: 'markdown', text: 'x'.repeat(7000) })),
    '/blocks',
  ],
])('a message with %s is refused', (_, blocks, at) => {
  expect(checkBlocks(blocks).map(({ pointer }) => pointer)).toContain(at)
})

test.each<[string, Json, string]>([
  ['an input and no button', modal([input('a')], { submit: null }), '/view/submit'],
  [
    'a title of 25 characters',
    modal([divider('a')], { title: { ...text, text: 'x'.repeat(25) } }),
    '/view/title/text',
  ],
  ['101 blocks', modal(Array.from({ length: 101 }, () => ({ type: 'divider' }))), '/view/blocks'],
  [
    'a table',
    modal([{ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }]),
    '/view/blocks/0/type',
  ],
  ['markdown', modal([{ type: 'markdown', text: 'a' }]), '/view/blocks/0/type'],
  [
    'two fields that want the cursor',
    modal([input('a', { focus_on_load: true }), input('b', { focus_on_load: true })]),
    '/view/blocks/1/element/focus_on_load',
  ],
  ['a switch that is not Slack’s', modal([divider('a')], { submit_disabled: true }), '/view'],
])('a modal with %s is refused', (_, view, at) => {
  expect(checkView(view).map(({ pointer }) => pointer)).toContain(at)
})

test('a home tab has no title and takes no files', () => {
  const home = { type: 'home', blocks: [{ ...input('f'), element: { type: 'file_input' } }] }

  expect(checkView({ ...home, title: text }).map(({ pointer }) => pointer)).toEqual([
    '/view',
    '/view/blocks/0/element',
  ])
})

test('a fault reads as Slack writes it', () => {
  const long = [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }]

  expect(linesOf(checkBlocks(long))).toEqual({
    errors: [
      'failed to match all allowed schemas [json-pointer:/blocks/0/text]',
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    messages: [
      '[ERROR] failed to match all allowed schemas [json-pointer:/blocks/0/text]',
      '[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
  })
})

const option = (length: number): Json => ({
  text: { ...text, text: 'x'.repeat(length) },
  value: 'v',
})

test('an answer with options has at most a hundred, of 75 characters', () => {
  expect(suggestions.safeParse({ options: [option(75)] }).success).toBe(true)
  expect(suggestions.safeParse({ options: [option(76)] }).success).toBe(false)
  expect(
    suggestions.safeParse({ options: Array.from({ length: 101 }, () => option(1)) }).success,
  ).toBe(false)
})
