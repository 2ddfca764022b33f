import { z } from 'zod'
import { richText } from './rich-text.ts'
import { chars, id, lengthOf, list } from './text.ts'

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: chars({ min: 1 }) }),
  z.strictObject({
    type: z.literal('raw_number'),
    value: z.number(),
    text: chars({ min: 1 }).optional(),
  }),
  richText,
])

const settings = z
  .strictObject({
    align: z.enum(['left', 'center', 'right']).optional(),
    is_wrapped: z.boolean().optional(),
  })
  .nullable()

/** `table` (facts 3: 100 rows of 20 cells, one a message). */
export const table = z
  .strictObject({
    type: z.literal('table'),
    block_id: id,
    rows: list(list(cell, { min: 1, max: 20 }), { min: 1, max: 100 }),
    column_settings: list(settings, { max: 20 }).optional(),
  })
  .refine(({ rows, column_settings }) => (column_settings?.length ?? 0) <= width(rows), {
    message: 'must not have more items than the table has columns',
    path: ['column_settings'],
  })

/** `data_table` (facts 3: a caption, 2..201 rows, 20,000 characters in all). */
export const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    block_id: id,
    caption: chars({ min: 1 }),
    rows: list(list(cell, { min: 1, max: 20 }), { min: 2, max: 201 }),
    page_size: z.int().min(1).max(100).optional(),
    row_header_column_index: z.int().min(0).max(19).optional(),
  })
  .refine(({ rows }) => rows.flat().reduce((sum, one) => sum + lengthIn(one), 0) <= 20_000, {
    message: 'must be less than 20001 characters',
    path: ['rows'],
  })

const width = (rows: readonly (readonly unknown[])[]): number =>
  Math.max(...rows.map((row) => row.length))

const lengthIn = (one: z.infer<typeof cell>): number => {
  if (one.type === 'raw_text') return lengthOf(one.text)
  if (one.type === 'raw_number') return lengthOf(one.text ?? String(one.value))
  return lengthOf(JSON.stringify(one.elements))
}
