import { expect, test } from 'vitest'
import type { Outcome } from '../../src/records/entry.ts'
import { isAnswered } from '../../src/records/phases.ts'
import { after, first, planned } from './support/journal.ts'

const answeredBy = (...outcomes: readonly Outcome[]) => {
  const { plans } = after(planned(first))
  return plans.map((plan) => ({
    ...plan,
    phases: [['answer', outcomes.length] as ['answer', number]],
    outcomes: new Map(outcomes.map((outcome, i) => [i + 1, outcome])),
  }))
}

test('several people are answered when each has his reply, and not when it was refused to one', () => {
  expect(isAnswered({ plans: answeredBy('done', 'already') })).toBe(true)
  expect(isAnswered({ plans: answeredBy('done', 'rejected') })).toBe(false)
  expect(isAnswered({ plans: [...answeredBy('done', 'rejected'), ...answeredBy('done')] })).toBe(
    true,
  )
})
