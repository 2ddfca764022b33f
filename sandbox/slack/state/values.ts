import { choicesOf } from '../blocks/options.ts'
import { isJson, type Json, jsons, placedIn } from '../blocks/walk.ts'
import type { Values } from './records.ts'

/** Where each kind of element keeps what was put in, and where it starts (facts 2). */
const slots: Readonly<Record<string, { readonly key: string; readonly start?: string }>> = {
  plain_text_input: { key: 'value', start: 'initial_value' },
  email_text_input: { key: 'value', start: 'initial_value' },
  url_text_input: { key: 'value', start: 'initial_value' },
  number_input: { key: 'value', start: 'initial_value' },
  rich_text_input: { key: 'rich_text_value', start: 'initial_value' },
  static_select: { key: 'selected_option', start: 'initial_option' },
  external_select: { key: 'selected_option', start: 'initial_option' },
  radio_buttons: { key: 'selected_option', start: 'initial_option' },
  users_select: { key: 'selected_user', start: 'initial_user' },
  channels_select: { key: 'selected_channel', start: 'initial_channel' },
  conversations_select: { key: 'selected_conversation', start: 'initial_conversation' },
  datepicker: { key: 'selected_date', start: 'initial_date' },
  timepicker: { key: 'selected_time', start: 'initial_time' },
  datetimepicker: { key: 'selected_date_time', start: 'initial_date_time' },
  checkboxes: { key: 'selected_options', start: 'initial_options' },
  multi_static_select: { key: 'selected_options', start: 'initial_options' },
  multi_external_select: { key: 'selected_options', start: 'initial_options' },
  multi_users_select: { key: 'selected_users', start: 'initial_users' },
  multi_channels_select: { key: 'selected_channels', start: 'initial_channels' },
  multi_conversations_select: { key: 'selected_conversations', start: 'initial_conversations' },
  file_input: { key: 'files' },
}

/** Where an element keeps its value; nothing for buttons and overflow menus. */
export const slotOf = (
  element: Json,
): { readonly key: string; readonly start?: string } | undefined => slots[String(element['type'])]

/** What an element holds: what was put in, else what it starts on, else nothing (facts 2: null). */
export function heldBy(block: Json, element: Json, values: Values): Json {
  const known = values[String(block['block_id'])]?.[String(element['action_id'])]
  if (known && known['type'] === element['type']) return known
  const slot = slotOf(element)
  if (!slot) return { type: element['type'] }
  const empty = slot.key.endsWith('s') ? [] : null
  const start = slot.start === undefined ? undefined : element[slot.start]
  return { type: element['type'], [slot.key]: start ?? empty }
}

/** `state.values`: every element that keeps a value, by block and action. */
export function stateOf(blocks: unknown, values: Values): Values {
  const state: Record<string, Record<string, Json>> = {}
  for (const { block, element } of placedIn(jsons(blocks))) {
    if (!slotOf(element)) continue
    const id = String(block['block_id'])
    state[id] = {
      ...state[id],
      [String(element['action_id'])]: heldBy(block, element, values),
    }
  }
  return state
}

/** What stays of the values when the blocks change: same block and action ids keep it (facts 3). */
export function kept(blocks: unknown, values: Values): Values {
  const found: Record<string, Record<string, Json>> = {}
  for (const { block, element } of placedIn(jsons(blocks))) {
    const id = String(block['block_id'])
    const action = String(element['action_id'])
    const known = values[id]?.[action]
    if (known && known['type'] === element['type']) found[id] = { ...found[id], [action]: known }
  }
  return found
}

/** What a member's choice becomes in a payload; a plain `value` names an option. */
export function valueFor(element: Json, value: unknown, offered: readonly unknown[] = []): Json {
  const slot = slotOf(element)
  const type = element['type']
  if (!slot) return { type }
  if (slot.key === 'selected_option') return { type, [slot.key]: optionOf(element, value, offered) }
  if (slot.key === 'selected_options')
    return {
      type,
      [slot.key]: listOf(value).map((one) => optionOf(element, one, offered)),
    }
  if (slot.key === 'value') return { type, [slot.key]: typed(value) }
  return { type, [slot.key]: slot.key.endsWith('s') ? listOf(value) : (value ?? null) }
}

// An emptied field is null, as an untouched one (facts 2); numbers are strings.
const typed = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) || null : null

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]

/** Thrown when somebody picks what isn't on the menu. */
export class NotOffered extends Error {
  override name = 'NotOffered' as const
}

/** The option that is meant, by its value. */
export function optionOf(element: Json, value: unknown, offered: readonly unknown[]): unknown {
  if (value === null || value === undefined) return null
  const wanted = isJson(value) ? value['value'] : value
  const found = [...choicesOf(element), ...offered]
    .filter(isJson)
    .find((option) => option['value'] === wanted)
  if (!found) throw new NotOffered(`there is no option ${String(wanted)}`)
  return found
}
