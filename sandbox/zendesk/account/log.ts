/** One thing that changed, such as `{ kind: 'ticket.deleted', id: 48213 }`. */
export type Effect = { readonly kind: string; readonly id: number | string }

/** One request served, or one job that took effect (`method: 'JOB'`, `cause` = the request that asked). */
export type LogEntry = {
  readonly seq: number
  readonly at: string
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string | string[]>>
  readonly body: unknown
  /** What was answered; `null` when the connection was cut before an answer. */
  readonly status: number | null
  readonly effect: readonly Effect[]
  readonly actor: number | null
  readonly fault?: string
  readonly job?: string
  readonly cause?: number
  readonly unmodelled?: true
}

/** Query keys and values as plain data; a key given twice becomes a list. */
export function queryOf(query: URLSearchParams): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {}
  for (const key of new Set(query.keys())) {
    const values = query.getAll(key)
    found[key] = values.length === 1 ? (values[0] ?? '') : values
  }
  return found
}

/** The body as logged: what would open a door is blanked. */
export function bodyOf(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  const secret = new Set(['client_secret', 'refresh_token', 'password', 'code'])
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key, secret.has(key) ? '(secret)' : value]),
  )
}
