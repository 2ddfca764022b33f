import { setImmediate } from 'node:timers/promises'

/** Milliseconds of work at a stretch: what else the process does shall not notice. */
const stretch = 4

/**
 * For long work on the one thread: awaited after each small piece of it, lets everything else happen
 * whenever a few milliseconds have been worked in one go.
 */
export function breather(): () => Promise<void> | undefined {
  let since = performance.now()
  const breathe = async (): Promise<void> => {
    await setImmediate()
    since = performance.now()
  }
  return () => (performance.now() - since < stretch ? undefined : breathe())
}
