import type { Issue } from './issues.ts'
import type { Surface } from './surfaces.ts'
import { lengthOf } from './text.ts'
import { childrenOf, isJson, type Json, placedIn } from './walk.ts'

/** Rules that hold over a whole message or view rather than in one block (facts 3). */
export function acrossBlocks(blocks: readonly Json[], at: string, surface: Surface): Issue[] {
  return [
    ...uniqueBlockIds(blocks, at),
    ...uniqueActionIds(blocks, at),
    ...oneFocus(blocks, at),
    ...(surface === 'message' ? onlyInMessages(blocks, at) : []),
  ]
}

function uniqueBlockIds(blocks: readonly Json[], at: string): Issue[] {
  const seen = new Set<unknown>()
  return allBlocks(blocks, at).flatMap(({ block, pointer }) => {
    const id = block['block_id']
    if (id === undefined || !seen.has(id)) {
      seen.add(id)
      return []
    }
    return [issue(`${pointer}/block_id`, `\`block_id\` must be unique: ${JSON.stringify(id)}`)]
  })
}

function uniqueActionIds(blocks: readonly Json[], at: string): Issue[] {
  const seen = new Map<Json, Set<unknown>>()
  return placedIn(blocks, at).flatMap(({ block, element, pointer }) => {
    const ids = seen.get(block) ?? new Set()
    const id = element['action_id']
    if (id === undefined) return []
    seen.set(block, ids)
    if (!ids.has(id)) {
      ids.add(id)
      return []
    }
    return [issue(`${pointer}/action_id`, `\`action_id\` must be unique: ${JSON.stringify(id)}`)]
  })
}

function oneFocus(blocks: readonly Json[], at: string): Issue[] {
  const focused = placedIn(blocks, at).filter(({ element }) => element['focus_on_load'] === true)
  return focused
    .slice(1)
    .map(({ pointer }) =>
      issue(`${pointer}/focus_on_load`, '`focus_on_load` may be set on one element only'),
    )
}

function onlyInMessages(blocks: readonly Json[], at: string): Issue[] {
  const all = allBlocks(blocks, at)
  const tables = all.filter(({ block }) => block['type'] === 'table').slice(1)
  const markdown = all.filter(({ block }) => block['type'] === 'markdown')
  const length = markdown.reduce((sum, { block }) => sum + lengthOf(textIn(block)), 0)
  const files = placedIn(blocks, at).filter(({ element }) => element['type'] === 'file_input')
  return [
    ...tables.map(({ pointer }) => issue(pointer, 'only one table is allowed in a message')),
    ...(length > 12_000 ? [issue(at, 'must be less than 12001 characters of markdown')] : []),
    ...files.map(({ pointer }) => issue(pointer, 'unsupported type: file_input')),
  ]
}

type At = { readonly block: Json; readonly pointer: string }

function allBlocks(blocks: readonly Json[], at: string): At[] {
  return blocks.flatMap((block, index) => {
    const pointer = `${at}/${index}`
    const inner = block['type'] === 'carousel' ? 'elements' : 'child_blocks'
    return [{ block, pointer }, ...allBlocks(childrenOf(block), `${pointer}/${inner}`)]
  })
}

/** A modal with an input needs a submit button; a home tab may not ask for files (facts 3). */
export function acrossView(view: Json, at: string): Issue[] {
  const blocks = Array.isArray(view['blocks']) ? view['blocks'].filter(isJson) : []
  const inputs = blocks.some((block) => block['type'] === 'input')
  const lacks = view['type'] === 'modal' && inputs && !view['submit']
  const files = placedIn(blocks, `${at}/blocks`).filter(
    ({ element }) => element['type'] === 'file_input' && view['type'] === 'home',
  )
  return [
    ...(lacks ? [issue(`${at}/submit`, 'missing required field: submit', 'required')] : []),
    ...files.map(({ pointer }) => issue(pointer, 'unsupported type: file_input')),
  ]
}

const issue = (pointer: string, message: string, type = 'custom'): Issue => ({
  pointer,
  message,
  constraint: { type, expected: null },
})

const textIn = ({ text }: Json): string => (typeof text === 'string' ? text : '')
