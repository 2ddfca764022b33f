import { expect, test } from 'vitest'
import { rig } from './rig.ts'

const text = (words: string) => ({ type: 'plain_text', text: words })
const field = (block_id: string, element: object = {}, more: object = {}) => ({
  type: 'input',
  block_id,
  label: text('Label'),
  element: { type: 'plain_text_input', action_id: 'a', ...element },
  ...more,
})
const modal = (more: object = {}) => ({
  type: 'modal',
  callback_id: 'intake',
  private_metadata: 'opaque',
  title: text('Erase'),
  submit: text('Go'),
  blocks: [field('ticket'), field('note', {}, { optional: true })],
  ...more,
})

type Opened = { ok: boolean; error?: string; view: { id: string; hash: string } }

const withTrigger = async (options: Parameters<typeof rig>[0] = {}) => {
  const set = await rig(options)
  const trigger = async (user = 'U0AUBRY') => {
    await set.as(user, 'shortcut', { callback_id: 'open' })
    return set.received.at(-1)?.payload['trigger_id']
  }
  const open = async (view: object = modal()) =>
    (await set.call('views.open', { trigger_id: await trigger(), view })) as unknown as Opened
  return { ...set, trigger, open }
}

test('a trigger opens one modal, within three seconds', async () => {
  const { trigger, call, clock } = await withTrigger()
  const first = await trigger()
  const view = modal()

  expect(await call('views.open', { trigger_id: first, view })).toMatchObject({
    ok: true,
    view: { callback_id: 'intake', app_id: 'A0RIGHTS', hash: expect.any(String) },
  })
  expect((await call('views.open', { trigger_id: first, view })).error).toBe('exchanged_trigger_id')
  const late = await trigger()
  clock.now += 3001
  expect((await call('views.open', { trigger_id: late, view })).error).toBe('expired_trigger_id')
  expect((await call('views.open', { trigger_id: '1.2.abc', view })).error).toBe(
    'invalid_trigger_id',
  )
  expect(await call('views.open', { trigger_id: 'what', view })).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: { messages: ['invalid `trigger_id`'] },
  })
})

test('a view that breaks a rule is refused with the place, and too large a one by its size', async () => {
  const { open } = await withTrigger()

  expect(await open(modal({ title: text('x'.repeat(25)) }))).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: {
      messages: expect.arrayContaining([
        '[ERROR] must be less than 25 characters [json-pointer:/view/title/text]',
      ]),
    },
  })
  const blocks = Array.from({ length: 90 }, () => ({
    type: 'section',
    text: text('x'.repeat(2900)),
  }))
  expect((await open(modal({ blocks }))).error).toBe('view_too_large')
})

test('a modal is updated by id or external id, and a stale hash is refused', async () => {
  const { open, call } = await withTrigger()
  const { view } = await open(modal({ external_id: 'R-1' }))

  const after = await call('views.update', {
    view_id: view.id,
    hash: view.hash,
    view: modal({ external_id: 'R-1' }),
  })
  expect(after.ok).toBe(true)
  expect(
    (await call('views.update', { view_id: view.id, hash: view.hash, view: modal() })).error,
  ).toBe('hash_conflict')
  expect(
    (await call('views.update', { external_id: 'R-1', view: modal({ external_id: 'R-1' }) })).ok,
  ).toBe(true)
  expect((await call('views.update', { view_id: 'V0', view: modal() })).error).toBe('not_found')
})

test('two living views cannot share an external id', async () => {
  const { open, as } = await withTrigger()
  await open(modal({ external_id: 'R-1' }))

  expect((await open(modal({ external_id: 'R-1' }))).error).toBe('duplicate_external_id')
  await as('U0AUBRY', 'close')
  expect((await open(modal({ external_id: 'R-1' }))).ok).toBe(true)
})

