/** What a search hands back of what it found. */
export type Hit = {
  readonly type: 'ticket' | 'user' | 'organization'
  readonly id: number
  readonly created: string
  readonly updated: string
}

/** Something that can be found, as the index knows it. */
export type Doc = Hit & {
  readonly words: readonly string[]
  /** Values by keyword, lower-cased: `requester`, `status`, `email` and so on. */
  readonly keys: Readonly<Record<string, readonly string[]>>
}

/** The index, some time behind the records. */
export type SearchIndex = {
  /** Called before a record changes. */
  touch: (type: Doc['type'], id: number) => void
  /** What search sees now; nothing for records it does not know yet. */
  docs: (type: Doc['type'], ids: readonly number[]) => Iterable<Doc>
  /** The answer to a question that was asked before, as long as nothing has changed. */
  once: (question: string, ask: () => Hit[]) => Hit[]
}

type Stale = { readonly doc: Doc | undefined; readonly until: number }
type Lag = {
  readonly now: () => number
  readonly lag: number
  /** Whether a record is worth remembering as read; one that is worked out is not. */
  readonly stays: (type: Doc['type'], id: number) => boolean
}

/** Keeps, for each change, what was there before until the lag is over (facts 5: minutes; here ms). */
export function searchIndex(
  read: (type: Doc['type'], id: number) => Doc | undefined,
  { now, lag, stays }: Lag,
): SearchIndex {
  const stale = new Map<string, Stale[]>()
  const current = new Map<string, Doc | undefined>()
  const answers = answersUntil(now, () => nextOf(stale, now()))
  const fresh = (key: string, type: Doc['type'], id: number): Doc | undefined => {
    if (current.has(key)) return current.get(key)
    const doc = read(type, id)
    if (stays(type, id)) current.set(key, doc)
    return doc
  }
  const visible = (type: Doc['type'], id: number): Doc | undefined => {
    const key = `${type}/${id}`
    const waiting = stale.get(key)
    if (!waiting) return fresh(key, type, id)
    const left = waiting.filter(({ until }) => until > now())
    if (left.length === 0) stale.delete(key)
    return left[0] ? left[0].doc : fresh(key, type, id)
  }
  return {
    touch: (type, id) => {
      const key = `${type}/${id}`
      const doc = fresh(key, type, id)
      stale.set(key, [...(stale.get(key) ?? []), { doc, until: now() + lag }])
      current.delete(key)
      answers.forget()
      if (stale.size > manyStale) sweep(stale, now())
    },
    docs: function* (type, ids) {
      for (const id of ids) {
        const doc = visible(type, id)
        if (doc) yield doc
      }
    },
    once: answers.once,
  }
}

const manyStale = 500

/** Lets go of what search has caught up with. */
function sweep(stale: Map<string, Stale[]>, now: number): void {
  for (const [key, waiting] of stale)
    if (waiting.every(({ until }) => until <= now)) stale.delete(key)
}

/** When search will next see something that it does not see now. */
function nextOf(stale: ReadonlyMap<string, readonly Stale[]>, now: number): number {
  let next = Number.POSITIVE_INFINITY
  for (const waiting of stale.values())
    for (const { until } of waiting) if (until > now && until < next) next = until
  return next
}

type Answers = Pick<SearchIndex, 'once'> & { readonly forget: () => void }

const mostAnswers = 64

/** Remembers the last answers. A page of an export asks its question again. */
function answersUntil(now: () => number, next: () => number): Answers {
  const known = new Map<string, { readonly hits: Hit[]; readonly until: number }>()
  return {
    forget: () => known.clear(),
    once: (question, ask) => {
      const before = known.get(question)
      if (before && before.until > now()) return before.hits
      if (known.size >= mostAnswers) known.clear()
      const until = next()
      const hits = ask()
      known.set(question, { hits, until })
      return hits
    },
  }
}
