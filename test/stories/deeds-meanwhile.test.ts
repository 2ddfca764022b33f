import { expect, test } from 'vitest'
import { goOn, type Hands, stop } from '../../src/flows/index.ts'
import { lead } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { faultsOf, refuses, told } from './support/journal.ts'
import { approved, planned } from './support/way.ts'
import { wrapped } from './support/wrapped.ts'

/** Hands in which the journal grows between a deed's reading and its writing, so many times. */
function disturbed(d: Desk, times: number): Hands {
  let left = times
  const store = wrapped(d.hands.store, async (owner, version, entries) => {
    if (left === 0 || !entries.some(({ kind }) => kind === 'stopped')) return
    left -= 1
    const at = d.hands.now()
    const nap = {
      kind: 'slept',
      by: 'bot',
      code: 'elsewhere',
      until: at,
      id: d.hands.newId(),
      at,
    } as const
    await d.hands.store.append(owner, version, [nap])
  })
  return { ...d.hands, store }
}

test('Stop is heard although the request goes on at the same moment', async () => {
  const d = await desk()
  const id = await planned(d)

  await stop({ id, by: lead, code: 'stopped' }, disturbed(d, 3))

  expect((await d.request(id)).halted).toMatchObject({ code: 'stopped' })
})

test('Stop in the middle of the work is heard before the next call', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  d.onWrite = async () => {
    d.onWrite = () => {}
    await stop({ id, by: lead, code: 'stopped' }, d.hands)
    await refuses(stop({ id, by: lead, code: 'stopped' }, d.hands), 'already-halted')
  }

  expect(await d.go(id)).toEqual({ on: 'halt', code: 'stopped' })
  expect((await told(d, id)).filter((line) => line === 'intended')).toHaveLength(1)
  expect((await d.request(id)).open).toBeUndefined()

  await goOn({ id, by: lead }, d.hands)
  expect(await d.go(id)).toEqual({ on: 'nothing' })
  expect(await faultsOf(d)).toEqual([])
})