test('three modals lie on each other, a fourth does not', async () => {
  const { open, trigger, call, slack } = await withTrigger()
  const { view } = await open()
  const push = async () => await call('views.push', { trigger_id: await trigger(), view: modal() })

  expect(await push()).toMatchObject({
    view: { root_view_id: view.id, previous_view_id: view.id },
  })
  expect((await push()).ok).toBe(true)
  expect((await push()).error).toBe('push_limit_reached')
  expect((slack.state()['views'] as Record<string, unknown[]>)['U0AUBRY']).toHaveLength(3)
})

test('what was typed stays where the ids stay', async () => {
  const { open, call, as } = await withTrigger()
  const { view } = await open()
  await as('U0AUBRY', 'fill', { view: view.id, block_id: 'ticket', action_id: 'a', value: '48213' })
  await as('U0AUBRY', 'fill', { view: view.id, block_id: 'note', action_id: 'a', value: 'lost' })

  const blocks = [field('ticket'), field('another')]
  const { view: after } = await call('views.update', { view_id: view.id, view: modal({ blocks }) })

  expect(after).toMatchObject({
    state: {
      values: {
        ticket: { a: { type: 'plain_text_input', value: '48213' } },
        another: { a: { type: 'plain_text_input', value: null } },
      },
    },
  })
})

test('a submission carries state and comes only when the fields are well', async () => {
  const { open, as, received } = await withTrigger()
  await open()
  const before = received.length

  expect(await as('U0AUBRY', 'submit')).toMatchObject({
    outcome: 'invalid',
    errors: { ticket: 'Please complete this required field.' },
  })
  expect(received).toHaveLength(before)
  const view = (await as('U0AUBRY', 'submit')).modal?.id
  await as('U0AUBRY', 'fill', { view, block_id: 'ticket', action_id: 'a', value: '48213' })
  expect(await as('U0AUBRY', 'submit')).toMatchObject({ ok: true, modal: null })
  expect(received.at(-1)?.payload).toMatchObject({
    type: 'view_submission',
    trigger_id: expect.any(String),
    view: {
      callback_id: 'intake',
      private_metadata: 'opaque',
      state: {
        values: {
          ticket: { a: { type: 'plain_text_input', value: '48213' } },
          note: { a: { type: 'plain_text_input', value: null } },
        },
      },
    },
    response_urls: [],
  })
})

test.each([
  [{ type: 'number_input', is_decimal_allowed: false }, '4.5', '45'],
  [{ type: 'number_input', is_decimal_allowed: false, max_value: '40' }, '41', '40'],
  [{ type: 'email_text_input' }, 'nobody', 'nobody@example.com'],
  [{ type: 'url_text_input' }, 'nowhere', 'https://example.com'],
  [{ min_length: 3, max_length: 4 }, 'ab', 'abc'],
  [{ min_length: 3, max_length: 4 }, 'abcde', 'abcd'],
])('a field %o refuses %s and takes %s', async (element, wrong, right) => {
  const { open, as } = await withTrigger()
  const { view } = await open(modal({ blocks: [field('f', element)] }))
  const fill = async (value: string) =>
    await as('U0AUBRY', 'fill', { view: view.id, action_id: 'a', value })

  await fill(wrong)
  expect((await as('U0AUBRY', 'submit')).errors).toHaveProperty('f')
  await fill(right)
  expect((await as('U0AUBRY', 'submit')).ok).toBe(true)
})

