import { z } from 'zod'
import type { Value, VisitedView } from './visit.ts'

const Option = z.looseObject({ value: z.string() })
/** A control as Slack tells of it, whatever its kind. */
export const Field = z.looseObject({
  value: z.string().nullish(),
  selected_option: Option.nullish(),
  selected_options: z.array(Option).nullish(),
  selected_date: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
})
type Field = z.infer<typeof Field>

/** A window as Slack tells of it. */
export const View = z.looseObject({
  id: z.string(),
  hash: z.string().default(''),
  type: z.enum(['modal', 'home']).default('modal'),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  root_view_id: z.string().nullish(),
  previous_view_id: z.string().nullish(),
  state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), Field)) }).nullish(),
})

/** Slack keeps the value of each kind of control under a name of its own. */
const readers: readonly ((field: Field) => Value | null)[] = [
  (field) => field.selected_options?.map(({ value }) => value),
  (field) => field.selected_users,
  (field) => field.selected_option?.value,
  (field) => field.selected_date,
  (field) => field.selected_user,
  (field) => field.value,
]

/** What a control holds. */
export function valueOf(field: Field): Value {
  for (const read of readers) {
    const value = read(field)
    if (value !== undefined && value !== null) return value
  }
  return undefined
}

/** The same as a list. */
export const listed = (value: Value): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

/** A window with its fields by action id. */
export function viewOf(view: z.infer<typeof View>): VisitedView {
  const values: Record<string, Value> = {}
  const blocks: Record<string, string> = {}
  for (const [block, fields] of Object.entries(view.state?.values ?? {})) {
    for (const [action, field] of Object.entries(fields)) {
      values[action] = valueOf(field)
      blocks[action] = block
    }
  }
  return {
    id: view.id,
    hash: view.hash,
    kind: view.type,
    isRoot: !view.root_view_id || view.root_view_id === view.id,
    root: view.root_view_id || view.id,
    below: view.previous_view_id || undefined,
    metadata: view.private_metadata,
    values,
    blocks,
  }
}
