import { setImmediate } from 'node:timers/promises'

/** Milliseconds of work at a stretch: what else the process does shall not notice. */
const stretch = 4

/** To be awaited after each small piece of long work. */
export type Breather = () => Promise<void> | undefined

/**
 * For long work on the one thread: awaited after each small piece of it, lets everything else happen
 * whenever a few milliseconds have been worked in one go.
 */
export function breather(): Breather {
  let since = performance.now()
  const breathe = async (): Promise<void> => {
    await setImmediate()
    since = performance.now()
  }
  return () => (performance.now() - since < stretch ? undefined : breathe())
}

/** Work in small pieces, each a `yield`, with what comes of it in the end. */
export type Pieces<T> = Generator<unknown, T>

/** Does it piece by piece, and lets everything else happen in between. */
export async function inBreaths<T>(work: Pieces<T>, breathe = breather()): Promise<T> {
  for (let piece = work.next(); ; piece = work.next()) {
    if (piece.done) return piece.value
    await breathe()
  }
}

/** Does it in one go, where that is short. */
export function atOnce<T>(work: Pieces<T>): T {
  for (let piece = work.next(); ; piece = work.next()) {
    if (piece.done) return piece.value
  }
}
