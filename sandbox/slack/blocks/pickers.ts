import { z } from 'zod'
import { option } from './options.ts'
import { chars, confirm, id, list, plain } from './text.ts'

const common = {
  action_id: id,
  confirm: confirm.optional(),
  focus_on_load: z.boolean().optional(),
}
const placeholder = { placeholder: plain(150).optional() }

/** Dates, times, checkboxes and radio buttons. */
export const pickers = [
  z.strictObject({
    type: z.literal('datepicker'),
    ...common,
    ...placeholder,
    initial_date: z.iso.date().optional(),
  }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...common,
    ...placeholder,
    initial_time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
    timezone: chars({ min: 1 }).optional(),
  }),
] as const

/** A moment: not an accessory of a section. */
export const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...common,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
})

const ten = list(option, { min: 1, max: 10 })
const isAmong = (options: readonly { value: string }[], value: string): boolean =>
  options.some((one) => one.value === value)

const refuse = (context: z.RefinementCtx, at: string): void =>
  context.addIssue({ code: 'custom', message: 'must be one of the options', path: [at] })

/** Checkboxes and radio buttons (facts 3: 1..10). */
export const boxes = [
  z
    .strictObject({
      type: z.literal('checkboxes'),
      ...common,
      options: ten,
      initial_options: ten.optional(),
    })
    .superRefine(({ options, initial_options = [] }, context) => {
      if (initial_options.some(({ value }) => !isAmong(options, value)))
        refuse(context, 'initial_options')
    }),
  z
    .strictObject({
      type: z.literal('radio_buttons'),
      ...common,
      options: ten,
      initial_option: option.optional(),
    })
    .superRefine(({ options, initial_option }, context) => {
      if (initial_option && !isAmong(options, initial_option.value))
        refuse(context, 'initial_option')
    }),
] as const
