/** Whom to keep: confirmed user ids, and a matcher of strong terms (a hand of the caller). */
export type Wanted = {
  readonly userIds: ReadonlySet<number>
  /** Whether a term stands in a text. It folds as it likes; it is asked about each string alone. */
  readonly has: (text: string) => boolean
}

/** Where a record stands: the file inside the ZIP, and its line or, in an array, its element, from 1. */
export type Place = { readonly member: string; readonly line: number }

export type Kept = {
  readonly source: Place
  readonly why: readonly string[]
  readonly record: unknown
}

/** `broken`: not JSON. `too-long`: passed over unread. `comments-missing`: to be read by the API. */
export type ExportFault = {
  readonly source: Place
  readonly code: 'broken' | 'too-long' | 'comments-missing'
}

export type Tally = {
  readonly records: number
  readonly kept: number
  readonly faults: number
}

export type Hooks = {
  readonly keep: (kept: Kept) => void | Promise<void>
  readonly fault: (fault: ExportFault) => void | Promise<void>
  /** Bytes of the file read, of all of them. */
  readonly progress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
  /** The longest record in bytes; 64 MiB if not given. */
  readonly longest?: number
}
