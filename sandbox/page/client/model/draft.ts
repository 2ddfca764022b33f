import { type Choice, choiceOf } from './choices.ts'
import { isJson, type Json, jsons, textOf } from './json.ts'
import type { Values } from './records.ts'
import { richTextOf, wordsOf } from './rich-text.ts'

/** What somebody has put into an element: typed text, or things chosen. */
export type Draft =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'chosen'; readonly choices: readonly Choice[] }

/** Typed text. */
export const typed = (text: string): Draft => ({ kind: 'text', text })

/** Chosen things. */
export const chosen = (choices: readonly Choice[]): Draft => ({ kind: 'chosen', choices })

/** The text of a draft; empty for choices. */
export const textIn = (draft: Draft): string => (draft.kind === 'text' ? draft.text : '')

/** The choices of a draft; none for text. */
export const choicesIn = (draft: Draft): readonly Choice[] =>
  draft.kind === 'chosen' ? draft.choices : []

const bare = (value: string): Choice => ({ value, label: '' })
const ids = (value: unknown): Choice[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string').map(bare) : []
const id = (value: unknown): Choice[] => (typeof value === 'string' && value ? [bare(value)] : [])
const option = (value: unknown): Choice[] => (isJson(value) ? [choiceOf(value)] : [])
const options = (value: unknown): Choice[] => jsons(value).map(choiceOf)

type Slot = {
  readonly key: string
  readonly start: string
  readonly read: (value: unknown) => Draft
}

const text = (key: string, start: string): Slot => ({
  key,
  start,
  read: (value) => typed(typeof value === 'number' ? String(value) : textOf(value)),
})
const list = (key: string, start: string, read: (value: unknown) => Choice[]): Slot => ({
  key,
  start,
  read: (value) => chosen(read(value)),
})

/** Where each kind of element keeps its value and where it starts (Slack: block elements). */
const slots: Readonly<Record<string, Slot>> = {
  plain_text_input: text('value', 'initial_value'),
  email_text_input: text('value', 'initial_value'),
  url_text_input: text('value', 'initial_value'),
  number_input: text('value', 'initial_value'),
  rich_text_input: {
    key: 'rich_text_value',
    start: 'initial_value',
    read: (value) => typed(wordsOf(value)),
  },
  datepicker: text('selected_date', 'initial_date'),
  timepicker: text('selected_time', 'initial_time'),
  datetimepicker: text('selected_date_time', 'initial_date_time'),
  static_select: list('selected_option', 'initial_option', option),
  external_select: list('selected_option', 'initial_option', option),
  radio_buttons: list('selected_option', 'initial_option', option),
  checkboxes: list('selected_options', 'initial_options', options),
  multi_static_select: list('selected_options', 'initial_options', options),
  multi_external_select: list('selected_options', 'initial_options', options),
  users_select: list('selected_user', 'initial_user', id),
  channels_select: list('selected_channel', 'initial_channel', id),
  conversations_select: list('selected_conversation', 'initial_conversation', id),
  multi_users_select: list('selected_users', 'initial_users', ids),
  multi_channels_select: list('selected_channels', 'initial_channels', ids),
  multi_conversations_select: list('selected_conversations', 'initial_conversations', ids),
}

/** What an element holds by the workspace's word, else what it starts on. */
export function heldIn(block: Json, element: Json, values: Values): Draft {
  const slot = slots[textOf(element['type'])]
  if (!slot) return typed('')
  const known = values[textOf(block['block_id'])]?.[textOf(element['action_id'])]
  return slot.read(known ? known[slot.key] : element[slot.start])
}

/** What `click` and `fill` take as `value`: text, a number, one value or several, or nothing. */
export function valueOf(element: Json, draft: Draft): unknown {
  const type = textOf(element['type'])
  if (draft.kind === 'chosen') {
    const values = draft.choices.map(({ value }) => value)
    return isMany(element) ? values : (values[0] ?? null)
  }
  if (draft.text === '') return null
  if (type === 'datetimepicker') return Number(draft.text)
  return type === 'rich_text_input' ? richTextOf(draft.text) : draft.text
}

/** Whether more than one thing can be chosen. */
export const isMany = (element: Json): boolean =>
  /^(multi_|checkboxes$)/.test(textOf(element['type']))

/** Whether it is typed into, so that what is put in waits for a pause. */
export const isTyped = (element: Json): boolean => textOf(element['type']).endsWith('_input')
