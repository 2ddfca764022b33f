import { z } from 'zod'
import { checkChoices, group, plainOption } from './options.ts'
import { chars, confirm, id, list, plain } from './text.ts'

const common = {
  action_id: id,
  confirm: confirm.optional(),
  focus_on_load: z.boolean().optional(),
  placeholder: plain(150).optional(),
}

const many = { ...common, max_selected_items: z.int().min(1).optional() }

const choices = {
  options: list(plainOption, { min: 1, max: 100 }).optional(),
  option_groups: list(group, { min: 1, max: 100 }).optional(),
}

const filter = z.strictObject({
  include: list(z.enum(['im', 'mpim', 'private', 'public']), { min: 1 }).optional(),
  exclude_external_shared_channels: z.boolean().optional(),
  exclude_bot_users: z.boolean().optional(),
})

const name = chars({ min: 1 })
const conversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: filter.optional(),
}
const query = { min_query_length: z.int().min(0).optional() }
const respondable = { response_url_enabled: z.boolean().optional() }

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...common,
    ...choices,
    initial_option: plainOption.optional(),
  })
  .superRefine((menu, context) =>
    checkChoices(menu, (message, at) => context.addIssue({ code: 'custom', message, path: [at] })),
  )

const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...many,
    ...choices,
    initial_options: list(plainOption, { min: 1, max: 100 }).optional(),
  })
  .superRefine((menu, context) =>
    checkChoices(menu, (message, at) => context.addIssue({ code: 'custom', message, path: [at] })),
  )

/** Menus that take one choice. */
export const selects = [
  staticSelect,
  z.strictObject({
    type: z.literal('external_select'),
    ...common,
    ...query,
    initial_option: plainOption.optional(),
  }),
  z.strictObject({ type: z.literal('users_select'), ...common, initial_user: name.optional() }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...common,
    ...conversations,
    ...respondable,
    initial_conversation: name.optional(),
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...common,
    ...respondable,
    initial_channel: name.optional(),
  }),
] as const

/** Menus that take several. */
export const multiSelects = [
  multiStaticSelect,
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...many,
    ...query,
    initial_options: list(plainOption, { max: 100 }).optional(),
  }),
  z.strictObject({
    type: z.literal('multi_users_select'),
    ...many,
    initial_users: list(name).optional(),
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...many,
    ...conversations,
    initial_conversations: list(name).optional(),
  }),
  z.strictObject({
    type: z.literal('multi_channels_select'),
    ...many,
    initial_channels: list(name).optional(),
  }),
] as const
