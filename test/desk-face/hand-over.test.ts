import { expect, test } from 'vitest'
import { others } from '../../sandbox/zendesk/sample/people.ts'
import { approve, openRequest, peopleFound, planShown } from '../../src/flows/index.ts'
import type { Desk } from '../stories/support/desk.ts'
import { carefully } from '../stories/support/way.ts'
import { confirmNow, decideNow } from '../support/deeds.ts'
import type { Modal } from '../support/workplace.ts'
import { type DeskPlace, lead, openPlace, team } from './place.ts'
import { textIn } from './support.ts'

const by = { user: lead, team }
const [hanna, owen, antoine, nadia] = [others.hanna, others.owen, others.antoine, others.nadia]
const all = [hanna, owen, antoine, nadia, others.solene, others.lea]

/** An erasure of several people of whom none wrote a ticket for it: each is told by hand. */
async function manyByHand(place: DeskPlace): Promise<string> {
  const { hands, keeper } = place.desk()
  const subject = all.map(({ email }) => email).join('\n')
  const { id } = await openRequest({ right: 'erasure', subject, by }, hands)
  await keeper.wake(id)
  const { candidates } = await peopleFound(id, hands)
  const users = candidates.filter(({ exact }) => exact).map((one) => one.id)
  await confirmNow({ id, by, users }, hands)
  await keeper.wake(id)
  await decideNow({ id, by, choices: await carefully({ hands } as Desk, id) }, hands)
  await keeper.wake(id)
  const { digest, plan } = await planShown(id, hands)
  const ticketsToGo = plan.operations.filter(({ kind }) => kind === 'ticket.purge').length
  await approve({ id, by: { user: 'U0OKAFOR', team }, digest, ticketsToGo }, hands)
  await keeper.wake(id)
  await place.drawn()
  return id
}

const receiptsIn = (modal: Modal | null): string[] => textIn(modal).match(/[0-9a-f]{64}/g) ?? []

test('several people told by hand: each under their name with a receipt of their own, and a word for all at the end', async () => {
  const place = await openPlace({ policy: { manyPeople: 50 } })
  const id = await manyByHand(place)
  const kinds = async () =>
    (await place.desk().hands.store.load(id)).entries.map(({ kind }) => kind as string)

  const { modal: first } = await place.press(lead, 'see-answer')
  expect(textIn(first)).toContain('6 personnes')
  expect(textIn(first)).toContain(`${hanna.name} · ${hanna.email}`)
  expect(textIn(first)).not.toContain(others.lea.name)
  expect(first?.callback_id).toBe('see-answer')
  const { modal: last } = await place.as(lead, 'click', {
    view: first?.id,
    action_id: 'see-answer:next',
    until: 'quiet',
  })
  expect(textIn(last)).toContain(others.lea.name)
  expect(textIn(last)).not.toContain(hanna.name)
  const receipts = [...receiptsIn(first), ...receiptsIn(last)]
  expect(receipts).toHaveLength(all.length)
  expect(new Set(receipts).size).toBe(all.length)
  expect((await kinds()).filter((kind) => kind === 'viewed')).toHaveLength(2)

  expect(last?.callback_id).toBe('hand-over')
  await place.as(lead, 'submit', { view: last?.id, until: 'quiet' })
  await expect.poll(kinds, { timeout: 10_000, interval: 20 }).toContain('sealed')
  expect(place.troubles).toEqual([])
  const said = JSON.stringify(await place.messages('C0REQUESTS'))
  for (const { name } of all) expect(said).not.toContain(name)
}, 30_000)
