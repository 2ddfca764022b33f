import type { Words } from '../en/index.ts'
import { accessAnswer } from './access-answer.ts'
import { bundle } from './bundle.ts'
import { desk } from './desk.ts'
import { door } from './door.ts'
import { halt } from './halt.ts'
import { pages } from './pages.ts'
import { plan } from './plan.ts'
import { refusal } from './refusal.ts'
import { slack } from './slack.ts'
import { start } from './start.ts'
import { operation, step } from './steps.ts'
import { window } from './window.ts'

/** Everything that a member of the organisation reads, in French. */
export const fr: Words = {
  accessAnswer,
  bundle,
  desk,
  door,
  refusal,
  halt,
  step,
  operation,
  pages,
  plan,
  slack,
  start,
  window,
}
