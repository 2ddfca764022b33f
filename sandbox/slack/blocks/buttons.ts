import { z } from 'zod'
import { plainOption } from './options.ts'
import { chars, confirm, id, list, plain, url } from './text.ts'

const style = z.enum(['primary', 'danger']).optional()
const label = chars({ max: 75 }).optional()

/** A button (facts 3: 75/2000/3000/75). */
export const button = z.strictObject({
  type: z.literal('button'),
  text: plain(75),
  action_id: id,
  value: chars({ max: 2000 }).optional(),
  url: url.optional(),
  style,
  confirm: confirm.optional(),
  accessibility_label: label,
})

const trigger = z.strictObject({
  url,
  customizable_input_parameters: list(
    z.strictObject({ name: chars({ min: 1 }), value: chars() }),
  ).optional(),
})

/** A button that starts a workflow. */
export const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  text: plain(75),
  action_id: id,
  workflow: z.strictObject({ trigger }),
  style,
  accessibility_label: label,
})

/** The menu behind three dots (facts 3: 1..5). */
export const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: id,
  options: list(plainOption, { min: 1, max: 5 }),
  confirm: confirm.optional(),
})

const feedback = z.strictObject({
  text: plain(75),
  value: chars({ max: 2000 }),
  accessibility_label: label,
})

/** What `context_actions` may hold. */
export const contextActions = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('feedback_buttons'),
    action_id: id,
    positive_button: feedback,
    negative_button: feedback,
  }),
  z.strictObject({
    type: z.literal('icon_button'),
    action_id: id,
    icon: z.literal('trash'),
    text: plain(75),
    value: chars({ max: 2000 }).optional(),
    confirm: confirm.optional(),
    accessibility_label: label,
    visible_to_user_ids: list(chars({ min: 1 }), { max: 10 }).optional(),
  }),
])
