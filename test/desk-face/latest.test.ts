import { expect, test } from 'vitest'
import { Latest } from '../../src/commands/desk/latest.ts'
import { Looks } from '../../src/commands/desk/looks.ts'
import { deferred } from '../records/support/deferred.ts'

const rest = async (): Promise<void> => {}

test('what is asked for ten times while it is worked on is done once more, with the latest', async () => {
  const seen: number[] = []
  const gate = deferred()
  const latest = new Latest<number>({
    work: async (_, value) => {
      seen.push(value)
      if (value === 0) await gate.promise
    },
    failed: () => {},
    rest,
  })
  for (let i = 0; i <= 10; i += 1) latest.put('a', i)
  latest.put('b', 99)
  gate.resolve()
  await latest.idle()

  expect(seen).toEqual([0, 99, 10])
})

test('a failure is told of, and keeps nothing from being tried again', async () => {
  const failures: unknown[] = []
  const latest = new Latest<string>({
    work: async (_, value) => {
      if (value === 'bad') throw new Error('no')
    },
    failed: (key, error) => void failures.push(key, String(error)),
    rest,
  })
  latest.put('a', 'bad')
  await latest.idle()
  latest.put('a', 'good')
  await latest.end()
  latest.put('a', 'bad')

  expect(failures).toEqual(['a', 'Error: no'])
})

test('how fast a look goes is told from where its step began, and only while it is at it', () => {
  const looks = new Looks()
  const turn = { kind: 'bot', step: 'find-traces' } as const
  looks.note('a', { step: 'find-traces', done: 4, of: 6 }, 0)
  expect(looks.headway('a', turn)).toEqual({ done: 4, of: 6 })
  looks.note('a', { step: 'read-conversations', done: 10, of: 100 }, 0)
  looks.note('a', { step: 'read-conversations', done: 40, of: 100 }, 60_000)

  expect(looks.headway('a', turn)).toEqual({ done: 40, of: 100, rate: 30, minutes: 2 })
  expect(looks.headway('a', { kind: 'human', step: 'decide-traces' })).toBeUndefined()
  expect(looks.wait('a')).toBe(false)
})
