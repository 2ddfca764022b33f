import type { Entry } from './entry.ts'

/** Whether the desk is paused after these entries of its own, `before` them it was or was not. */
export function isPaused(entries: readonly Entry[], before = false): boolean {
  const last = entries.findLast(({ kind }) => kind === 'paused' || kind === 'resumed')
  return last ? last.kind === 'paused' : before
}