test('every kind of field keeps its value in its own way', async () => {
  const { open, as, received } = await withTrigger()
  const options = ['x', 'y'].map((value) => ({ text: text(value), value }))
  const kinds: [string, object, unknown, object][] = [
    ['users', { type: 'users_select' }, 'U0LIND', { selected_user: 'U0LIND' }],
    ['many', { type: 'multi_users_select' }, ['U0LIND'], { selected_users: ['U0LIND'] }],
    ['day', { type: 'datepicker' }, '2026-12-23', { selected_date: '2026-12-23' }],
    ['time', { type: 'timepicker' }, '09:30', { selected_time: '09:30' }],
    ['when', { type: 'datetimepicker' }, 1_800_000_000, { selected_date_time: 1_800_000_000 }],
    ['boxes', { type: 'checkboxes', options }, ['x'], { selected_options: [options[0]] }],
    ['radio', { type: 'radio_buttons', options }, 'y', { selected_option: options[1] }],
    ['number', { type: 'number_input', is_decimal_allowed: false }, 7, { value: '7' }],
  ]
  const blocks = kinds.map(([id, element]) => ({
    ...field(id),
    element: { ...element, action_id: 'a' },
  }))
  const { view } = await open(modal({ blocks }))
  for (const [block_id, , value] of kinds)
    await as('U0AUBRY', 'fill', { view: view.id, block_id, action_id: 'a', value })

  await as('U0AUBRY', 'submit')

  const held = kinds.map(([id, , , value]) => [id, { a: value }])
  expect(received.at(-1)?.payload).toMatchObject({
    view: { state: { values: Object.fromEntries(held) as object } },
  })
})

const submitWith = async (body: unknown, status = 200) => {
  const set = await withTrigger()
  const { view } = await set.open(
    modal({
      blocks: [field('ticket', { initial_value: '1' }), { type: 'divider', block_id: 'line' }],
    }),
  )
  set.script.answer = () => ({ body, status })
  return { ...set, view, seen: await set.as('U0AUBRY', 'submit') }
}

test('errors stand beside their fields, and the modal stays', async () => {
  const { seen, as, view } = await submitWith({
    response_action: 'errors',
    errors: { ticket: 'Unknown' },
  })

  expect(seen).toMatchObject({ outcome: 'invalid', errors: { ticket: 'Unknown' } })
  expect(seen.modal?.errors).toEqual({ ticket: 'Unknown' })
  const typed = await as('U0AUBRY', 'fill', { view: view.id, action_id: 'a', value: '2' })
  expect(typed.modal?.errors).toEqual({})
})

test.each([
  ['errors on no input block', { response_action: 'errors', errors: { line: 'x' } }, 200],
  ['errors by action id', { response_action: 'errors', errors: { a: 'x' } }, 200],
  ['an unknown action', { response_action: 'explode' }, 200],
  ['a view that breaks a rule', { response_action: 'update', view: modal({ blocks: [] }) }, 200],
  ['words', 'thanks', 200],
  ['500', undefined, 500],
])('an app that answers %s leaves the modal open with a trouble line', async (_, body, status) => {
  const { seen, view } = await submitWith(body, status)

  expect(seen).toMatchObject({
    outcome: 'failed',
    says: 'We had some trouble connecting. Try again?',
    modal: { id: view.id },
  })
})

test('an app that is late leaves the modal open too', async () => {
  const { open, script, as } = await withTrigger({ patience: 300 })
  await open(modal({ blocks: [{ type: 'divider' }] }))
  script.answer = () => ({ wait: 900 })

  expect(await as('U0AUBRY', 'submit')).toMatchObject({
    outcome: 'failed',
    modal: { callback_id: 'intake' },
  })
})

test('a submission may update, push or clear', async () => {
  const next = modal({ title: text('Next') })
  const updated = await submitWith({ response_action: 'update', view: next })
  const pushed = await submitWith({ response_action: 'push', view: next })
  const cleared = await submitWith({ response_action: 'clear' })

  expect(updated.seen.modal).toMatchObject({ id: updated.view.id, title: { text: 'Next' } })
  expect(pushed.seen.modal).toMatchObject({ previous_view_id: pushed.view.id })
  expect(cleared.seen.modal).toBeNull()
})

