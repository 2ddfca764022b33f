/**
 * Does the same for each, so many at once, and resolves to what came of them in their order. The
 * first that fails fails all; no other is begun after it.
 */
export async function sideBySide<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const queue = items.entries()
  let failed = false
  const worker = async (): Promise<void> => {
    for (const [i, item] of queue) {
      if (failed) return
      try {
        results[i] = await work(item)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
  return results
}

/** The items in groups of so many. */
export function inGroups<T>(items: readonly T[], size: number): T[][] {
  const groups: T[][] = []
  for (let from = 0; from < items.length; from += size) groups.push(items.slice(from, from + size))
  return groups
}
