import { expect, test } from 'vitest'
import { subjectIn } from '../../src/commands/window/message.ts'
import { fold } from '../../src/records/fold.ts'
import { openWorkplace } from '../support/workplace.ts'
import { controls, Hand, lead, other, requestIn, saying, twoLeads } from './hand.ts'

const valueIn = (modal: Parameters<typeof controls>[0], field: string): unknown =>
  controls(modal).find(({ control }) => control.action_id === field)?.control['initial_value']

test('what cannot be read is said above the form, with what was typed still in it', async () => {
  const place = await openWorkplace()
  const ines = new Hand(place)
  await ines.types('/rights-erase camille@')
  const form = await ines.sees('Ce n’est pas une adresse e-mail.')
  expect(valueIn(form, 'subject')).toBe('camille@')

  await ines.fills('subject', 'https://elsewhere.zendesk.com/agent/tickets/7')
  await ines.fills('received', '2031-01-01')
  expect(Object.values((await ines.submits()).errors ?? {})).toEqual([
    'Ce jour n’est pas encore venu.',
  ])
  await ines.fills('received', '2026-01-02')
  const wrong = Object.values((await ines.submits()).errors ?? {})
  expect(wrong.join()).toContain('est celle d’un autre compte')
  await expect(requestIn(place)).rejects.toThrow('no request')

  await ines.fills('subject', '48213')
  await ines.submits()
  await ines.sees('Échéance le 2 février 2026')
  await ines.sees('Est-ce bien la personne')
  expect((await requestIn(place)).received).toBe('2026-01-02T12:00:00.000Z')
})

test('nothing typed, the shortcut and a message all open the form, and only a human sends it', async () => {
  const place = await openWorkplace()
  await place.policy(twoLeads)
  const jonas = new Hand(place, other)
  await jonas.types('/rights-erase')
  expect(valueIn(await jonas.sees('Whom is it about?'), 'subject')).toBeUndefined()
  await jonas.closes()

  await place.as(other, 'shortcut', { callback_id: 'open-erasure' })
  await jonas.sees('Whom is it about?')
  await jonas.closes()

  await place.as(lead, 'post', {
    channel: 'C0REQUESTS',
    text: 'She writes again in ticket 48213, please look',
  })
  const { messages } = await place.screen(other)
  const message = messages.find(({ text }) => text.startsWith('She writes'))?.ts
  await place.as(other, 'message-shortcut', {
    callback_id: 'open-erasure-from-message',
    message,
  })
  const form = await jonas.sees('This is what I found in the message.')
  expect(valueIn(form, 'subject')).toBe('48213')
  await expect(requestIn(place)).rejects.toThrow('no request')
})

test.each([
  ['see ticket 48213 of Monday 23', '48213'],
  ['#48213 again', '48213'],
  [
    '<https://nordlys.zendesk.com/agent/tickets/48213|the ticket>',
    'https://nordlys.zendesk.com/agent/tickets/48213',
  ],
  ['from <mailto:ana@example.com|ana@example.com> on 2026-11-20', 'ana@example.com'],
  ['la demande n° 48213', '48213'],
  ['call 06 39 98 12 34 at 10', undefined],
  ['nothing here', undefined],
  ['', undefined],
])('in %j a shortcut finds %j', (message, found) => {
  expect(subjectIn(message)).toBe(found)
})

test('a form sent off twice opens one request', async () => {
  const place = await openWorkplace()
  const ines = new Hand(place)
  await ines.types('/rights-erase')
  await ines.sees('De qui s’agit-il')
  await ines.fills('subject', '48213')
  await Promise.all([ines.submits(), ines.submits()])
  await ines.sees('Est-ce bien la personne')

  const numbers: string[] = []
  for await (const { number } of place.service().desk.store.list()) numbers.push(number)
  expect(numbers).toHaveLength(1)
})

test('who has no role is told so, and nothing is opened', async () => {
  const place = await openWorkplace()
  const jonas = new Hand(place, other)
  const seen = await place.as(other, 'command', {
    text: '/rights-erase 48213',
    channel: 'C0REQUESTS',
    until: 'ephemeral',
  })

  expect(seen.ephemerals.map(({ text }) => text)).toEqual([
    'This needs one of these roles: support lead.',
  ])
  expect(await jonas.stack()).toEqual([])
  await expect(requestIn(place)).rejects.toThrow('no request')
})

test('nobody found: the window says that the request is open all the same, and what to do', async () => {
  const place = await openWorkplace()
  const ines = new Hand(place)
  await ines.types('/rights-erase nobody-at-all@example.com')
  const view = await ines.sees('Personne n’a été trouvé.')
  expect(saying(view)).toContain('La demande R-2026-0001 est tout de même ouverte')
  expect(valueIn(view, 'terms')).toBe('nobody-at-all@example.com')

  const form = await ines.presses('other-words')
  expect(saying(form)).toContain('celle-ci est annulée')
  expect(valueIn(form, 'subject')).toBe('nobody-at-all@example.com')
  await ines.fills('subject', '48213')
  await ines.submits()
  await ines.sees('Est-ce bien la personne')
  const numbers: string[] = []
  for await (const { id, number } of place.service().desk.store.list()) {
    const closed = fold(id, (await place.service().desk.store.load(id)).entries)?.closed?.code
    numbers.push(`${number} ${closed ?? 'open'}`)
  }
  expect(numbers.toSorted()).toEqual(['R-2026-0001 no-match', 'R-2026-0002 open'])
})
