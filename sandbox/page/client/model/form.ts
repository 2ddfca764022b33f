import type { Draft } from './draft.ts'
import { isJson, type Json, jsons, textOf } from './json.ts'

/** Drafts by surface, block, action and kind of element. */
export type Form = Readonly<Record<string, Draft>>

/**
 * Under which a draft is kept. A view that is updated keeps what was typed wherever the ids and the
 * kind stay (Slack: modals, updating views).
 */
export const keyOf = (surface: string, block: Json, element: Json): string =>
  JSON.stringify([
    surface,
    textOf(block['block_id']),
    textOf(element['action_id']),
    textOf(element['type']),
  ])

const elementsIn = (block: Json): Json[] => [
  ...[block['accessory'], block['element']].filter(isJson),
  ...jsons(block['elements']),
]

/** The keys of everything that can be filled in on a surface. */
export const keysIn = (surface: string, blocks: readonly Json[]): string[] =>
  blocks.flatMap((block) => elementsIn(block).map((element) => keyOf(surface, block, element)))

/** Forgets what belongs to elements that are gone. */
export function pruned(form: Form, keys: readonly string[]): Form {
  const here = new Set(keys)
  const left = Object.entries(form).filter(([key]) => here.has(key))
  return left.length === Object.keys(form).length ? form : Object.fromEntries(left)
}
