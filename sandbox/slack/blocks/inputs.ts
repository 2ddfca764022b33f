import { z } from 'zod'
import { richText } from './rich-text.ts'
import { chars, id, list, plain } from './text.ts'

const dispatch = z.strictObject({
  trigger_actions_on: list(z.enum(['on_enter_pressed', 'on_character_entered']), {
    min: 1,
    max: 2,
  }).optional(),
})

const common = {
  action_id: id,
  placeholder: plain(150).optional(),
  focus_on_load: z.boolean().optional(),
  dispatch_action_config: dispatch.optional(),
}

const value = { initial_value: chars().optional() }
const number = z.string().regex(/^-?\d+(\.\d+)?$/, 'must be a number')

/** Rich text typed by a member; in an `actions` block too (@slack/types). */
export const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...common,
  initial_value: z.lazy(() => richText).optional(),
  min_lines: z.int().min(1).max(100).optional(),
  max_lines: z.int().min(1).max(100).optional(),
})

/** Fields that only an `input` block may hold. */
export const fields = [
  z
    .strictObject({
      type: z.literal('plain_text_input'),
      ...common,
      ...value,
      multiline: z.boolean().optional(),
      min_length: z.int().min(0).max(3000).optional(),
      max_length: z.int().min(1).max(3000).optional(),
    })
    .refine(({ min_length = 0, max_length = 3000 }) => min_length <= max_length, {
      message: '`min_length` cannot be greater than `max_length`',
      path: ['min_length'],
    }),
  z.strictObject({ type: z.literal('email_text_input'), ...common, ...value }),
  z.strictObject({ type: z.literal('url_text_input'), ...common, ...value }),
  z.strictObject({
    type: z.literal('number_input'),
    ...common,
    is_decimal_allowed: z.boolean(),
    initial_value: number.optional(),
    min_value: number.optional(),
    max_value: number.optional(),
  }),
  richTextInput,
] as const

/** Files picked by a member: modals only (facts 3). */
export const fileInput = z.strictObject({
  type: z.literal('file_input'),
  action_id: id,
  filetypes: list(chars({ min: 1 }), { min: 1 }).optional(),
  max_files: z.int().min(1).max(10).optional(),
})
