import { BadConfig } from './config.ts'
import { CannotStart } from './desk.ts'
import { CannotOpen } from './records/errors.ts'
import { BadPolicy } from './records/policy.ts'
import { PortTaken, SlackUnfit } from './service.ts'
import type { Words } from './words/index.ts'

/**
 * Why the desk does not open, and what to do about it; `undefined` for an error that is ours. No
 * value of a setting is in it.
 */
export function startFailure(error: unknown, words: Words): string | undefined {
  if (error instanceof CannotStart) return words.start[error.code]
  if (error instanceof PortTaken) return words.slack['port-taken'](String(error.port))
  if (error instanceof SlackUnfit) {
    return error.faults.map(({ code, detail }) => words.slack[code](detail)).join('\n')
  }
  const told = [BadConfig, BadPolicy, CannotOpen].some((kind) => error instanceof kind)
  return told && error instanceof Error ? error.message : undefined
}
