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

/**
 * Everything that a member of the organisation reads, in English. No personal data passes through
 * what goes into messages: counts, codes and dates only. `fr` has the same shape, or does not
 * compile.
 */
export const en = {
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
} as const

/** The shape that every language has. */
export type Words = Wide<typeof en>

type Wide<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...about: infer About) => string
      ? (...about: About) => string
      : Wide<T[K]>
}
