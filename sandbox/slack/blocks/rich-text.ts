import { z } from 'zod'
import { chars, id, list } from './text.ts'

const flag = z.boolean().optional()
const style = z
  .strictObject({
    bold: flag,
    italic: flag,
    strike: flag,
    code: flag,
    underline: flag,
    highlight: flag,
    client_highlight: flag,
    unlink: flag,
  })
  .optional()

const name = chars({ min: 1 })
const link = z.strictObject({
  type: z.literal('link'),
  url: name,
  text: chars().optional(),
  unsafe: flag,
  style,
})
const run = z.strictObject({ type: z.literal('text'), text: chars({ min: 1 }), style })

/** A piece of running text (@slack/types `RichTextElement`). */
const richTextElement = z.discriminatedUnion('type', [
  run,
  link,
  z.strictObject({
    type: z.literal('broadcast'),
    range: z.enum(['here', 'channel', 'everyone']),
    style,
  }),
  z.strictObject({ type: z.literal('color'), value: name, style }),
  z.strictObject({ type: z.literal('channel'), channel_id: name, style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: name,
    url: name.optional(),
    fallback: name.optional(),
    style,
  }),
  z.strictObject({
    type: z.literal('emoji'),
    name,
    unicode: name.optional(),
    url: name.optional(),
    style,
  }),
  z.strictObject({ type: z.literal('team'), team_id: name, style }),
  z.strictObject({ type: z.literal('user'), user_id: name, style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: name, style }),
])

const border = z.int().min(0).optional()
const section = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: list(richTextElement),
})

/** A part of a rich text block. */
const richTextPart = z.discriminatedUnion('type', [
  section,
  z.strictObject({
    type: z.literal('rich_text_list'),
    elements: list(section),
    style: z.enum(['bullet', 'ordered']),
    indent: z.int().min(0).max(8).optional(),
    offset: z.int().min(0).optional(),
    border,
  }),
  z.strictObject({
    type: z.literal('rich_text_quote'),
    elements: list(richTextElement),
    border,
  }),
  z.strictObject({
    type: z.literal('rich_text_preformatted'),
    elements: list(z.discriminatedUnion('type', [run, link])),
    border,
    language: name.optional(),
  }),
])

/** A rich text block. */
export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: id,
  elements: list(richTextPart, { min: 1 }),
})
