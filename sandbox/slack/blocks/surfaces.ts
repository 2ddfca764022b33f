import { z } from 'zod'
import { chart } from './charts.ts'
import { imageBlock } from './image.ts'
import {
  actions,
  context,
  contextActionsBlock,
  divider,
  file,
  header,
  input,
  markdown,
  section,
  video,
} from './plain-blocks.ts'
import { richText } from './rich-text.ts'
import { dataTable, table } from './tables.ts'
import { chars, list, plain } from './text.ts'
import { alert, card, carousel, container, plan, taskCard } from './young-blocks.ts'

const everywhere = [
  actions,
  context,
  divider,
  header,
  imageBlock,
  input,
  richText,
  section,
  video,
] as const

/** What each surface takes (facts 3). */
export const blocksOf = {
  message: z.discriminatedUnion('type', [
    ...everywhere,
    markdown,
    table,
    dataTable,
    chart,
    card,
    carousel,
    container,
    contextActionsBlock,
    file,
    plan,
    taskCard,
    alert,
  ]),
  modal: z.discriminatedUnion('type', [...everywhere, alert]),
  home: z.discriminatedUnion('type', [...everywhere, alert]),
}

/** Where blocks are shown. */
export type Surface = keyof typeof blocksOf

/** The blocks of a message (facts 3: 50). */
export const messageBlocks = list(blocksOf.message, { max: 50 })

const shared = {
  callback_id: chars({ max: 255 }).optional(),
  private_metadata: chars({ max: 3000 }).optional(),
  external_id: chars({ max: 255 }).optional(),
}

/** A modal or a home tab (facts 3: 100 blocks, 24 characters for title and both buttons). */
export const view = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    title: plain(24),
    blocks: list(blocksOf.modal, { min: 1, max: 100 }),
    submit: plain(24).nullable().optional(),
    close: plain(24).nullable().optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    ...shared,
  }),
  z.strictObject({
    type: z.literal('home'),
    blocks: list(blocksOf.home, { min: 1, max: 100 }),
    ...shared,
  }),
])
