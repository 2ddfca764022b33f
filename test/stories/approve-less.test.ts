import { expect, test } from 'vitest'
import { approveLess, planShown } from '../../src/flows/index.ts'
import { effectsOf, writesOf } from './support/account.ts'
import { type Desk, desk } from './support/desk.ts'
import { faultsOf, refuses, told } from './support/journal.ts'
import { planned, wordOf } from './support/way.ts'

async function numberOf(d: Desk, id: string, kind: string, ticket: number): Promise<number> {
  const { items } = await planShown(id, d.hands)
  const found = items.find((item) => item.operation.kind === kind && item.address.ticket === ticket)
  if (!found) throw new Error(`the plan has no ${kind} ${ticket}`)
  return found.n
}

test('an officer approves less: what he leaves out stays, the rest goes on his word', async () => {
  const d = await desk()
  const id = await planned(d)
  const word = await wordOf(d, id)
  const without = [await numberOf(d, id, 'ticket.purge', 26845)]
  await refuses(approveLess({ ...word, without }, d.hands), 'count-wrong')

  await approveLess({ ...word, without, ticketsToGo: word.ticketsToGo - 1 }, d.hands)
  expect(d.answered.at(-1)).toMatchObject({ deleted: 2, redacted: 0, kept: 1 })

  expect(await d.go(id)).toEqual({ on: 'nothing' })
  expect(effectsOf(d).filter((effect) => effect.endsWith('26845'))).toEqual([])
  expect(effectsOf(d)).toContain('user.purged 360001150428')
  expect(await told(d, id)).toContain('closed done')
  expect(await faultsOf(d)).toEqual([])
})

test('what the deletion of the person hangs on cannot be left out, by whichever of its steps', async () => {
  const d = await desk()
  const id = await planned(d)
  const word = await wordOf(d, id)
  const less = async (kind: string, ticket: number): Promise<void> =>
    await approveLess({ ...word, without: [await numberOf(d, id, kind, ticket)] }, d.hands)

  await refuses(less('ticket.delete', 47310), 'action-impossible')
  await refuses(less('ticket.purge', 47310), 'action-impossible')
  await refuses(less('answer.send', 48090), 'action-impossible')
  await refuses(approveLess({ ...word, without: [] }, d.hands), 'unknown-item')
  await refuses(approveLess({ ...word, without: [99] }, d.hands), 'unknown-item')
  await refuses(approveLess({ ...word, without: [1, 1] }, d.hands), 'unknown-item')

  expect(await d.go(id)).toEqual({ on: 'human', step: 'approve' })
})

test('the closing of a ticket of hers that is kept cannot be left out', async () => {
  const d = await desk()
  const id = await planned(d, undefined, {
    tickets: { 47310: { action: 'keep', code: 'contract' } },
  })
  const word = await wordOf(d, id)
  const without = [await numberOf(d, id, 'ticket.close', 47310)]

  await refuses(approveLess({ ...word, without }, d.hands), 'action-impossible')

  expect(writesOf(d)).toEqual([])
})
