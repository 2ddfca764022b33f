import type { Words } from '../en/index.ts'
import { door } from './door.ts'
import { halt } from './halt.ts'
import { refusal } from './refusal.ts'
import { slack } from './slack.ts'
import { start } from './start.ts'
import { operation, step } from './steps.ts'

/** Everything that a member of the organisation reads, in French. */
export const fr: Words = { door, refusal, halt, step, operation, slack, start }
