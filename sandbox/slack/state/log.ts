import type { Json } from '../blocks/walk.ts'

type Base = { readonly seq: number; readonly at: string; readonly ms: number }

/** A call of the app: the Web API, a `response_url`, an upload. */
type ApiEntry = Base & {
  readonly kind: 'api'
  readonly method: string
  readonly args: Json
  /** `null` when the connection was cut. */
  readonly status: number | null
  readonly ok: boolean
  readonly error?: string
  readonly fault?: string
}

/** Something sent to the app, with the bytes and headers, so that it can be sent again. */
export type DeliveryEntry = Base & {
  readonly kind: 'delivery'
  /** `slash`, `block_actions`, `view_submission`, `event:app_home_opened` … */
  readonly what: string
  readonly user: string | null
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  /** `null` when no answer came. */
  readonly status: number | null
  readonly outcome: 'acknowledged' | 'refused' | 'late' | 'unreachable'
  readonly answer: string
}

/** A line of `GET /_log`. */
export type LogEntry = ApiEntry | DeliveryEntry

type Unnumbered<T> = T extends LogEntry ? Omit<T, 'seq' | 'at'> : never

/** A line before it has its number and time. */
export type Draft = Unnumbered<LogEntry>
