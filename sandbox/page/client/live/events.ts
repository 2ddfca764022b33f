/** A change the workspace tells of. */
export type Change = { readonly kind: string; readonly user?: string; readonly id?: string }

type Hears = {
  /** A change, or `hello` each time the line is up again: what was missed must be read anew. */
  readonly change: (change: Change) => void
  readonly online: (isOnline: boolean) => void
}

const soonest = 300
const latest = 4000

/** Listens until told to stop; comes back by itself after a break. */
export function listen(path: string, { change, online }: Hears): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = soonest
  const connect = (): void => {
    source = new EventSource(path)
    source.addEventListener('hello', () => {
      wait = soonest
      online(true)
      change({ kind: 'hello' })
    })
    source.addEventListener('change', ({ data }) => change(JSON.parse(String(data)) as Change))
    source.addEventListener('error', () => {
      source?.close()
      online(false)
      timer = setTimeout(connect, wait)
      wait = Math.min(latest, wait * 2)
    })
  }
  connect()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}
