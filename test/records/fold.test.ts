import { describe, expect, test } from 'vitest'
import { Entry } from '../../src/records/entry.ts'
import { fold } from '../../src/records/fold.ts'
import { approver, entry, opened, opener } from './support/entries.ts'
import {
  after,
  agreed,
  approved,
  bot,
  coded,
  decided,
  first,
  found,
  id,
  intended,
  oneOfEach,
  planAfter,
  planned,
  policy,
  posted,
  second,
  settled,
  slept,
  toPlan,
  woke,
} from './support/journal.ts'

describe('a journal', () => {
  test('without its opening is no request', () => {
    expect(fold(id, [])).toBeUndefined()
    expect(fold(id, [found('people'), opened()])).toBeUndefined()
  })

  test('gives who, what, when and the day it is due', () => {
    expect(after()).toMatchObject({
      id,
      version: 1,
      number: 'R-2026-0042',
      name: 'amber heron',
      right: 'erasure',
      opener,
      received: '2026-11-23T09:00:00.000Z',
      due: '2026-12-23T09:00:00.000Z',
      rehearsal: false,
      looks: {},
    })
  })

  test('counts every entry as a version, also those that change nothing', () => {
    const seen = entry({ kind: 'viewed', by: approver, digest: first })

    expect(after(...toPlan, seen).version).toBe(7)
    expect({ ...after(...toPlan, seen), version: 6 }).toEqual(after(...toPlan))
  })

  test('is read without being touched, and says the same each time', () => {
    const entries = [
      opened(),
      ...toPlan,
      approved(),
      agreed(),
      intended([1]),
      settled([[1, 'done']]),
    ]
    for (const one of entries) deepFreeze(one)
    Object.freeze(entries)

    expect(fold(id, entries)).toEqual(fold(id, structuredClone(entries)))
  })

  test('may hold every kind of entry there is', () => {
    expect(Entry.options.map(({ shape }) => shape.kind.value).toSorted()).toEqual(
      Object.keys(oneOfEach).toSorted(),
    )
    for (const one of Object.values(oneOfEach)) expect(after(...toPlan, one).version).toBe(7)
  })
})

describe('looking and deciding', () => {
  test('a decision belongs to its round: one on an earlier round says nothing', () => {
    const looks = after(found('people'), found('people', 2), decided('people')).looks

    expect(looks.people?.decided).toBeUndefined()
    expect(
      after(found('people', 2), decided('people', { round: 2 })).looks.people?.decided?.by,
    ).toEqual(opener)
  })

  test('a decision that brings something new asks for another round', () => {
    expect(after(found('traces'), decided('traces', { again: true })).looks.traces?.stale).toBe(
      true,
    )
    expect(after(found('traces'), decided('traces')).looks.traces?.stale).toBe(false)
  })

  test('looking for people again, or deciding on them again, outdates the traces and ends the plan', () => {
    for (const request of [
      after(...toPlan, found('people', 2)),
      after(...toPlan, decided('people')),
    ]) {
      expect(request.looks.traces?.stale).toBe(true)
      expect(request.plan).toBeUndefined()
      expect(request.plans).toHaveLength(1)
    }
  })
})

describe('approvals', () => {
  test('stand on the plan in force', () => {
    expect(planAfter(approved())?.approvals).toMatchObject([
      { by: approver, policy, roles: ['privacy'] },
    ])
  })

  test('on an outdated or unknown digest are not counted', () => {
    expect(planAfter(planned(second), approved(first))?.approvals).toEqual([])
    expect(planAfter(approved('f'.repeat(64)))?.approvals).toEqual([])
  })

  test('do not come back with a plan of the same digest', () => {
    const again = planAfter(approved(), planned(), approved(first, opener))

    expect(again?.approvals.map(({ by }) => by)).toEqual([opener])
    expect(planAfter(approved(), agreed(), planned())).toMatchObject({
      approvals: [],
      begun: false,
    })
  })

  test('that were revoked are gone, the others stay', () => {
    const given = approved()
    const revoked = entry({ kind: 'revoked', by: bot, approval: given.id, code: 'role-lost' })

    expect(planAfter(given, approved(first, opener), revoked)?.approvals).toMatchObject([
      { by: opener },
    ])
  })

  test('make a quorum, which can lapse and be met again', () => {
    const lapsed = entry({ kind: 'lapsed', by: bot, digest: first, policy, code: 'role-lost' })

    expect(planAfter(approved(), agreed())?.agreed).toMatchObject({ policy })
    expect(planAfter(approved(), agreed(), lapsed)).toMatchObject({ lapsed: 'role-lost' })
    expect(planAfter(approved(), agreed(), lapsed)?.agreed).toBeUndefined()
    expect(planAfter(agreed(), lapsed, agreed())?.lapsed).toBeUndefined()
  })

  test.each(['sent-back', 'declined'] as const)(
    '%s: the lead is asked again, on what was found',
    (kind) => {
      const request = after(...toPlan, entry({ kind, by: approver, digest: first, code: 'remark' }))

      expect(request.plan).toBeUndefined()
      expect(request.returned).toEqual({
        code: 'remark',
        by: approver,
        declined: kind === 'declined',
      })
      expect(request.looks.traces?.stale).toBe(false)
      expect(request.looks.traces?.decided).toBeUndefined()
    },
  )

  test('a no to a plan that is no longer in force changes nothing; a new decision answers a no', () => {
    const no = entry({ kind: 'sent-back', by: approver, digest: first, code: 'remark' })

    expect(after(...toPlan, planned(second), no).plan?.digest).toBe(second)
    expect(after(...toPlan, no, decided('traces')).returned).toBeUndefined()
  })
})

describe('standing still and ending', () => {
  test('a stop and a halt hold until somebody lets it go on', () => {
    expect(after(coded('stopped', 'legal-hold')).halted).toMatchObject({
      code: 'legal-hold',
      by: opener,
    })
    expect(after(coded('halted', 'job-stuck')).halted?.code).toBe('job-stuck')
    expect(
      after(coded('halted', 'x'), entry({ kind: 'continued', by: opener })).halted,
    ).toBeUndefined()
  })

  test('a sleep is known by its step until it is over; a new plan sleeps anew', () => {
    const until = '2026-11-23T10:00:00.000Z'

    expect(after(slept('pause', until)).naps.get('pause')).toEqual({ until, woke: false })
    expect(after(slept('pause', until), woke('pause')).naps.get('pause')).toEqual({
      until,
      woke: true,
    })
    expect(after(slept('pause', until), planned()).naps.size).toBe(0)
  })

  test('its card is where it was posted last, also once it is sealed', () => {
    const sealed = entry({ kind: 'sealed', by: bot })
    const request = after(posted('1.000100'), sealed, posted('2.000200'))

    expect(request.card).toEqual({ channel: 'C0REQUESTS', ts: '2.000200' })
    expect(after().card).toBeUndefined()
  })

  test('it closes with a code and counts, and is sealed', () => {
    const closed = entry({ kind: 'closed', by: bot, code: 'done', counts: { n: 1 } })
    const stub = '2027-11-23T09:00:00.000Z'

    expect(after(closed).closed).toMatchObject({ code: 'done', counts: { n: 1 } })
    expect(after(closed, entry({ kind: 'sealed', by: bot, stub })).sealed).toMatchObject({ stub })
    expect(after(closed, entry({ kind: 'sealed', by: bot })).sealed).not.toHaveProperty('stub')
  })
})

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  Object.freeze(value)
  for (const inner of Object.values(value)) deepFreeze(inner)
}
