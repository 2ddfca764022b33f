/** A JSON object. */
export type Json = { readonly [key: string]: unknown }

/** Whether it is one. */
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list of JSON objects; anything else in it is left out. */
export const jsons = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : [])

/** An element, the block it is in, and its place. */
export type Placed = {
  readonly block: Json
  readonly element: Json
  readonly pointer: string
}

const interactive =
  /^(button|overflow|checkboxes|radio_buttons|feedback_buttons|(icon|workflow)_button|(date|time|datetime)picker|(file|rich_text|number)_input|\w+_select|\w+_text_input)$/

/** Whether a member can do something with it. */
export const isInteractive = (element: Json): boolean => interactive.test(String(element['type']))

const single = ['accessory', 'element'] as const
const several = ['elements', 'actions'] as const

/** Every interactive element of a list of blocks. */
export const placedIn = (blocks: readonly Json[], at = ''): Placed[] =>
  blocks.flatMap((block, index) => placedInBlock(block, `${at}/${index}`))

function placedInBlock(block: Json, at: string): Placed[] {
  const own = single.flatMap((key) => place(block, block[key], `${at}/${key}`))
  const listed = several.flatMap((key) =>
    jsons(block[key]).flatMap((one, index) => place(block, one, `${at}/${key}/${index}`)),
  )
  const inner = block['type'] === 'carousel' ? 'elements' : 'child_blocks'
  return [...own, ...listed, ...placedIn(childrenOf(block), `${at}/${inner}`)]
}

const place = (block: Json, element: unknown, pointer: string): Placed[] =>
  isJson(element) && isInteractive(element) ? [{ block, element, pointer }] : []

/** Blocks inside a block. */
export const childrenOf = (block: Json): Json[] =>
  block['type'] === 'carousel' ? jsons(block['elements']) : jsons(block['child_blocks'])
