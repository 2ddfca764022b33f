import type { Json } from './tiny-app.ts'

/** A plain text object. */
export const plain = (text: string): Json => ({ type: 'plain_text', text })

/** An option whose text is its value. */
export const option = (value: string): Json => ({ text: plain(value), value })

/** An input block; its action is always `v`. */
export const input = (id: string, element: Json, more: Json = {}): Json => ({
  type: 'input',
  block_id: id,
  label: plain(id),
  element: { action_id: 'v', ...element },
  ...more,
})

/** A modal. */
export const modal = (blocks: Json[], more: Json = {}): Json => ({
  type: 'modal',
  callback_id: 'window',
  title: plain('A window'),
  submit: plain('Hand in'),
  close: plain('Leave it'),
  blocks,
  ...more,
})

/** A section. */
export const section = (text: string, more: Json = {}): Json => ({
  type: 'section',
  text: { type: 'mrkdwn', text },
  ...more,
})

/** Every kind of element that an input block takes. */
export const everyInput: Json[] = [
  input('Name', { type: 'plain_text_input' }),
  input('Story', { type: 'plain_text_input', multiline: true }),
  input('Mail', { type: 'email_text_input' }),
  input('Site', { type: 'url_text_input' }),
  input('Count', { type: 'number_input', is_decimal_allowed: false }),
  input('Day', { type: 'datepicker' }),
  input('Hour', { type: 'timepicker' }),
  input('Moment', { type: 'datetimepicker' }),
  input('Letter', { type: 'rich_text_input' }),
  input('One', { type: 'static_select', options: [option('red'), option('green')] }),
  input('Some', { type: 'multi_static_select', options: [option('north'), option('south')] }),
  input('Ticks', { type: 'checkboxes', options: [option('salt'), option('pepper')] }),
  input('Dial', { type: 'radio_buttons', options: [option('on'), option('off')] }),
  input('Member', { type: 'users_select' }),
  input('Members', { type: 'multi_users_select' }),
  input('Channel', { type: 'channels_select' }),
  input('Place', { type: 'conversations_select' }),
  input('Distant', { type: 'external_select', min_query_length: 2 }),
]
