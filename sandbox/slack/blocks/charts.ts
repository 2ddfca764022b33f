import { z } from 'zod'
import { chars, id, list } from './text.ts'

const point = z.strictObject({ label: chars({ min: 1, max: 20 }), value: z.number() })

const series = list(
  z.strictObject({ name: chars({ min: 1, max: 20 }), data: list(point, { min: 1, max: 20 }) }),
  { min: 1, max: 12 },
)

const axis = z.strictObject({
  categories: list(chars({ min: 1, max: 20 }), { min: 1, max: 20 }),
  x_label: chars({ max: 50 }).optional(),
  y_label: chars({ max: 50 }).optional(),
})

const axial = <T extends string>(type: T) =>
  z.strictObject({ type: z.literal(type), series, axis_config: axis })

const segment = z.strictObject({
  label: chars({ min: 1, max: 20 }),
  value: z.number().gt(0),
})

/** `data_visualization` (limits.json). */
export const chart = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: id,
  title: chars({ min: 1, max: 50 }),
  chart: z.discriminatedUnion('type', [
    axial('bar'),
    axial('line'),
    axial('area'),
    z.strictObject({ type: z.literal('pie'), segments: list(segment, { min: 1, max: 12 }) }),
  ]),
})
