// The account must be held to the documentation, not to what our client believes.
import { digestOf } from '../../../../../src/records/plan.ts'
import type { Zendesk } from '../../../../../src/zendesk/index.ts'

export type Leaked = Zendesk
export { digestOf }
