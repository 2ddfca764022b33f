/** Something that can be found, as the index knows it. */
export type Doc = {
  readonly type: 'ticket' | 'user' | 'organization'
  readonly id: number
  readonly words: readonly string[]
  /** Values by keyword, lower-cased: `requester`, `status`, `email` and so on. */
  readonly keys: Readonly<Record<string, readonly string[]>>
  readonly created: string
  readonly updated: string
}

/** The index, some time behind the records. */
export type SearchIndex = {
  /** Called before a record changes. */
  touch: (type: Doc['type'], id: number) => void
  /** What search sees now; nothing for records it does not know yet. */
  docs: (type: Doc['type'], ids: readonly number[]) => Doc[]
}

type Stale = { readonly doc: Doc | undefined; readonly until: number }

/** Keeps, for each change, what was there before until the lag is over (facts 5: minutes; here ms). */
export function searchIndex(
  read: (type: Doc['type'], id: number) => Doc | undefined,
  clock: { now: () => number; lag: number },
): SearchIndex {
  const stale = new Map<string, Stale[]>()
  const current = new Map<string, Doc | undefined>()
  const fresh = (key: string, type: Doc['type'], id: number): Doc | undefined => {
    if (!current.has(key)) current.set(key, read(type, id))
    return current.get(key)
  }
  const visible = (type: Doc['type'], id: number): Doc | undefined => {
    const key = `${type}/${id}`
    const waiting = stale.get(key)
    if (!waiting) return fresh(key, type, id)
    const left = waiting.filter(({ until }) => until > clock.now())
    if (left.length === 0) stale.delete(key)
    return left[0] ? left[0].doc : fresh(key, type, id)
  }
  return {
    touch: (type, id) => {
      const key = `${type}/${id}`
      const doc = fresh(key, type, id)
      stale.set(key, [...(stale.get(key) ?? []), { doc, until: clock.now() + clock.lag }])
      current.delete(key)
    },
    docs: (type, ids) => ids.flatMap((id) => visible(type, id) ?? []),
  }
}
