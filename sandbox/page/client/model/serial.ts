/** Runs one thing at a time; asked while it runs, it runs once more, however often it was asked. */
export function serial(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let again: Promise<void> | undefined
  const start = async (): Promise<void> => {
    running = run().finally(() => {
      running = undefined
    })
    await running
  }
  const once = async (before: Promise<void>): Promise<void> => {
    await before.catch(() => undefined)
    again = undefined
    await start()
  }
  return async () => {
    if (!running) return await start()
    again ??= once(running)
    return await again
  }
}
