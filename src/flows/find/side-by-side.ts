/** What is read at a time unless somebody says otherwise; the client decides how fast its calls go out. */
const atATime = 6

/**
 * What becomes of each item, in the order of the items, with no more than so many of them under way
 * or waiting to be taken. Throws what the first of them in order throws.
 */
export async function* sideBySide<T, R>(
  items: Iterable<T>,
  work: (item: T) => Promise<R>,
  most = atATime,
): AsyncGenerator<R> {
  const under: Promise<R>[] = []
  for (const item of items) {
    under.push(begun(work(item)))
    const first = under.length >= most ? under.shift() : undefined
    if (first) yield await first
  }
  for (const next of under) yield await next
}

/** What fails while something before it is waited for is thrown in its turn, and not into the void. */
function begun<R>(work: Promise<R>): Promise<R> {
  work.catch(() => undefined)
  return work
}