test('Cancel tells of that modal, the X of the root, and only when asked to', async () => {
  const { open, trigger, call, as, received } = await withTrigger()
  const told = modal({ notify_on_close: true })
  const { view: root } = await open(told)
  await call('views.push', { trigger_id: await trigger(), view: modal() })
  const before = received.length

  expect((await as('U0AUBRY', 'close')).modal).toMatchObject({ id: root.id })
  expect(received).toHaveLength(before)
  await call('views.push', { trigger_id: await trigger(), view: modal() })
  expect((await as('U0AUBRY', 'close', { clear: true })).modal).toBeNull()
  expect(received.at(-1)?.payload).toMatchObject({
    type: 'view_closed',
    is_cleared: true,
    view: { id: root.id },
  })
  await open(told)
  await as('U0AUBRY', 'close')
  expect(received.at(-1)?.payload).toMatchObject({ type: 'view_closed', is_cleared: false })
})

test('a button in a modal sends the view, and an input only if it asks to', async () => {
  const { open, as, received } = await withTrigger()
  const blocks = [
    field('quiet'),
    field('loud', {}, { dispatch_action: true }),
    {
      type: 'actions',
      block_id: 'd',
      elements: [{ type: 'button', action_id: 'see', text: text('See') }],
    },
  ]
  const { view } = await open(modal({ blocks }))
  const before = received.length

  await as('U0AUBRY', 'fill', { view: view.id, block_id: 'quiet', action_id: 'a', value: 'x' })
  expect(received).toHaveLength(before)
  await as('U0AUBRY', 'fill', { view: view.id, block_id: 'loud', action_id: 'a', value: 'y' })
  await as('U0AUBRY', 'click', { view: view.id, action_id: 'see' })

  expect(received.slice(before).map(({ payload }) => payload)).toMatchObject([
    { actions: [{ type: 'plain_text_input', value: 'y' }], container: { type: 'view' } },
    {
      actions: [{ type: 'button' }],
      view: { state: { values: { quiet: { a: { value: 'x' } } } } },
    },
  ])
  expect((await as('U0LIND', 'click', { view: view.id, action_id: 'see' })).outcome).toBe('refused')
})

test('an external menu asks the app from the third character', async () => {
  const { open, as, script, received } = await withTrigger()
  const element = { type: 'external_select', action_id: 'who', min_query_length: 3 }
  const { view } = await open(modal({ blocks: [{ ...field('w'), element }] }))
  const option = { text: text('Ana'), value: '7' }
  const suggest = async (value: string) =>
    await as('U0AUBRY', 'suggest', { view: view.id, action_id: 'who', value })
  const before = received.length

  expect((await suggest('an'))['options']).toEqual({ options: [] })
  expect(received).toHaveLength(before)
  script.answer = () => ({ body: { options: [option] } })
  expect((await suggest('ana'))['options']).toEqual({ options: [option] })
  expect(received.at(-1)?.payload).toMatchObject({
    type: 'block_suggestion',
    value: 'ana',
    block_id: 'w',
  })
  script.answer = () => ({ body: { options: [{ ...option, text: text('x'.repeat(76)) }] } })
  expect(await suggest('anab')).toMatchObject({
    outcome: 'failed',
    says: 'Results failed to load.',
  })
  script.answer = () => ({})
  await as('U0AUBRY', 'fill', { view: view.id, action_id: 'who', value: '7' })
  expect((await as('U0AUBRY', 'submit')).ok).toBe(true)
})

test('a chosen channel brings a response_url where its menu asks for one', async () => {
  const { open, as, received } = await withTrigger()
  const element = { type: 'conversations_select', action_id: 'c', response_url_enabled: true }
  const { view } = await open(modal({ blocks: [{ ...field('where'), element }] }))
  await as('U0AUBRY', 'fill', { view: view.id, action_id: 'c', value: 'C0EXPORTS' })

  await as('U0AUBRY', 'submit')

  expect(received.at(-1)?.payload['response_urls']).toMatchObject([
    { block_id: 'where', action_id: 'c', channel_id: 'C0EXPORTS' },
  ])
})

test('reloading loses the modal without a word to the app', async () => {
  const { open, as, received } = await withTrigger()
  await open(modal({ notify_on_close: true }))
  const before = received.length

  expect((await as('U0AUBRY', 'reload')).modal).toBeNull()
  expect(received).toHaveLength(before)
})
