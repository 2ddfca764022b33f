import { expect, test } from 'vitest'
import { endPartly, handOver, stop } from '../../src/flows/index.ts'
import { lead, officer, second } from './support/cast.ts'
import { desk } from './support/desk.ts'
import { approved, planned } from './support/way.ts'

test('what was begun and will not be finished is ended by an officer, once the person is answered', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  let stopped = false
  d.onWrite = async () => {
    if (!stopped) await stop({ id, by: second, code: 'stopped' }, d.hands)
    stopped = true
  }
  expect(await d.go(id)).toEqual({ on: 'halt', code: 'stopped' })

  await expect(endPartly({ id, by: lead }, d.hands)).rejects.toMatchObject({ code: 'own-request' })
  await expect(endPartly({ id, by: officer }, d.hands)).rejects.toMatchObject({
    code: 'answer-missing',
  })
  await handOver({ id, by: lead }, d.hands)
  await endPartly({ id, by: officer }, d.hands)

  expect(await d.go(id)).toEqual({ on: 'nothing' })
  const request = await d.request(id)
  expect(request.closed?.code).toBe('partly-done')
  expect(request.sealed).toBeDefined()
})

test('what has not been begun is cancelled, not ended', async () => {
  const d = await desk()
  const id = await planned(d)

  await expect(endPartly({ id, by: officer }, d.hands)).rejects.toMatchObject({ code: 'not-begun' })
})
