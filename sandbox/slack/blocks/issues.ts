import type { z } from 'zod'

/** One fault of a payload, and where it is. */
export type Issue = {
  readonly pointer: string
  readonly message: string
  readonly constraint: { readonly type: string; readonly expected: unknown }
}

/** A path as a JSON pointer. */
const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Zod's findings in Slack's words (facts 3, I:grafana oncall#5121, I:slackblocks#36). */
export const issuesOf = (error: z.ZodError, at: string): Issue[] =>
  error.issues.flatMap((one) => issueOf(one, at))

type Found = z.core.$ZodIssue
type Say = (found: Found) => Pick<Issue, 'message' | 'constraint'>

function issueOf(found: Found, at: string): Issue[] {
  const pointer = at + pointerOf(found.path)
  if (found.code === 'unrecognized_keys')
    return found.keys.map((key) => ({
      pointer,
      message: `invalid additional property: ${key}`,
      constraint: { type: 'additionalProperties', expected: false },
    }))
  return [{ pointer, ...(words[found.code] ?? other)(found) }]
}

const other: Say = ({ message }) => ({ message, constraint: { type: 'custom', expected: message } })

const words: Readonly<Record<string, Say>> = {
  too_big: (found) => {
    if (found.code !== 'too_big') return other(found)
    const { maximum, origin } = found
    if (origin === 'array')
      return said(`no more than ${maximum} items allowed`, 'maxItems', maximum)
    if (origin !== 'string')
      return said(`must be less than or equal to ${maximum}`, 'maximum', maximum)
    return said(`must be less than ${Number(maximum) + 1} characters`, 'maxLength', maximum)
  },
  too_small: (found) => {
    if (found.code !== 'too_small') return other(found)
    const { minimum, origin } = found
    if (origin === 'array')
      return said(`no less than ${minimum} items allowed`, 'minItems', minimum)
    if (origin !== 'string')
      return said(`must be greater than or equal to ${minimum}`, 'minimum', minimum)
    return said(`must be more than ${Number(minimum) - 1} characters`, 'minLength', minimum)
  },
  invalid_type: (found) => {
    if (found.code !== 'invalid_type') return other(found)
    const field = String(found.path.at(-1) ?? '')
    return found.message.includes('received undefined')
      ? said(`missing required field: ${field}`, 'required', field)
      : said(`must provide a ${found.expected}`, 'type', found.expected)
  },
  invalid_union: (found) => {
    if (found.code !== 'invalid_union' || !('discriminator' in found) || !found.discriminator)
      return said('failed to match all allowed schemas', 'anyOf', null)
    return said('unsupported type', 'enum', 'options' in found ? found.options : [])
  },
  invalid_value: (found) =>
    found.code === 'invalid_value'
      ? said(`must be one of: ${found.values.join(', ')}`, 'enum', found.values)
      : other(found),
  invalid_format: (found) => said('invalid format', 'format', found.message),
}

const said = (
  message: string,
  type: string,
  expected: unknown,
): Pick<Issue, 'message' | 'constraint'> => ({ message, constraint: { type, expected } })

/** The two lists of a refusal: with the pointer, and for `response_metadata.messages`. */
export function linesOf(issues: readonly Issue[]): { errors: string[]; messages: string[] } {
  const errors = [...new Set(issues.flatMap(linesFor))]
  return { errors, messages: errors.map((line) => `[ERROR] ${line}`) }
}

function linesFor({ pointer, message }: Issue): string[] {
  const parent = pointer.slice(0, pointer.lastIndexOf('/'))
  const line = `${message} [json-pointer:${pointer}]`
  const isNested = parent.split('/').length > 2
  return isNested ? [`failed to match all allowed schemas [json-pointer:${parent}]`, line] : [line]
}
