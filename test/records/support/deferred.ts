/** A promise that the test settles. */
export function deferred<T = void>() {
  const settle: { resolve?: (value: T) => void; reject?: (error: Error) => void } = {}
  const promise = new Promise<T>((resolve, reject) => Object.assign(settle, { resolve, reject }))
  return {
    promise,
    resolve: (value: T) => settle.resolve?.(value),
    reject: (error: Error) => settle.reject?.(error),
  }
}
