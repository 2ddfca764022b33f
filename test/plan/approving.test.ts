import { expect, test } from 'vitest'
import { planShown } from '../../src/flows/index.ts'
import { camilles, fill, lead, modalIn, planned, press, submit } from './place.ts'
import { textIn } from './support.ts'

const [officer, second] = ['U0OKAFOR', 'U0LIND']

test('two clicks and one window: an officer reads the plan, mistypes, and approves', async () => {
  const place = await planned()
  const card = await place.card(await place.digest())

  const view = await place.read(officer, card)
  expect(textIn(view)).toContain('Nadia Benali')
  expect(textIn(view)).toContain('In all, *3 tickets* are deleted for good.')
  await fill(place, officer, { view, field: 'count', value: '2' })
  const wrong = await submit(place, officer)
  expect(Object.values(wrong.errors ?? {})).toEqual([
    'This is not how many tickets will be deleted. Read the plan and type the number that it says.',
  ])
  await fill(place, officer, { view, field: 'count', value: ' 3 ' })
  const done = modalIn(await submit(place, officer))

  expect(done.id).toBe(view.id)
  expect(textIn(done)).toContain('You have approved this exact plan.')
  expect(textIn(done)).toContain('Nobody else is needed.')
  expect(textIn(done)).toContain('Nothing is sent before')
  expect(await place.told()).toEqual(
    expect.arrayContaining([
      `${officer} viewed`,
      `${officer} turned-away count-wrong`,
      `${officer} approved`,
      'bot agreed',
    ]),
  )

  const again = await place.read(second, card)
  expect(textIn(again)).toContain('Enough people have agreed to this plan.')
  expect(again['submit']).toBeNull()
})

test('the lead reads the plan in her language, and is told that she cannot approve it', async () => {
  const place = await planned()
  const view = await place.read(lead, await place.card(await place.digest()))

  expect(textIn(view)).toContain('Vous pouvez lire ce plan, mais pas l’approuver')
  expect(textIn(view)).toContain('Une autre personne doit l’approuver.')
  expect(view['submit']).toBeNull()
  expect(await place.told()).toContain(`${lead} viewed`)
  await place.as(lead, 'close', {})
  expect((await place.told()).filter((told) => told.startsWith(`${lead} turned-away`))).toEqual([])
})

test('nobody without a role, and nobody in another’s name, sees a word of it', async () => {
  const place = await planned()
  const card = await place.card(await place.digest())
  const denied = await place.as('U0WEBER', 'click', {
    message: card,
    action_id: 'read-plan',
    until: 'quiet',
  })

  expect(denied.modal).toBeNull()
  expect(denied.ephemerals.map(({ text }) => text)).toEqual([
    'You have no role for this in the policy.',
  ])
  expect(await place.told()).toContain('U0WEBER turned-away role-missing')
})

test('every operation can be read, page by page, to the last one', async () => {
  const place = await planned({ of: camilles })
  const { items, plan } = await planShown(place.id, place.service().desk.hands)
  const view = await place.read(officer, await place.card())
  let read = textIn(view)
  for (const group of ['tickets', 'passages', 'texts', 'mails', 'own-ticket', 'user', 'kept']) {
    let page = await press(place, officer, { view, deed: `see-plan:${group}` })
    read += textIn(page)
    while (JSON.stringify(page).includes('"turn-plan-page:next"')) {
      page = await press(place, officer, { view: page, deed: 'turn-plan-page:next' })
      read += textIn(page)
    }
    await place.as(officer, 'close', {})
  }

  expect(plan.operations.length).toBeGreaterThan(40)
  const ids = items.map(({ address }) => address.ticket ?? address.suspended ?? address.user)
  expect(ids.filter((id) => !read.includes(String(id)))).toEqual([])
  const text = read.normalize('NFC').replaceAll(/\s+/g, ' ')
  expect(text).toContain('commande NO-172311 est pour Camille Lefèvre , merci')
  expect(text).toContain('commande NO-172311 est pour ▇▇▇▇ , merci')
}, 20_000)

test('a plan that changes under his eyes is not approved: the window changes to the new one', async () => {
  const place = await planned()
  const card = await place.card(await place.digest())
  const view = await place.read(officer, card)
  await place.decide({ tickets: { 26845: { action: 'keep', code: 'legal-claims' } } })
  await fill(place, officer, { view, field: 'count', value: '3' })

  const seen = await press(place, officer, { view, deed: 'see-plan:tickets' })
  expect(textIn(seen)).toContain('The plan has changed since you opened it.')
  await place.as(officer, 'close', {})
  const changed = modalIn(await submit(place, officer))

  expect(changed.id).toBe(view.id)
  expect(textIn(changed)).toContain('The plan has changed since you opened it.')
  expect(textIn(changed)).toContain('In all, *2 tickets* are deleted for good.')
  expect(await place.told()).not.toContain(`${officer} approved`)

  // The new window asks anew: what was typed for the old plan is gone.
  expect((await submit(place, officer)).outcome).toBe('invalid')
  await fill(place, officer, { view: changed, field: 'count', value: '2' })
  expect(textIn((await submit(place, officer)).modal)).toContain('You have approved')

  // A card that still carries the old plan's button opens the one in force, and says so.
  const late = await place.read(second, card)
  expect(textIn(late)).toContain('The plan has changed since you opened it.')
  expect(textIn(late)).toContain('*2 tickets*')
})

test('two must agree where somebody else’s ticket goes; the same officer counts once', async () => {
  const place = await planned({
    of: camilles,
    choices: { tickets: { 22310: { action: 'delete', code: 'requester-asked' } } },
  })
  const card = await place.card()
  const view = await place.read(officer, card)
  expect(textIn(view)).toContain('1 of them is somebody else’s ticket.')
  expect(textIn(view)).toContain('0 / 2 so far')
  const window = await place.read(officer, card)
  await fill(place, officer, { view: window, field: 'count', value: '11' })
  const one = modalIn(await submit(place, officer))
  expect(textIn(one)).toContain('Still to agree: *privacy officer*, 1 more.')
  expect(await place.told()).not.toContain('bot agreed')

  const again = await place.read(officer, card)
  expect(textIn(again)).toContain('You have approved this plan already.')
  expect(again['submit']).toBeNull()

  const other = await place.read(second, card)
  expect(textIn(other)).toContain(`1 / 2 so far (<@${officer}>)`)
  await fill(place, second, { view: other, field: 'count', value: '11' })
  expect(textIn((await submit(place, second)).modal)).toContain('Nobody else is needed.')
  expect(await place.told()).toContain('bot agreed')
})

test('a role that is lost while he reads is missed when he approves; a restart changes nothing', async () => {
  const place = await planned()
  const view = await place.read(officer, await place.card())
  await fill(place, officer, { view, field: 'count', value: '3' })
  await place.policy({
    pauseSeconds: 900,
    roles: {
      'support-lead': { members: [lead] },
      'privacy-officer': { members: [second, 'U0BERGER'] },
    },
  })
  const refused = await submit(place, officer)
  expect(textIn(refused.modal)).toContain('This needs one of these roles: privacy officer.')
  await place.as(officer, 'close', {})
  await place.policy({ pauseSeconds: 900 })
  await place.restart()

  const done = await submit(place, officer)
  expect(textIn(done.modal)).toContain('You have approved this exact plan.')
})
