import type { Account } from '../account/account.ts'
import type { Credentials, Options } from '../options.ts'
import type { Meter } from './limits.ts'

/** What stands behind every route. */
export type Desk = {
  readonly account: Account
  readonly credentials: Credentials
  readonly meter: Meter
  readonly onWrite: Options['onWrite']
  /** Requests whose answer is lost and whose effect is still to come. */
  readonly late: { at: number; run: () => void }[]
}
