import { expect, test } from 'vitest'
import { goOn, handOver } from '../../src/flows/index.ts'
import { lead } from './support/cast.ts'
import { exportApproved, exportDecided, exportDesk, exportPlanned } from './support/exports.ts'
import { approved, nadias, planned } from './support/way.ts'

test('a link that was made after an erasure was planned stops it before its first write', async () => {
  const d = await exportDesk()
  const id = await planned(d)
  d.clock.pass(60_000)
  const access = await exportPlanned(d, nadias, { answer: { how: 'by-hand' } })
  await exportApproved(d, access)
  const writes: string[] = []
  d.onWrite = ({ method, path }) => void writes.push(`${method} ${path}`)
  await approved(d, id)
  expect(await d.go(id)).toEqual({ on: 'halt', code: 'unused-link' })
  expect(writes).toEqual([])
  expect((await d.request(access)).links[0]?.ended).toBeUndefined()

  await goOn({ id, by: lead }, d.hands)
  const resting = await d.go(id)
  if (resting.on === 'human') await handOver({ id, by: lead }, d.hands)
  await d.go(id)
  expect((await d.request(access)).links[0]?.ended?.code).toBe('erased')
})

test('what is being read while its person is erased is not left lying', async () => {
  const d = await exportDesk()
  const id = await planned(d)
  const access = await exportDecided(d, nadias)
  const { holdings } = d.hands.zendesk
  const read = holdings.ticket.bind(holdings)
  let erased = false
  Object.assign(holdings, {
    ticket: async (ticket: number) => {
      const record = await read(ticket)
      if (erased) return record
      erased = true
      await approved(d, id)
      const resting = await d.go(id)
      if (resting.on === 'human') await handOver({ id, by: lead }, d.hands)
      await d.go(id)
      return record
    },
  })
  expect(await d.step(access)).toEqual({ on: 'halt', code: 'person-erased' })
  expect(await d.shelf.names(access)).toEqual([])
})
