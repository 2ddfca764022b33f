import { expect, test } from 'vitest'
import { run } from './run.ts'

/** Longer than the engine waits before it reads back: nobody can wait for ever. */
const far = 200_000
/** Which write of an untroubled run is the answer to the person: the only one that is no PUT or DELETE of one id. */
const answer = 7

test.each([1, 2, 3, 4, 5, 6, 8, 9, 10, 11])(
  'a write that is carried out long after it was given up changes nothing any more (write %i)',
  async (nth) => {
    const { violations } = await run([{ at: 'write', nth, fault: 'late', ms: far }])

    expect(violations).toEqual([])
  },
)

test('an answer that is sent long after it was given up reaches the person twice: what remains', async () => {
  const { violations } = await run([{ at: 'write', nth: answer, fault: 'late', ms: far }])

  expect(violations.map(({ invariant }) => invariant)).toContain('answered')
})
