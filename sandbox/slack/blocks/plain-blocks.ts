import { z } from 'zod'
import { button, contextActions, overflow, workflowButton } from './buttons.ts'
import { imageElement } from './image.ts'
import { fields, fileInput, richTextInput } from './inputs.ts'
import { multiSelects, selects } from './menus.ts'
import { boxes, datetimepicker, pickers } from './pickers.ts'
import { chars, id, list, mrkdwn, plain, text, url } from './text.ts'

/** What may stand beside a section's text (@slack/types `SectionBlockAccessory`). */
const accessory = z.discriminatedUnion('type', [
  button,
  workflowButton,
  overflow,
  imageElement,
  ...selects,
  ...multiSelects,
  ...pickers,
  ...boxes,
])

/** What an `actions` block may hold (@slack/types `ActionsBlockElement`). */
const action = z.discriminatedUnion('type', [
  button,
  workflowButton,
  overflow,
  datetimepicker,
  richTextInput,
  ...selects,
  ...multiSelects,
  ...pickers,
  ...boxes,
])

/** What an `input` block may hold (@slack/types `InputBlockElement`). */
const element = z.discriminatedUnion('type', [
  ...fields,
  fileInput,
  datetimepicker,
  ...selects,
  ...multiSelects,
  ...pickers,
  ...boxes,
])

/** `section`: a text, fields, or both (facts 3: 3000, 10 × 2000). */
export const section = z
  .strictObject({
    type: z.literal('section'),
    block_id: id,
    text: text(3000).optional(),
    fields: list(text(2000), { min: 1, max: 10 }).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, {
    message: 'must provide at least one of `text` or `fields`',
    path: ['text'],
  })

/** `actions` (facts 3: 25). */
export const actions = z.strictObject({
  type: z.literal('actions'),
  block_id: id,
  elements: list(action, { min: 1, max: 25 }),
})

/** `input` (facts 3: label and hint 2000). */
export const input = z.strictObject({
  type: z.literal('input'),
  block_id: id,
  label: plain(2000),
  element,
  hint: plain(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
})

/** `context` (facts 3: 10), texts and images only. */
export const context = z.strictObject({
  type: z.literal('context'),
  block_id: id,
  elements: list(z.discriminatedUnion('type', [plain(), mrkdwn(), imageElement]), {
    min: 1,
    max: 10,
  }),
})

/** `context_actions` (facts 3: 5). */
export const contextActionsBlock = z.strictObject({
  type: z.literal('context_actions'),
  block_id: id,
  elements: list(contextActions, { min: 1, max: 5 }),
})

/** `header` (facts 3: 150). */
export const header = z.strictObject({
  type: z.literal('header'),
  block_id: id,
  text: plain(150),
  level: z.int().min(1).max(4).optional(),
})

/** `divider`. */
export const divider = z.strictObject({ type: z.literal('divider'), block_id: id })

/** `file`: a remote one. */
export const file = z.strictObject({
  type: z.literal('file'),
  block_id: id,
  external_id: chars({ min: 1 }),
  source: z.literal('remote'),
})

/** `video` (limits.json). */
export const video = z.strictObject({
  type: z.literal('video'),
  block_id: id,
  alt_text: chars({ min: 1, max: 200 }),
  title: plain(200),
  thumbnail_url: url,
  video_url: url,
  title_url: url.optional(),
  author_name: chars({ max: 50 }).optional(),
  provider_name: chars({ max: 50 }).optional(),
  provider_icon_url: url.optional(),
  description: plain(200).optional(),
})

/** `markdown` (facts 3: 12,000). */
export const markdown = z.strictObject({
  type: z.literal('markdown'),
  block_id: id,
  text: chars({ min: 1, max: 12_000 }),
})
