/** Resolves when this process is to end: by a signal, or as the one that started it is gone. */
export const untilTold = async (): Promise<void> =>
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    process.once('disconnect', () => resolve())
  })
