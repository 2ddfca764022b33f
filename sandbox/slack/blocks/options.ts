import { z } from 'zod'
import { chars, list, plain, text, url } from './text.ts'

const fields = {
  value: chars({ min: 1, max: 150 }),
  description: text(75).optional(),
  url: url.optional(),
}

/** An option of a menu: plain text only (facts 3: 75/150/75). */
export const plainOption = z.strictObject({
  ...fields,
  text: plain(75),
  description: plain(75).optional(),
})

/** An option of checkboxes or radio buttons, where mrkdwn may stand too. */
export const option = z.strictObject({ ...fields, text: text(75) })

/** A titled group of options (facts 3: 100 a group). */
export const group = z.strictObject({
  label: plain(75),
  options: list(plainOption, { min: 1, max: 100 }),
})

/** The answer to `block_suggestion`: exactly one of the two lists (facts 1.5, 2). */
export const suggestions = z.union([
  z.strictObject({ options: list(plainOption, { max: 100 }) }),
  z.strictObject({ option_groups: list(group, { max: 100 }) }),
])

type Choices = {
  readonly options?: readonly unknown[] | undefined
  readonly option_groups?: readonly { readonly options: readonly unknown[] }[] | undefined
}

/** Every option on offer, in groups or not. */
export const choicesOf = ({ options, option_groups }: Choices): readonly unknown[] =>
  options ?? (option_groups ?? []).flatMap((one) => one.options)

/** A static menu takes one source of options and starts on some of them. */
export function checkChoices(
  menu: Choices & { initial_option?: unknown; initial_options?: readonly unknown[] | undefined },
  note: (message: string, at: string) => void,
): void {
  if ((menu.options === undefined) === (menu.option_groups === undefined))
    note('must provide exactly one of `options` or `option_groups`', 'options')
  const known = new Set(choicesOf(menu).map(valueOf))
  const initial = menu.initial_options ?? (menu.initial_option ? [menu.initial_option] : [])
  if (initial.some((one) => !known.has(valueOf(one))))
    note('must be one of the options', menu.initial_option ? 'initial_option' : 'initial_options')
}

const valueOf = (one: unknown): unknown => z.looseObject({ value: z.string() }).parse(one).value
