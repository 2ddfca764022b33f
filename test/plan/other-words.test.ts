import { expect, test } from 'vitest'
import { approve, goOn } from '../../src/flows/index.ts'
import { fill, lead, modalIn, planned, press, send, submit } from './place.ts'
import { textIn } from './support.ts'

const [officer, second] = ['U0OKAFOR', 'U0LIND']

const keep = { action: 'keep', code: 'legal-claims' } as const
const keepAll = { tickets: { 26845: keep, 47310: keep, 48090: keep } }

test('an officer leaves a ticket out and approves the rest: the plan’s own window says so', async () => {
  const place = await planned()
  const card = await place.card(await place.digest())
  const root = await place.read(officer, card)
  const form = await press(place, officer, { view: root, deed: 'less' })
  expect(textIn(form)).toContain('The plan deletes *3 tickets* for good.')
  const { options } = (await place.as(officer, 'suggest', {
    view: form.id,
    action_id: 'leave-out',
    value: '',
  })) as unknown as { options: { options: { value: string; text: { text: string } }[] } }
  expect(options.options.map(({ text }) => text.text)).toEqual(['#26845 · deleted for good'])

  const value = options.options.map((option) => option.value)
  await fill(place, officer, { view: form, field: 'leave-out', value })
  await fill(place, officer, { view: form, field: 'count', value: '3' })
  const wrong = await submit(place, officer)
  expect(Object.values(wrong.errors ?? {})[0]).toMatch(/^This is not how many are left\./)
  await fill(place, officer, { view: form, field: 'count', value: '2' })
  const done = await send(place, officer, root)

  expect(done.id).toBe(root.id)
  expect(textIn(done)).toContain('You have approved the smaller plan.')
  expect(await place.told()).toEqual(
    expect.arrayContaining([`${officer} planned`, `${officer} approved`, 'bot agreed']),
  )
  const now = await place.read(second, card)
  expect(textIn(now)).toContain('an approver has left it out of the plan')
})

test('an officer sends the plan back with a reason; whoever clicks late reads whose turn it is', async () => {
  const place = await planned()
  const card = await place.card(await place.digest())
  const root = await place.read(officer, card)
  const form = await press(place, officer, { view: root, deed: 'turn-back' })
  expect((await submit(place, officer)).outcome).toBe('invalid')
  await fill(place, officer, { view: form, field: 'reason', value: 'too-much' })
  const done = await send(place, officer, root)

  expect(done.id).toBe(root.id)
  expect(textIn(done)).toContain('You have sent the plan back.')
  expect(await place.told()).toContain(`${officer} sent-back too-much`)

  await place.restart()
  const late = textIn(await place.read(second, card))
  expect(late).toContain('There is no plan to approve now.')
  expect(late).toContain(`<@${officer}> has sent it back: it goes too far.`)
  expect(late).toContain('It is the support lead’s turn: Decide what happens to each trace.')
})

test('an officer declines; an open window of another one then says that there is no plan', async () => {
  const place = await planned()
  const card = await place.card(await place.digest())
  const other = await place.read(second, card)
  await fill(place, second, { view: other, field: 'count', value: '3' })
  const root = await place.read(officer, card)
  const form = await press(place, officer, { view: root, deed: 'turn-back' })
  await fill(place, officer, { view: form, field: 'how', value: 'declined' })
  await fill(place, officer, { view: form, field: 'reason', value: 'exception-17-3' })
  expect(textIn(await send(place, officer, root))).toContain('You have declined the plan.')
  expect(await place.told()).toContain(`${officer} declined exception-17-3`)

  const late = modalIn(await submit(place, second))
  expect(late.id).toBe(other.id)
  expect(textIn(late)).toContain(`<@${officer}> has declined it`)
  expect(await place.told()).not.toContain(`${second} approved`)
})

test('a legal hold asks first, stops the request, and is said in the plan until it is lifted', async () => {
  const place = await planned()
  const card = await place.card(await place.digest())
  const view = await place.read(officer, card)
  const asked = await place.as(officer, 'click', { view: view.id, action_id: 'hold' })
  expect(asked.outcome).toBe('confirm')
  const done = await press(place, officer, { view, deed: 'hold', confirmed: true })

  expect(done.id).toBe(view.id)
  expect(textIn(done)).toContain('You have put a legal hold on the request.')
  expect(await place.told()).toContain(`${officer} stopped legal-hold`)
  const held = await place.read(second, card)
  expect(textIn(held)).toContain('The request stands still: A legal hold')
  expect(JSON.stringify(held)).not.toContain('"action_id":"hold"')

  const { hands } = place.service().desk
  await goOn({ id: place.id, by: { user: second, team: 'T0NORDLYS' } }, hands)
  expect(textIn(await place.read(second, card))).not.toContain('stands still')
})

test('a request that is over says so to every late click', async () => {
  const place = await planned({ policy: { pauseSeconds: 0 } })
  const digest = await place.digest()
  const card = await place.card(digest)
  const view = await place.read(officer, card)
  await fill(place, officer, { view, field: 'count', value: '3' })
  const { hands } = place.service().desk
  const by = { user: second, team: 'T0NORDLYS' }
  await approve({ id: place.id, by, digest, ticketsToGo: 3 }, hands)
  await place.ended()
  expect(await place.told()).toContain('bot sealed')

  expect(textIn(modalIn(await submit(place, officer)))).toContain('This request is over.')
  expect(textIn(await place.read(lead, card))).toContain('Cette demande est terminée.')
})

test('closing the window of a plan that asks for no number approves nothing', async () => {
  const place = await planned({ policy: { ownTickets: 'redact' }, choices: keepAll })
  const card = await place.card(await place.digest())
  const view = await place.read(officer, card)
  expect(textIn(view)).toContain('No ticket is deleted.')
  await place.as(officer, 'close', { until: 'quiet' })
  expect(await place.told()).not.toContain(`${officer} approved`)

  await place.read(officer, card)
  expect(textIn((await submit(place, officer)).modal)).toContain(
    'You have approved this exact plan.',
  )
})
