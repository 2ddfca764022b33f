import type { Issue } from '../blocks/issues.ts'
import { checkBlocks, checkView } from '../blocks/validate.ts'
import { isJson, type Json } from '../blocks/walk.ts'
import { type Handler, jsonOf, type Method, Refused } from './call.ts'

const kinds = ['blocks', 'view', 'message'] as const

/** `blocks.validate` (facts 3): pointers count from what was given. */
const validate: Handler = ({ args }) => {
  const given = kinds.filter((kind) => args[kind] !== undefined)
  const [kind] = given
  if (kind === undefined || given.length > 1)
    throw wrong('must provide exactly one of `blocks`, `view`, or `message`')
  const value = parsed(args, kind)
  const issues = check[kind](value)
  if (issues.length === 0) return {}
  throw new Refused(`invalid_${kind}`, {
    errors: issues.map((issue) => ({ code: 'failed_constraint', ...issue })),
  })
}

function parsed(args: Json, kind: string): unknown {
  try {
    return jsonOf(args, kind, 'invalid_arguments')
  } catch {
    throw wrong(`invalid JSON in \`${kind}\``)
  }
}

const wrong = (message: string): Refused =>
  new Refused('invalid_arguments', { response_metadata: { messages: [message] } })

const check: Readonly<Record<(typeof kinds)[number], (value: unknown) => Issue[]>> = {
  blocks: (value) => checkBlocks(value, ''),
  view: (value) => checkView(value, ['modal', 'home'], ''),
  message: (value) => checkBlocks(isJson(value) ? (value['blocks'] ?? []) : value, '/blocks'),
}

/** `blocks.validate`. */
export const blockMethods: readonly Method[] = [{ name: 'blocks.validate', run: validate }]
