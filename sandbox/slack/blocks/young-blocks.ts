import { z } from 'zod'
import { button } from './buttons.ts'
import { imageBlock, imageElement } from './image.ts'
import { actions, context, divider, file, header, input, section, video } from './plain-blocks.ts'
import { richText } from './rich-text.ts'
import { table } from './tables.ts'
import { chars, id, list, mrkdwn, plain, text, url } from './text.ts'

/** `alert` (limits.json: 200). */
export const alert = z.strictObject({
  type: z.literal('alert'),
  block_id: id,
  text: text(200),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
})

const icon = z.strictObject({ type: z.literal('icon'), name: chars({ min: 1 }) })

/** `card` (limits.json: 150/150/200/200, 3 buttons). */
export const card = z.strictObject({
  type: z.literal('card'),
  block_id: id,
  hero_image: imageElement.optional(),
  icon: imageElement.optional(),
  slack_icon: icon.optional(),
  title: mrkdwn(150).optional(),
  subtitle: mrkdwn(150).optional(),
  body: mrkdwn(200).optional(),
  subtext: mrkdwn(200).optional(),
  actions: list(button, { min: 1, max: 3 }).optional(),
})

/** `carousel` (limits.json: 1..10 cards). */
export const carousel = z.strictObject({
  type: z.literal('carousel'),
  block_id: id,
  elements: list(card, { min: 1, max: 10 }),
})

const child = z.discriminatedUnion('type', [
  actions,
  context,
  divider,
  file,
  header,
  imageBlock,
  input,
  richText,
  section,
  table,
  video,
])

/** `container` (limits.json: 150, 10 blocks). */
export const container = z
  .strictObject({
    type: z.literal('container'),
    block_id: id,
    title: plain(150).optional(),
    rich_text_title: richText.optional(),
    subtitle: text(150).optional(),
    child_blocks: list(child, { min: 1, max: 10 }),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    icon: imageElement.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine((block) => (block.title === undefined) !== (block.rich_text_title === undefined), {
    message: 'must provide exactly one of `title` or `rich_text_title`',
    path: ['title'],
  })

/** A link to where something comes from (limits.json `url_source`). */
const urlSource = z.strictObject({ type: z.literal('url'), url, text: chars({ min: 1 }) })

/** `task_card`. */
export const taskCard = z.strictObject({
  type: z.literal('task_card'),
  block_id: id,
  task_id: chars({ min: 1 }),
  title: chars({ min: 1 }),
  details: richText.optional(),
  output: richText.optional(),
  sources: list(urlSource).optional(),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
})

/** `plan`. */
export const plan = z.strictObject({
  type: z.literal('plan'),
  block_id: id,
  title: chars({ min: 1 }),
  tasks: list(taskCard).optional(),
})
