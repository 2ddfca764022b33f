import { describe, expect, test } from 'vitest'
import { groupsOf, matching } from '../../sandbox/page/client/model/choices.ts'
import { chosen, heldIn, typed, valueOf } from '../../sandbox/page/client/model/draft.ts'
import { keyOf, keysIn, pruned } from '../../sandbox/page/client/model/form.ts'

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value })
const choice = (value: string) => ({ value, label: value })
const block = (element: object, id = 'b') => ({ type: 'input', block_id: id, element })
const menu = { type: 'static_select', action_id: 'a', options: [option('x'), option('y')] }

describe('what a field holds', () => {
  test('is what the workspace knows, else what the field starts on', () => {
    const element = { type: 'plain_text_input', action_id: 'a', initial_value: 'start' }
    const values = { b: { a: { type: 'plain_text_input', value: 'typed' } } }
    expect(heldIn(block(element), element, values)).toEqual(typed('typed'))
    expect(heldIn(block(element), element, {})).toEqual(typed('start'))
  })

  test.each([
    [{ type: 'datepicker', initial_date: '2026-12-24' }, typed('2026-12-24')],
    [{ type: 'datetimepicker', initial_date_time: 1_800_000_000 }, typed('1800000000')],
    [{ type: 'radio_buttons', initial_option: option('x') }, chosen([choice('x')])],
    [{ type: 'checkboxes', initial_options: [option('x')] }, chosen([choice('x')])],
    [{ type: 'users_select', initial_user: 'U1' }, chosen([{ value: 'U1', label: '' }])],
    [{ type: 'multi_users_select' }, chosen([])],
    [{ type: 'of_tomorrow' }, typed('')],
  ])('%o starts on %o', (element, held) => {
    expect(heldIn(block(element), element, {})).toEqual(held)
  })
})

describe('what is sent', () => {
  test.each([
    [{ type: 'plain_text_input' }, typed('a'), 'a'],
    [{ type: 'plain_text_input' }, typed(''), null],
    [{ type: 'datetimepicker' }, typed('1800000000'), 1_800_000_000],
    [{ type: 'static_select' }, chosen([choice('x')]), 'x'],
    [{ type: 'static_select' }, chosen([]), null],
    [{ type: 'checkboxes' }, chosen([choice('x'), choice('y')]), ['x', 'y']],
    [{ type: 'multi_users_select' }, chosen([]), []],
  ])('of %o with %o is %o', (element, draft, value) => {
    expect(valueOf(element, draft)).toEqual(value)
  })
})

describe('an update of a window', () => {
  test('keeps what was typed where block, action and kind stay, and forgets the rest', () => {
    const form = {
      [keyOf('V1', block(menu), menu)]: chosen([choice('x')]),
      [keyOf('V1', block(menu, 'other'), menu)]: chosen([choice('y')]),
    }
    const left = pruned(form, keysIn('V1', [block(menu)]))
    expect(Object.keys(left)).toEqual([keyOf('V1', block(menu), menu)])
    const kind = { ...menu, type: 'radio_buttons' }
    expect(pruned(form, keysIn('V1', [block(kind)]))).toEqual({})
  })
})

describe('a menu', () => {
  test('is searched whatever the accents and cases, in its words and descriptions', () => {
    const groups = groupsOf({
      option_groups: [
        { label: { text: 'People' }, options: [option('Inès Aubry'), option('Tomas Lind')] },
        { label: { text: 'Places' }, options: [option('Mende')] },
      ],
    })
    expect(matching(groups, 'INES')).toEqual([{ title: 'People', choices: [choice('Inès Aubry')] }])
    expect(matching(groups, 'nowhere')).toEqual([])
  })
})
