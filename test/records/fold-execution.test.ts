import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/records/entry.ts'
import { entry, newId } from './support/entries.ts'
import { after, at, bot, first, intended, planAfter, settled, toPlan } from './support/journal.ts'

const proved = (code: string) =>
  entry({ kind: 'proved', by: bot, code, counts: {}, on: at('p#all') })

describe('carrying out', () => {
  test('a call is open from its intent to its outcome, with its job', () => {
    const call = newId()
    const submitted = entry({ kind: 'submitted', by: bot, call, job: at('call#all') })
    const other = entry({ kind: 'submitted', by: bot, call: newId(), job: at('other#all') })

    expect(after(...toPlan, intended([1, 2], 1, call), submitted, other).open).toMatchObject({
      call,
      digest: first,
      operations: [1, 2],
      job: at('call#all'),
    })
    expect(
      after(...toPlan, intended([1], 1, call), settled([[1, 'done']], { call })).open,
    ).toBeUndefined()
    expect(after(...toPlan, intended([1], 1, call), settled([[2, 'done']])).open?.call).toBe(call)
    expect(planAfter(intended([1]))?.begun).toBe(true)
  })

  test('what was not applied has no outcome and counts as a try', () => {
    const plan = planAfter(intended([1]), settled([[1, 'not-applied']]))

    expect(plan?.outcomes.size).toBe(0)
    expect(plan?.attempts).toEqual(new Map([[1, 1]]))
  })

  test('being asked to wait is no try, and forgets none of the tries before', () => {
    const limited = settled([[1, 'not-applied']], { code: 'limited' })

    expect(planAfter(intended([1]), limited)?.attempts).toEqual(new Map())
    expect(planAfter(intended([1], 4), limited)?.attempts).toEqual(new Map([[1, 3]]))
  })

  test('what drifted or was rejected goes back to the lead once the rest of its phase has ended', () => {
    for (const outcome of ['drifted', 'rejected'] as const) {
      const early = after(...toPlan, settled([[1, outcome]]), settled([[2, 'done']]))
      expect(early.plan?.outcomes.get(1)).toBe(outcome)
      expect(early.looks.traces?.decided).toBeDefined()

      const late = after(
        ...toPlan,
        settled([[1, outcome]]),
        settled([
          [2, 'done'],
          [3, 'already'],
        ]),
      )
      expect(late.plan).toBeUndefined()
      expect(late.looks.traces).toMatchObject({ stale: true })
      expect(late.looks.traces?.decided).toBeUndefined()
      expect(late.plans[0]?.outcomes.get(3)).toBe('already')
    }
  })

  test('a phase without drift lets the next one go on', () => {
    const done: [number, Outcome][] = [
      [1, 'done'],
      [2, 'already'],
      [3, 'done'],
    ]

    expect(planAfter(settled(done), settled([[4, 'done']]))?.outcomes.size).toBe(4)
    expect(planAfter(settled(done), settled([[4, 'rejected']]))).toBeDefined()
    expect(
      planAfter(
        settled(done),
        settled([
          [4, 'rejected'],
          [5, 'done'],
        ]),
      ),
    ).toBeUndefined()
  })

  test('a proof that leaves something unexplained sends it back, any other is kept', () => {
    expect(after(...toPlan, proved('complete'))).toMatchObject({ proved: { code: 'complete' } })
    const back = after(...toPlan, proved('unexplained'))
    expect(back.proved).toBeUndefined()
    expect(back.plan).toBeUndefined()
    expect(back.looks.traces?.stale).toBe(true)
  })
})
