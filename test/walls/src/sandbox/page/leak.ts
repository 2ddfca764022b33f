// The page must show what Slack would show, not what the bot meant.
import { digestOf } from '../../../../../src/records/plan.ts'
import type { Zendesk } from '../../../../../src/zendesk/index.ts'

export type Leaked = Zendesk
export { digestOf }
