import { z } from 'zod'
import { lengthOf } from '../blocks/text.ts'
import { isJson, type Json, jsons } from '../blocks/walk.ts'
import type { View } from '../state/records.ts'
import { heldBy, slotOf } from '../state/values.ts'

/** What the client itself refuses before anything is sent, by block. */
export function faultsIn(view: View): Record<string, string> {
  const inputs = jsons(view.given['blocks']).filter(({ type }) => type === 'input')
  return Object.fromEntries(
    inputs.flatMap((block) => {
      const fault = faultOf(block, view)
      return fault ? [[String(block['block_id']), fault]] : []
    }),
  )
}

function faultOf(block: Json, view: View): string | undefined {
  const element = block['element']
  if (!isJson(element)) return undefined
  const value = heldBy(block, element, view.values)[slotOf(element)?.key ?? '']
  if (isEmpty(value))
    return block['optional'] === true ? undefined : 'Please complete this required field.'
  if (typeof value !== 'string') return tooMany(element, value)
  return (rules[String(element['type'])] ?? nothing)(value, element)
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

function tooMany(element: Json, value: unknown): string | undefined {
  const most = element['max_selected_items'] ?? element['max_files']
  if (!Array.isArray(value) || typeof most !== 'number' || value.length <= most) return undefined
  return `Please select at most ${most}.`
}

type Rule = (value: string, element: Json) => string | undefined

const nothing: Rule = () => undefined

const limitOf = (element: Json, key: string): number | undefined => {
  const limit = element[key]
  return limit === undefined ? undefined : Number(limit)
}

const rules: Readonly<Record<string, Rule>> = {
  plain_text_input: (value, element) => {
    const length = lengthOf(value)
    const least = limitOf(element, 'min_length') ?? 0
    const most = limitOf(element, 'max_length') ?? 3000
    if (length < least) return `Please enter at least ${least} characters.`
    return length > most ? `Please enter at most ${most} characters.` : undefined
  },
  email_text_input: (value) =>
    z.email().safeParse(value).success ? undefined : 'Please enter a valid email address.',
  url_text_input: (value) =>
    z.url().safeParse(value).success ? undefined : 'Please enter a valid URL.',
  number_input: (value, element) => {
    const shape = element['is_decimal_allowed'] === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/
    if (!shape.test(value)) return 'Please enter a valid number.'
    const least = limitOf(element, 'min_value') ?? Number.NEGATIVE_INFINITY
    const most = limitOf(element, 'max_value') ?? Number.POSITIVE_INFINITY
    if (Number(value) < least) return `Please enter a number of at least ${least}.`
    return Number(value) > most ? `Please enter a number of at most ${most}.` : undefined
  },
}
