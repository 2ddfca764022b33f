import type { Json } from '../blocks/walk.ts'
import type { Answer } from '../deliver/send.ts'

/** What came of an act, before it is looked at with the member's eyes. */
export type Outcome = {
  /**
   * `ok`; `refused`: Slack itself said no; `invalid`: a field is wrong; `confirm`: the client asks
   * first; `failed`: the app did not acknowledge.
   */
  readonly outcome: 'ok' | 'refused' | 'invalid' | 'confirm' | 'failed'
  /** The line, badge or notice the member sees. */
  readonly says?: string
  /** Words beside fields, by block. */
  readonly errors?: Readonly<Record<string, string>>
  readonly confirm?: unknown
  readonly options?: Json
  readonly delivery?: Answer
  /** What was posted. */
  readonly ts?: string
}

/** Done. */
export const fine = (delivery?: Answer): Outcome =>
  delivery ? { outcome: 'ok', delivery } : { outcome: 'ok' }

/** Slack itself said no. */
export class Denied extends Error {
  override name = 'Denied' as const
}
